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
from matchmaker.allocation.mathopt import Engine
from matchmaker.allocation.outcome import Outcome, contradictory, nobody, totals
from matchmaker.allocation.place import spread
from matchmaker.allocation.presolve import presolved
from matchmaker.allocation.ties import HIDDEN, with_hidden_levels
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
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
        place, words = presolved(problem), list[str]()
        while len(place.floors) < problem.levels:
            climb = Climb(self.engine, shared(budget, place))
            place, bound = climb.level(place)
            if place.plan is None and budget.left() > 0.0 and bound is not None:
                place, bound = Climb(self.engine, budget).level(place)
            if place.plan is None:
                return Outcome(None, impossible=bound is None)
            if bound is None or bound.total != place.total():
                above = () if bound is None else (bound.total,)
                place = self._below(place, budget)
                if budget.left() > LITTLE:
                    continue
                budget.ring()
                return Outcome(chosen_by(problem, place), (*place.floors, *above))
            words.append(confirmed(place, self.engine, budget=budget) if bound.claimed else PRICES)
            place = place.raised(bound.total)
        return Outcome(chosen_by(problem, place), place.floors, remark=remark(words))

    def _below(self, place: Place, budget: Budget) -> Place:
        """Better the levels below one that is not proved, which stays where it is meanwhile."""
        lower = place
        while lower.level + 1 < given_levels(place) and (total := lower.total()) is not None:
            lower = lower.raised(total)
            if budget.left() == 0.0:
                break
            lower, _ = Climb(self.engine, shared(budget, lower)).level(lower)
        return replace(place, plan=spread(place, lower, plan=lower.plan))


SHARE = 0.7
"""How much of the time left a level may take while others come after it."""

LITTLE = 1.0
"""Seconds that are not worth beginning anew for."""


def given_levels(place: Place) -> int:
    """Count the levels without the hidden ones, which are worth no time while a given one is not proved."""
    return place.problem.levels - HIDDEN


def shared(budget: Budget, place: Place) -> Budget:
    """Leave some time for the levels after the next."""
    last = place.level + 1 >= given_levels(place)
    return budget if last else budget.within(SHARE * budget.left())


PRICES, AGREED, ALONE = "prices", "agreed", "alone"
CHECKED = 400
"""Options up to which an engine's claim is put to another one, which mostly agrees at once."""

MOMENT = 0.5
"""Seconds the other engine gets."""


def confirmed(place: Place, engine: Engine, *, budget: Budget) -> str:
    """Ask another engine for a better plan than one said to be best (or-tools issues 5293 and 5274).

    Raises:
        SolverError: when it finds one.
    """
    total, other = place.total(), OTHERS[engine.kind]
    small = int(np.abs(place.problem.value).max(initial=0)) <= WHOLE
    if total is None or place.problem.options > CHECKED or not small:
        return ALONE
    better = place.programme().worth(total + 1)
    word = other.maximise(better, budget.within(MOMENT))
    # In floats a plan may miss what was asked for by one in a million: that is no better plan.
    if word.plan is not None and better.allows(word.plan):
        raise SolverError(f"{engine.kind} called a plan best that {other.kind} bettered")
    return AGREED if word.impossible else ALONE


OTHERS = {
    "HIGHS": Engine("CP_SAT", presolve=False),
    "CP_SAT": Engine("HIGHS"),
    "GLOP": Engine("HIGHS"),
}
WHOLE = 2**20
"""Values beyond this are no matter for an engine that calculates in floats."""


def remark(words: list[str]) -> str:
    """Say how the levels were proved."""
    if not words or ALONE in words:
        return ""
    return " confirmed by another engine" if AGREED in words else " with exact prices"


def chosen_by(problem: Problem, place: Place) -> Ints:
    """Read the plan as one option per request."""
    chosen = nobody(problem)
    if place.plan is not None:
        taken = place.options[place.plan]
        chosen[problem.request[taken]] = taken
    return chosen
