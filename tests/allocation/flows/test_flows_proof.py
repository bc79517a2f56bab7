"""What prices prove, added up by hand."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation import Problem
from matchmaker.allocation.flows.proof import bounds_of


def wanted_place(*, at_most: int) -> Problem:
    """Two persons want the same mentor, for 3 and for 5."""
    return Problem.from_arrays(
        requests=2,
        request=[0, 1],
        value=[[3, 5]],
        limit=[0, 0],
        option=[0, 1],
        amount=[1, 1],
        at_most=[at_most],
    )


def test_a_bound_is_what_is_left_to_each_and_the_price_of_the_room():
    # At a price of 4 person 0 keeps nothing, person 1 keeps 1, and the one place brings 4.
    assert bounds_of(wanted_place(at_most=1), np.array([[4]])) == (0 + 1 + 4,)
    # A place for nothing leaves each what they want.
    assert bounds_of(wanted_place(at_most=1), np.array([[0]])) == (3 + 5,)


def test_a_bound_may_be_larger_than_64_bits_hold():
    assert bounds_of(wanted_place(at_most=2**40), np.array([[2**30]])) == (2**70,)
