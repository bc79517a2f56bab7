"""What somebody who is not there yet would add, by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation import Change, Problem, newcomers, solve, solve_again
from matchmaker.allocation.arriving import Arriving
from matchmaker.allocation.flows.chains import Trees
from matchmaker.allocation.flows.newcomers import distances
from matchmaker.allocation.flows.standing import Standing
from matchmaker.allocation.flows.table import FAR, Table
from matchmaker.errors import ProblemError
from tests.allocation.by_hand import six_hours
from tests.counts import SEED


def two_who_wait() -> Problem:
    """Return: A has one place; person 0 is worth 9 there and person 1 worth 8; person 2 nobody could meet."""
    return Problem.from_arrays(
        requests=3, request=[0, 1], value=[[9, 8]], limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[1]
    )


def offers(request: list[int], value: list[int], owner: list[int]) -> Problem:
    return Problem.from_arrays(
        requests=3,
        request=request,
        value=[value],
        limit=[1 + each for each in owner],
        option=list(range(len(request))),
        amount=[1] * len(request),
        at_most=[1] * (2 + max(owner)),
    )


def test_a_newcomer_may_free_a_place():
    """9 now. Somebody for 0, worth 5, frees A for 1: 5 + 8 − 9 = 4. For 1, worth 3: 3. For 2, worth 7: 7.

    Whoever could meet 0 or 2 meets 2, for 7 is more than 4.
    """
    answer = solve(two_who_wait())
    found = newcomers(answer, offers([0, 1, 2, 0, 2], [5, 3, 7, 5, 7], [0, 1, 2, 3, 3]))
    assert found.known.all()
    assert found.levels.tolist() == [[4, 3, 7, 7]]


def test_who_is_worth_less_than_nothing_adds_nothing():
    found = newcomers(solve(two_who_wait()), offers([2, 0], [-1, 0], [0, 1]))
    assert found.known.all()
    assert found.levels.tolist() == [[0, 0]]


def test_a_newcomer_without_a_place_adds_nothing():
    given = offers([2], [7], [0])
    found = newcomers(solve(two_who_wait()), replace(given, at_most=np.array([1, 0])))
    assert (found.known.tolist(), found.levels.tolist()) == ([True], [[0]])


def test_room_after_a_change_counts():
    """With no place at A there is nobody: then somebody for 0, worth 5, adds just that."""
    answer = solve_again(solve(two_who_wait()), Change(at_most={0: 0}))
    assert newcomers(answer, offers([0], [5], [0])).levels.tolist() == [[5]]


def test_a_limit_that_did_not_bind_may_do_so_with_one_more():
    """Limit 0 lets two be met and two could be: it was no limit. With a third only solving tells."""
    problem = Problem.from_arrays(
        requests=3, request=[0, 1], value=[[9, 8]], limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[2]
    )
    third = replace(
        offers([2], [7], [0]), limit=np.array([1, 0]), option=np.array([0, 0]), amount=np.array([1, 1])
    )
    assert newcomers(solve(problem), third).known.tolist() == [False]
    kept = solve(problem).kept
    assert kept is not None
    assert Arriving(kept, third).known.tolist() == [False]
    first = replace(third, request=np.array([0]))  # who was counted already
    found = newcomers(solve(problem), first)
    assert (found.known.tolist(), found.levels.tolist()) == ([True], [[0]])


def test_what_weighs_is_to_be_solved():
    """Hours: 2, 3 and 4 of 6, so the limit weighs; somebody for a person in there is not told of."""
    found = newcomers(solve(six_hours()), offers([0], [5], [0]))
    assert (found.known.tolist(), found.levels.tolist()) == ([False], [[0]])


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda given: "three", "Maybe build it with Problem.from_arrays"),
        (lambda given: replace(given, requests=2), "2 requests, and the problem 3"),
        (lambda given: replace(given, value=np.zeros((2, 1), np.int64)), "2 levels, and the problem 1"),
        (lambda given: replace(given, at_most=np.zeros(0, np.int64)), "0 limits, and the problem 1"),
        (lambda given: replace(given, amount=np.array([2])), "does not count towards one newcomer, by 1"),
        (lambda given: replace(given, limit=np.array([0])), "does not count towards one newcomer, by 1"),
    ],
)
def test_offers_to_another_problem_are_refused(spoil, says):
    with pytest.raises(ProblemError, match=says):
        newcomers(solve(two_who_wait()), spoil(offers([2], [7], [0])))


def test_ways_are_as_short_as_through_every_node():
    """Against the table of all distances, closed."""
    rng = np.random.default_rng(SEED)
    for _ in range(20):
        table = Table.empty(7, words=2)
        tail, head = rng.integers(0, 7, (2, 15))
        apart = tail != head
        words = rng.integers(0, 3, (2, 15))
        table.learn(tail[apart], head[apart], words=words[:, apart])
        rows = [distances(table, start) for start in range(7)]
        table.close()
        for start, row in enumerate(rows):
            near = table.words[0, start] < FAR
            assert (row[:, near] == table.words[:, start, near]).all()
            assert (row[0, ~near] >= FAR // 2).all()


def test_an_option_fits_only_below_all_that_hold_its_sets():
    """A's place lies within one for all of its worker's mentors: who shares the place shares that as well."""
    problem = Problem.from_arrays(
        requests=3,
        request=[0, 1, 2],
        value=[[1, 1, 1]],
        limit=[0, 0, 1, 1, 1],
        option=[0, 1, 0, 1, 2],
        amount=[1] * 5,
        at_most=[1, 2],
    )
    kept = solve(problem).kept
    assert kept is not None
    standing = kept.settled[0][2].standing
    assert isinstance(standing, Standing)
    trees = Trees(standing.network)
    place, worker = 4, 5  # behind the root and three requests
    assert trees.depth.tolist() == [0, 1, 1, 1, 2, 1]
    node, option = np.array([1, place, worker, 2, place, 3, worker]), np.array([0, 0, 0, 1, 1, 2, 2])
    tail, head, fits = trees.ends(node, option, options=3)
    assert fits.tolist() == [True, False, True]
    assert tail[fits].tolist() == [1, 3]
    assert head[fits].tolist() == [place, worker]
