"""What forcing an option costs: by hand, and against every plan there is."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import pairwise

import numpy as np
import pytest

from matchmaker.allocation import Change, Problem, forced, regrets, solve, solve_again
from matchmaker.allocation.flows.regret import foldable
from matchmaker.allocation.flows.standing import Standing
from matchmaker.allocation.flows.table import Words, before
from matchmaker.errors import ProblemError
from tests.allocation.by_hand import six_hours
from tests.allocation.test_allocation_again import two_mentors as solved
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, every_plan, totals
from tests.oracles.random_flows import draw_flow
from tests.oracles.random_numbers import draw

CHUNK = 25


def by_trying(numbers: Numbers) -> list[tuple[int, ...] | None]:
    """Return for each option what the best plan with it is worth, or None where no plan takes it."""
    best: list[tuple[int, ...] | None] = [None] * len(numbers.request)
    for plan in every_plan(numbers):
        worth = totals(numbers, plan)
        for option in plan:
            if option >= 0:
                known = best[option]
                best[option] = worth if known is None else max(known, worth)
    return best


def less(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("chunk", range(count("forced_options") // CHUNK))
@pytest.mark.parametrize("kind", [draw_flow, draw])
def test_forcing_an_option_costs_what_every_plan_with_it_costs(kind, chunk):
    told = 0
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers = kind(seed)
        answer = solve(Problem.from_arrays(**asdict(numbers)))
        if not answer.has_plan:
            continue
        found = regrets(answer)
        for option, best in enumerate(by_trying(numbers)):
            if found.known[option]:
                told += 1
                assert found.possible[option] == (best is not None), (seed, option)
                if best is not None:
                    regret = tuple(found.levels[:, option].tolist())
                    assert regret == less(answer.totals, best), (seed, option)
            if option % 3 == 0:
                one = forced(answer, option)
                assert one.impossible == (best is None), (seed, option)
                if best is not None:
                    assert one.exact, (seed, option)
                    assert one.regret == less(answer.totals, best), (seed, option)
                    assert one.chosen is not None
                    assert option in one.chosen.tolist()
                    assert tuple(one.chosen.tolist()) in set(every_plan(numbers))
    assert told >= 20


def two_mentors() -> Problem:
    """Return: person 0 with A worth 9, with B 6; person 1 with A 8, with B 3; A and B have a place each.

    Best is 0 with B and 1 with A: 6 + 8 = 14. The other way round it is 9 + 3 = 12.
    """
    kept = solved().kept
    assert kept is not None
    return kept.problem


def test_two_people_who_want_the_same_mentor():
    answer = solve(two_mentors())
    found = regrets(answer)
    assert found.known.all()
    assert found.possible.all()
    assert found.levels.tolist() == [[2, 0, 0, 2]]
    one = forced(answer, 0)
    assert one.chosen is not None
    assert one.chosen.tolist() == [0, 3]
    assert (one.regret, one.at_least, one.exact) == ((2,), (2,), True)
    had = forced(answer, 1)
    assert had.chosen is not None
    assert (had.regret, had.chosen.tolist()) == ((0,), [1, 2])


def test_requests_are_looked_through_and_limits_are_not():
    kept = solve(two_mentors()).kept
    assert kept is not None
    standing = kept.settled[0][2].standing
    assert isinstance(standing, Standing)
    # The root, two requests, two mentors.
    assert foldable(standing.network, requests=2).tolist() == [False, True, True, False, False]


def test_an_option_without_room_can_never_be_chosen():
    answer = solve(replace(two_mentors(), at_most=np.array([0, 1])))
    found = regrets(answer)
    assert found.known.all()
    assert found.possible.tolist() == [False, True, False, True]
    assert forced(answer, 0).impossible
    assert forced(answer, 0).chosen is None
    assert not forced(answer, 0).exact


def test_a_pinned_option_cannot_be_given_up():
    answer = solve_again(solve(two_mentors()), Change(pin=[0]))
    assert answer.chosen.tolist() == [0, 3]
    found = regrets(answer)
    assert found.possible.tolist() == [True, False, False, True]


def test_what_weighs_is_asked_for_one_by_one():
    # Three people and one mentor of 6 hours; they take 2, 3 and 4. Best are the first two: 9 + 8.
    answer = solve(six_hours())
    assert answer.totals == (17,)
    assert not regrets(answer).known.any()
    third = forced(answer, 2)
    assert third.chosen is not None
    assert third.chosen.tolist() == [0, -1, 2]
    assert (third.regret, third.exact) == ((1,), True)


def test_many_large_levels_keep_their_order():
    rng = np.random.default_rng(SEED)
    ends = [10**9, 3, 10**12, 7, 10**15]
    words = Words.of(ends)
    assert len(words.groups) > 1
    levels = np.stack([rng.integers(-end, end + 1, 500) for end in ends])
    levels[:2] = levels[:2] // 10**9
    packed = words.packed(levels)
    assert (words.unpacked(packed) == levels).all()
    wanted = [tuple(column) for column in levels.T.tolist()]
    here = before(packed[:, :-1], packed[:, 1:])
    assert here.tolist() == [a < b for a, b in pairwise(wanted)]


@pytest.mark.parametrize("option", [-1, 4, True, "0"])
def test_an_option_that_is_not_there_is_refused(option):
    with pytest.raises(ProblemError, match="option"):
        forced(solve(two_mentors()), option)


def test_an_answer_without_a_plan_is_refused():
    impossible = solve(replace(two_mentors(), at_least=np.array([2, 2]), at_most=np.array([2, 2])))
    for ask in (regrets, lambda answer: forced(answer, 0)):
        with pytest.raises(ProblemError, match="no plan"):
            ask(impossible)
