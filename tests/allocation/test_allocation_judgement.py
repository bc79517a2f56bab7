"""Ties, the check of every plan, bounds put together, and second opinions."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from matchmaker.allocation import Problem, solve, solvers
from matchmaker.allocation.answer import Answer
from matchmaker.allocation.assemble import assembled, in_words
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.check import faults_of, totals_of
from matchmaker.allocation.outcome import Outcome, ceilings, completed, contradictory
from matchmaker.allocation.parts import Part
from matchmaker.allocation.solvers import settle
from matchmaker.allocation.ties import hidden_levels, with_hidden_levels
from matchmaker.errors import SolverError
from tests.oracles.exhaustive_allocation import hidden


def pair(**changes: object) -> Problem:
    """Build two requests worth 3 and 5 that share two hours, one hour each."""
    arrays: dict[str, object] = {
        "requests": 2,
        "request": [0, 1],
        "value": [[3, 5], [1, 1]],
        "limit": [0, 0],
        "option": [0, 1],
        "amount": [1, 1],
        "at_most": [1],
    }
    return Problem.from_arrays(**{**arrays, **changes})  # type: ignore[arg-type]


# --- ties ----------------------------------------------------------------------------------------


def test_the_hidden_levels_are_the_published_ones():
    keys = np.array([0, 1, 2**64 - 1], np.uint64)
    assert hidden_levels(keys).T.tolist() == [list(hidden(int(key))) for key in keys]
    # Written down once, so that no later version may change them unseen.
    assert hidden_levels(np.array([0], np.uint64)).tolist() == PUBLISHED


PUBLISHED = [[495302], [165014]]


def test_hidden_levels_are_small_and_never_nothing():
    values = hidden_levels(np.arange(5_000, dtype=np.uint64))
    assert values.min() >= 1
    assert values.max() <= 2**20
    assert with_hidden_levels(pair()).levels == 4


def test_equal_options_are_told_apart_by_their_keys_alone():
    # Two requests want the one place and are worth the same.
    equal = {"value": [[1, 1]]}
    winners = {bool(solve(pair(key=[key, key + 1], **equal)).chosen[0] >= 0) for key in range(0, 40, 2)}
    assert winners == {True, False}
    one, two = solve(pair(key=[8, 9], **equal)), solve(pair(key=[9, 8], **equal))
    assert (one.chosen >= 0).tolist() == (two.chosen >= 0).tolist()[::-1]


# --- check ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "fault"),
    [
        ([0, 1], "limit 0 is used 2 times, not 0 to 1"),
        ([1, -1], "request 0 is served by option 1, which is not its own"),
        ([-1, 2], "request 1 is served by option 2, which is not its own"),
        ([-2, -1], "request 0 is served by option -2, which is not its own"),
    ],
)
def test_every_fault_of_a_plan_is_found(chosen, fault):
    assert fault in faults_of(pair(), np.array(chosen))


def test_a_sound_plan_has_no_fault_and_is_added_up():
    assert faults_of(pair(), np.array([-1, 1])) == []
    assert totals_of(pair(), np.array([-1, 1])) == (5, 1)
    assert faults_of(pair(at_least=[1]), np.array([-1, -1])) == ["limit 0 is used 0 times, not 1 to 1"]


# --- bounds --------------------------------------------------------------------------------------


def test_without_proof_everyone_gets_the_best():
    assert ceilings(pair()) == (8, 2)
    assert ceilings(pair(value=[[-3, -5], [1, -1]])) == (0, 1)
    assert not contradictory(pair())


def test_a_ceiling_that_is_reached_is_a_proof():
    # Both hours: 3 + 5 = 8 and 1 + 1 = 2 are what there is.
    outcome = completed(Outcome(np.array([0, 1])), pair(at_most=[2]))
    assert outcome.bounds == (8, 2)
    # One hour: 5 is not 8, so nothing is said about level 1.
    assert completed(Outcome(np.array([-1, 1])), pair()).bounds == (8,)
    assert completed(Outcome(np.array([-1, 1]), bounds=(5,)), pair()).bounds == (5, 2)


def both(one: Outcome, two: Outcome) -> Answer:
    """Put two parts together, of which each is `pair()`."""
    twice = Problem.from_arrays(
        requests=4,
        request=[0, 1, 2, 3],
        value=[[3, 5, 3, 5], [1, 1, 1, 1]],
        limit=[0, 0, 1, 1],
        option=[0, 1, 2, 3],
        amount=[1, 1, 1, 1],
        at_most=[1, 1],
    )
    first = Part(pair(), np.array([0, 1]), np.array([0, 1]), np.array([0]))
    second = Part(pair(), np.array([2, 3]), np.array([2, 3]), np.array([1]))
    return assembled(twice, [(first, "A", one), (second, "A", two)])


BEST = np.array([-1, 1])


def test_bounds_of_parts_add_up_to_the_first_that_is_not_proved():
    # The first part proved (5, 1); the second has 3 and proved that 5 is the most: 10 above 8.
    answer = both(Outcome(BEST, (5, 1)), Outcome(np.array([0, -1]), (5,)))
    assert answer.totals == (8, 2)
    # Behind the gap only what holds for every plan: 2 + 2.
    assert answer.bounds == (10, 4)
    assert answer.status == "feasible"
    assert answer.solver == "2 components: 2 by A"


def test_a_part_without_a_plan_leaves_no_plan():
    assert both(Outcome(BEST, (5, 1)), Outcome(None)).status == "unknown"
    assert both(Outcome(None), Outcome(None, impossible=True)).status == "impossible"


def test_proved_parts_are_optimal_even_when_ties_are_not_broken_to_the_end():
    answer = both(Outcome(BEST, (5, 1)), Outcome(BEST, (5, 1)))
    assert answer.status == "optimal"
    assert not answer.canonical
    assert answer.proofs == ("solver-claimed", "solver-claimed")


def test_a_level_is_certified_when_prices_speak_of_every_request():
    # The one hour costs 3 at level 0 (request 0 would give as much); at level 1 nobody has a
    # choice left: request 1 must be served. The hidden levels need no prices then either.
    prices = np.array([[3], [0], [0], [0]])
    priced = Outcome(BEST, (5, 1), prices=prices, canonical=True)
    answer = both(priced, priced)
    assert answer.proofs == ("certified", "certified")
    assert answer.prices is not None
    assert answer.prices.levels.tolist() == [[3, 3], [0, 0], [0, 0], [0, 0]]
    half = both(priced, Outcome(BEST, (5, 1)))
    assert half.prices is not None
    assert half.prices.requests.tolist() == [True, True, False, False]
    assert half.proofs == ("solver-claimed", "solver-claimed")


def test_a_plan_that_breaks_a_limit_never_leaves():
    with pytest.raises(SolverError, match="limit 0 is used 2 times"):
        both(Outcome(np.array([0, 1]), (8, 2)), Outcome(BEST, (5, 1)))


def test_words_count_components():
    part = Part(pair(), np.arange(2), np.arange(2), np.arange(1), components=11)
    other = Part(pair(), np.arange(2), np.arange(2), np.arange(1))
    done = Outcome(BEST)
    assert (
        in_words([(part, "minimum-cost flow", done), (other, "HiGHS", done)])
        == "12 components: 11 by minimum-cost flow, 1 by HiGHS"
    )


# --- second opinions -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A solver that says what it is told to say."""

    name: str
    outcome: Outcome | None = None
    asked: list[str] = field(default_factory=list)

    def fits(self, problem: Problem) -> bool:
        return True

    def solve(self, problem: Problem, budget: Budget) -> Outcome:
        self.asked.append(self.name)
        if self.outcome is None:
            raise SolverError("broken")
        return self.outcome


IMPOSSIBLE = Outcome(None, impossible=True)
PLAN = Outcome(BEST, (5, 1))


@pytest.mark.parametrize(
    ("told", "words", "outcome"),
    [
        ([PLAN, IMPOSSIBLE], "A", PLAN),
        ([IMPOSSIBLE, IMPOSSIBLE], "B, confirming A", IMPOSSIBLE),
        ([IMPOSSIBLE, PLAN], "B, disagreeing with A", PLAN),
        ([IMPOSSIBLE, Outcome(None)], "B, not confirming A", Outcome(None)),
        ([None, PLAN], "B, as A: broken", PLAN),
        ([IMPOSSIBLE, None], "A, unconfirmed, as B: broken", Outcome(None)),
        ([None, IMPOSSIBLE], "B, unconfirmed, as A: broken", Outcome(None)),
    ],
)
def test_who_is_believed(monkeypatch, told, words, outcome):
    named = tuple(Told(name, each) for name, each in zip("AB", told, strict=False))
    monkeypatch.setattr(solvers, "SOLVERS", named)
    assert settle(pair(), Budget.of(60)) == (words, outcome)


def test_when_nobody_keeps_their_word_that_is_an_error(monkeypatch):
    monkeypatch.setattr(solvers, "SOLVERS", (Told("A"), Told("B")))
    with pytest.raises(SolverError, match="No solver kept its word: A: broken; B: broken"):
        settle(pair(), Budget.of(60))
