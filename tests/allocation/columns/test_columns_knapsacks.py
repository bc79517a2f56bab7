"""Limits filled alone: by hand, and against every way to fill them."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.columns.knapsacks import knapsacks_of


def hours() -> Problem:
    """Build two mentors of 7 and 3 hours; requests 0 to 2 take 2, 4, 5 hours of one, 3, 3 of the other."""
    return Problem.from_arrays(
        requests=3,
        request=[0, 1, 2, 0, 1],
        value=[[6, 10, 12, 7, 5]],
        limit=[0, 0, 0, 1, 1],
        option=[0, 1, 2, 3, 4],
        amount=[2, 4, 5, 3, 3],
        at_most=[7, 3],
    )


def test_each_limit_takes_what_is_worth_most_together():
    knapsacks = knapsacks_of(hours())
    assert knapsacks is not None
    best, chosen = knapsacks.fill(hours().value[0])
    # 7 hours: 2 + 5 hold 6 + 12 = 18, 2 + 4 only 16. 3 hours: 7 or 5.
    assert best.tolist() == [18, 7]
    assert chosen.tolist() == [True, False, True, True, False]


def test_an_option_that_must_be_in_costs_what_it_drives_out():
    knapsacks = knapsacks_of(hours())
    assert knapsacks is not None
    # With option 1 (4 of 7 hours) 2 hours more fit: 10 + 6 = 16, two less than 18; 7 - 5 = 2.
    assert knapsacks.losses(hours().value[0]).tolist() == [0, 2, 0, 0, 2]


def test_what_does_not_pay_stays_out():
    knapsacks = knapsacks_of(hours())
    assert knapsacks is not None
    best, chosen = knapsacks.fill(np.array([-1, 0, 4, -5, -2]))
    assert best.tolist() == [4, 0]
    assert chosen.tolist() == [False, False, True, False, False]
    # Option 0 beside option 2: 4 - 1 = 3.
    assert knapsacks.losses(np.array([-1, 0, 4, -5, -2])).tolist() == [1, 4, 0, 5, 2]


def test_limits_that_only_count_or_share_options_are_left_to_the_relaxation():
    count = Problem.from_arrays(
        requests=1, request=[0], value=[[1]], limit=[0], option=[0], amount=[1], at_most=[1]
    )
    assert knapsacks_of(count) is None
    both = Problem.from_arrays(
        requests=2,
        request=[0, 1],
        value=[[1, 1]],
        limit=[0, 0, 1],
        option=[0, 1, 1],
        amount=[2, 3, 2],
        at_most=[4, 2],
    )
    family = knapsacks_of(both)
    assert family is not None
    assert family.limits.tolist() == [0]


@pytest.mark.parametrize("seed", range(30))
def test_filling_equals_trying_every_way(seed):
    rng = random.Random(seed)
    request = [rng.randrange(4) for _ in range(7)]
    amount = [rng.randint(0, 5) for _ in request]
    problem = Problem.from_arrays(
        requests=4,
        request=request,
        value=[[0] * 7],
        limit=[0] * 7,
        option=range(7),
        amount=[*amount[:6], 6],
        at_most=[rng.randint(6, 12)],
    )
    knapsacks = knapsacks_of(problem)
    assert knapsacks is not None
    gain = [rng.randint(-3, 9) for _ in request]
    ways = [
        way
        for size in range(5)
        for way in itertools.combinations(range(7), size)
        if len({request[k] for k in way}) == size
        and sum(problem.amount.tolist()[k] for k in way) <= problem.at_most[0]
    ]

    def worth(way):
        return sum(gain[k] for k in way)

    best, chosen = knapsacks.fill(np.array(gain))
    assert best.tolist() == [max(map(worth, ways))]
    assert worth(np.flatnonzero(chosen).tolist()) == best[0]
    assert tuple(np.flatnonzero(chosen).tolist()) in ways
    lost = [best[0] - max(worth(way) for way in ways if k in way) for k in range(7)]
    assert knapsacks.losses(np.array(gain)).tolist() == lost
