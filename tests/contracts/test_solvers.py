"""What every solver in the registry owes: the canonical best plan of whatever fits it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.outcome import totals
from matchmaker.allocation.parts import Part
from matchmaker.allocation.solvers import SOLVERS, Solver
from matchmaker.allocation.ties import with_hidden_levels
from matchmaker.allocation.tighten import tighten
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, best_plan
from tests.oracles.random_numbers import draw

NAMES = [solver.name for solver in SOLVERS]


def test_every_solver_has_a_name_of_its_own():
    assert len(set(NAMES)) == len(NAMES)


def tight_problems() -> Iterator[tuple[int, Numbers, Part]]:
    """Draw problems as solvers get them: tightened, but not split, so that they have to decide.

    Tightened, because CP-SAT's door calls a row like 2x + 2y = 3 an invalid model, not a
    contradiction.
    """
    for seed in range(SEED, SEED + count("numeric_problems") // 3):
        numbers = draw(seed)
        part = tighten(Problem.from_arrays(**asdict(numbers)))
        if part is not None and part.problem.options:
            yield seed, numbers, replace(part, problem=with_hidden_levels(part.problem))


@pytest.mark.parametrize("solver", SOLVERS, ids=NAMES)
def test_every_solver_equals_exhaustive_search_on_what_fits_it(solver: Solver):
    fitting = 0
    for seed, numbers, part in tight_problems():
        if not solver.fits(part.problem):
            continue
        fitting += 1
        best = best_plan(numbers)
        outcome = solver.solve(part.problem, Budget.of(60))
        if best is None:
            assert outcome.impossible, seed
            continue
        assert outcome.chosen is not None, seed
        assert tuple(part.options[k] if k >= 0 else -1 for k in outcome.chosen) == best, seed
        assert outcome.bounds == totals(part.problem, outcome.chosen), seed
    assert fitting > 20


def test_flows_and_integer_programmes_agree():
    """A flow is an integer programme too, so every engine can judge it."""
    flow, *others = SOLVERS
    compared = 0
    for seed, _, part in tight_problems():
        if not flow.fits(part.problem):
            continue
        one = flow.solve(part.problem, Budget.of(60))
        for other in (each for each in others if each.fits(part.problem)):
            two = other.solve(part.problem, Budget.of(60))
            assert one.impossible == two.impossible, seed
            assert one.bounds == two.bounds, seed
            compared += 1
    assert compared > 50


@pytest.mark.parametrize("solver", SOLVERS, ids=NAMES)
def test_every_solver_without_time_says_so(solver: Solver):
    problem = with_hidden_levels(
        Problem.from_arrays(
            requests=2,
            request=[0, 1],
            value=[[3, 5]],
            limit=[0, 0],
            option=[0, 1],
            amount=[1, 1],
            at_most=[1],
            at_least=[1],
        )
    )
    assert solver.fits(problem)
    outcome = solver.solve(problem, Budget.of(0))
    assert outcome.chosen is None
    assert not outcome.impossible
