"""Solves what is no flow, level by level: relaxation, exact bound, and branching where needed.

Each level first asks the relaxation for prices. Made integers they prove a bound and drop every
option that no best plan can choose; often the relaxation's own plan meets the bound and nothing is
left to do. Otherwise an integer solver decides among the options that remain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.climb import Climb
from matchmaker.allocation.outcome import Outcome, contradictory, nobody, totals
from matchmaker.allocation.presolve import presolved
from matchmaker.allocation.ties import with_hidden_levels

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.mathopt import Engine
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Problem


@dataclass(frozen=True, slots=True)
class Branching:
    """A solver for any problem, by one of MathOpt's integer engines."""

    name: str
    engine: Engine
    largest: int
    """Numbers beyond this are left to an engine that does not calculate in floats."""

    def fits(self, problem: Problem) -> bool:
        """Say whether the numbers are small enough for the engine."""
        numbers = (problem.value, problem.amount)
        return all(int(np.abs(each).max(initial=0)) <= self.largest for each in numbers)

    def solve(self, problem: Problem, budget: Budget) -> Outcome:
        """Solve with each level in the largest unit that divides its values, and break ties."""
        if contradictory(problem):
            return Outcome(None, impossible=True)
        given, problem = problem.levels, with_hidden_levels(problem)
        units = np.maximum(np.gcd.reduce(problem.value, axis=1), 1)
        smaller = replace(problem, value=problem.value // units[:, np.newaxis])
        outcome = self._climbed(smaller, budget)
        pairs = zip(outcome.bounds, units.tolist(), strict=False)
        bounds = tuple(bound * unit for bound, unit in pairs)
        canonical = outcome.chosen is not None and bounds == totals(problem, outcome.chosen)
        return replace(outcome, bounds=bounds[:given], canonical=canonical)

    def _climbed(self, problem: Problem, budget: Budget) -> Outcome:
        climb = Climb(self.engine, budget)
        place = presolved(problem)
        while len(place.floors) < problem.levels:
            place, bound = climb.level(place)
            if place.plan is None:
                return Outcome(None, impossible=bound is None)
            if bound is None or bound != place.total():
                above = () if bound is None else (bound,)
                return Outcome(chosen_by(problem, place), (*place.floors, *above))
            place = place.raised(bound)
        return Outcome(chosen_by(problem, place), place.floors)


def chosen_by(problem: Problem, place: Place) -> Ints:
    """Read the plan as one option per request."""
    chosen = nobody(problem)
    if place.plan is not None:
        taken = place.options[place.plan]
        chosen[problem.request[taken]] = taken
    return chosen
