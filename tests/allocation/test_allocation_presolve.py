"""What is settled before any search, by hand; that it changes no answer the oracle's tests show."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation import Problem
from matchmaker.allocation.presolve import dominated, forced, implied, presolved


def pair(*, at_least: int, amount: tuple[int, ...] = (2, 3, 4)) -> Problem:
    """Build request 0 with options 0 and 1, request 1 with option 2, and one limit over all three."""
    return Problem.from_arrays(
        requests=2,
        request=[0, 0, 1],
        value=[[1, 2, 3]],
        limit=[0, 0, 0],
        option=[0, 1, 2],
        amount=amount,
        at_most=[10],
        at_least=[at_least],
    )


def settled(problem: Problem) -> tuple[list[bool], list[bool]]:
    keep, must = np.ones(problem.options, np.bool_), np.zeros(problem.requests, np.bool_)
    forced(problem, keep=keep, must=must)
    return keep.tolist(), must.tolist()


def test_whoever_cannot_be_made_up_for_must_be_served():
    # At most 3 + 4 = 7. For 7 both must give their most; for 5 request 1 must be served (3 < 5)
    # and request 0 must give at least 5 - 4 = 1; for 3 nobody must.
    assert settled(pair(at_least=7)) == ([False, True, True], [True, True])
    assert settled(pair(at_least=5)) == ([True, True, True], [True, True])
    assert settled(pair(at_least=4)) == ([True, True, True], [False, True])
    assert settled(pair(at_least=3)) == ([True, True, True], [False, False])


def test_options_that_do_not_count_towards_such_a_minimum_go():
    problem = pair(at_least=5, amount=(0, 3, 4))
    assert settled(problem) == ([False, True, True], [True, True])


def test_a_minimum_of_one_request_needs_no_row_once_it_must_be_served():
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 0, 1],
        value=[[1, 2, 3]],
        limit=[0, 0, 1],
        option=[0, 1, 2],
        amount=[1, 1, 1],
        at_most=[1, 1],
        at_least=[1, 0],
    )
    assert implied(problem, np.array([True, False])).tolist() == [True, True]
    assert implied(problem, np.array([False, False])).tolist() == [False, True]
    place = presolved(problem)
    assert place.must.tolist() == [True, False]
    assert place.problem.limits == 0
    assert place.plan is None


def test_of_two_options_with_the_same_uses_the_worse_one_goes():
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 0, 0, 1],
        value=[[1, 1, 1, 0], [5, 6, 9, 0]],
        limit=[0, 0, 0, 0],
        option=[0, 1, 2, 3],
        amount=[2, 2, 3, 2],
        at_most=[4],
    )
    # Option 0 is worth (1, 5), option 1 (1, 6) for the same 2; option 2 takes 3.
    everything = np.ones(4, np.bool_)
    assert dominated(problem, everything).tolist() == [True, False, False, False]
    assert not dominated(problem, np.array([True, False, True, True])).any()
    assert presolved(problem).options.tolist() == [1, 2, 3]
