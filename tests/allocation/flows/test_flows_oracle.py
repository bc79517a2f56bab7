"""Flows against exhaustive search: the canonical plan, and prices that prove it, however it was found."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pytest

from matchmaker.allocation import Problem, solve
from matchmaker.allocation.budget import Budget, OutOfTime
from matchmaker.allocation.check import faults_of, totals_of
from matchmaker.allocation.flows import MinimumCostFlow, columns, structure_of, weights
from matchmaker.allocation.flows.ascent import Ascent
from matchmaker.allocation.flows.proof import proved
from matchmaker.allocation.outcome import Outcome
from matchmaker.allocation.tighten import tighten
from tests.allocation.certified import certificate_faults
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import best_plan, totals
from tests.oracles.random_flows import draw_flow

CHUNK = 50


@pytest.fixture(params=["as it is", "few options first", "weights too small", "both"])
def way(request, monkeypatch):
    """Make the solver go the ways that small problems do not need."""
    if request.param in ("few options first", "both"):
        monkeypatch.setattr(columns, "SMALL", 0)
        monkeypatch.setattr(columns, "PROMISING", 0)
        monkeypatch.setattr(columns, "CONTENDED", 0.9)
    if request.param in ("weights too small", "both"):
        monkeypatch.setattr(weights, "MARGINS", (0,))


@pytest.mark.parametrize("chunk", range(count("flow_problems") // CHUNK))
@pytest.mark.usefixtures("way")
def test_the_answer_equals_exhaustive_search(chunk):
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers = draw_flow(seed)
        best = best_plan(numbers)
        problem = Problem.from_arrays(**asdict(numbers))
        answer = solve(problem)
        if best is None:
            assert answer.status == "impossible", seed
            continue
        assert "HiGHS" not in answer.solver, (seed, answer.solver)
        assert answer.totals == answer.bounds == totals(numbers, best), seed
        assert tuple(answer.chosen.tolist()) == best, seed
        assert answer.canonical, seed
        assert answer.proofs == ("certified",) * len(numbers.value), seed
        assert not certificate_faults(problem, answer), seed


class After:
    """A wish to stop that comes when it has been asked for a number of times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def is_set(self) -> bool:
        self.times -= 1
        return self.times < 0


@pytest.mark.parametrize("times", range(1, 6))
def test_whoever_stops_early_has_a_plan_and_a_bound_that_holds(times, monkeypatch):
    monkeypatch.setattr(columns, "SMALL", 0)
    monkeypatch.setattr(columns, "PROMISING", 0)
    monkeypatch.setattr(columns, "CONTENDED", 0.9)
    stopped = 0
    for seed in range(SEED, SEED + 20):
        tight = tighten(Problem.from_arrays(**asdict(draw_flow(seed))))
        if tight is None:
            continue
        problem = tight.problem
        ascent = Ascent(problem, structure_of(problem))
        best = solve(problem)
        try:
            ascent.finish(replace(Budget.of(60), cancel=After(times)))
        except OutOfTime:
            stopped += 1
        outcome = ascent.outcome()
        if outcome.chosen is None or not best.has_plan:
            continue
        assert not faults_of(problem, outcome.chosen)
        reached = totals_of(problem, outcome.chosen)
        for level, bound in enumerate(outcome.bounds):
            assert bound >= best.totals[level]
            if bound > reached[level]:
                assert level == len(outcome.bounds) - 1
                break
            assert bound == reached[level] == best.totals[level]
    assert stopped


def small() -> Problem:
    """Two requests worth 3 and 5 at a mentor with one place, and 4 for the first elsewhere."""
    return Problem.from_arrays(
        requests=2,
        request=[0, 1, 0],
        value=[[3, 5, 4]],
        limit=[0, 0],
        option=[0, 1],
        amount=[1, 1],
        at_most=[1],
    )


@pytest.mark.parametrize(
    ("chosen", "price", "holds"),
    [
        # The place is free at 0: left 3, 5, 4; the best 4 + 5 = 9, and the plan is worth 4 + 5.
        ([2, 1], 0, True),
        # At 2: left 1, 3, 4; 4 + 3 and 2 for the place are 9 again.
        ([2, 1], 2, True),
        # At 6: left -3, -1, 4; 4 + 0 and 6 for the place are 10, more than the plan is worth.
        ([2, 1], 6, False),
        # At 0 the bound is 9, and this plan is worth 3.
        ([0, -1], 0, False),
    ],
)
def test_prices_prove_a_plan_by_hand(chosen, price, holds):
    outcome = Outcome(np.array(chosen), prices=np.array([[price]]))
    assert proved(small(), outcome) is holds


def test_what_a_level_leaves_open_binds_the_next():
    # Both options of the one request are worth 1; the second level likes the second option.
    problem = Problem.from_arrays(
        requests=1, request=[0, 0], value=[[1, 1], [0, 7]], limit=[], option=[], amount=[], at_most=[]
    )
    none = np.zeros((2, 0), np.int64)
    assert proved(problem, Outcome(np.array([1]), prices=none))
    assert not proved(problem, Outcome(np.array([0]), prices=none))


def test_prices_that_are_missing_prove_nothing():
    assert not proved(small(), Outcome(np.array([2, 1])))
    assert not proved(small(), Outcome(None, prices=np.array([[0]])))


def test_what_a_level_settles_is_not_looked_at_again(monkeypatch):
    # Three levels up to 10^9 leave no room for weights, so each is raised by itself. Of four ways to meet
    # one mentor three are best at level 0, and two of these at level 1: only they are left for level 2.
    much = 10**9
    problem = Problem.from_arrays(
        requests=1,
        request=[0, 0, 0, 0],
        value=[[much, much, much, 0], [much, much, 0, 0], [much, 0, 0, 0]],
        limit=[0, 0, 0, 0],
        option=[0, 1, 2, 3],
        amount=[1, 1, 1, 1],
        at_most=[1],
    )
    seen = []

    def cheapest(network, wanted, **given):
        seen.append(network.options)
        return columns.cheapest(network, wanted, **given)

    monkeypatch.setattr("matchmaker.allocation.flows.ascent.cheapest", cheapest)
    found = MinimumCostFlow().solve(problem, Budget.of(60))
    assert found.chosen is not None
    assert found.chosen.tolist() == [0]
    assert seen[:3] == [4, 3, 2]
