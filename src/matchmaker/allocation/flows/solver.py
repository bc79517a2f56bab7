"""The solver for what is a flow: all levels, with prices that are judged before anything is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.flows.ascent import Ascent
from matchmaker.allocation.flows.laminar import Structure, structure_of
from matchmaker.allocation.flows.proof import proved
from matchmaker.allocation.outcome import Outcome, contradictory
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Problem


@dataclass(frozen=True, slots=True)
class MinimumCostFlow:
    """The solver for limits that count in two laminar families."""

    name: str = "minimum-cost flow"
    structure: Structure | None = None
    """The structure of the problem, if somebody knows it already."""

    def fits(self, problem: Problem) -> bool:
        """Say whether the whole problem is a flow."""
        return bool((self.structure or structure_of(problem)).flows.all())

    def solve(self, problem: Problem, budget: Budget) -> Outcome:
        """Go through the levels and the two that break ties; in between, time may run out."""
        if contradictory(problem):
            return Outcome(None, impossible=True)
        ascent = Ascent(problem, self.structure or structure_of(problem))
        try:
            possible = ascent.finish(budget)
        except OutOfTime:
            return ascent.outcome()
        if not possible:
            return Outcome(None, impossible=True)
        outcome = ascent.outcome()
        if outcome.canonical and not proved(problem, outcome):
            raise SolverError("the prices of a minimum-cost flow do not prove its plan")
        return outcome
