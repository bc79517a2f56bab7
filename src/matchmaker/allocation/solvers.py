"""The solvers there are, and how one is chosen: by structure, and with a second opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from matchmaker.allocation.branching import Branching
from matchmaker.allocation.mathopt import Engine
from matchmaker.allocation.outcome import Outcome
from matchmaker.allocation.programme import NO_END
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Problem


class Solver(Protocol):
    """Something that maximises all levels of a problem, one after the other."""

    @property
    def name(self) -> str:
        """What the answer calls it."""

    def fits(self, problem: Problem) -> bool:
        """Say whether it solves problems of this structure."""

    def solve(self, problem: Problem, budget: Budget) -> Outcome:
        """Return the best plan it found in time and what it proved."""


SOLVERS: Final[tuple[Solver, ...]] = (
    Branching("columns and HiGHS", Engine("HIGHS"), largest=2**20),
    Branching("CP-SAT", Engine("CP_SAT"), largest=NO_END),
    Branching("CP-SAT without presolve", Engine("CP_SAT", presolve=False), largest=NO_END),
)
"""Those that solve anything, in the order in which they are asked."""


def settle(problem: Problem, budget: Budget, *, first: Solver | None = None) -> tuple[str, Outcome]:
    """Let the first solver that fits solve a part, and say who did.

    `first` is asked before those that solve anything.

    The next one is asked when a solver breaks its word, and when it claims that there is no plan:
    solvers have been wrong about that (or-tools issue 5274), so two must agree.
    """
    doubts: list[str] = []
    claimed = ""
    for solver in (each for each in ((first,) if first else ()) + SOLVERS if each.fits(problem)):
        try:
            outcome = solver.solve(problem, budget)
        except SolverError as doubt:
            doubts.append(f"{solver.name}: {doubt}")
            continue
        if outcome.impossible and not claimed:
            claimed = solver.name
            continue
        name = solver.name + outcome.remark + second_opinion(outcome, claimed)
        return in_words(name, doubts), outcome
    if not claimed:
        raise SolverError("No solver kept its word: " + "; ".join(doubts))
    return in_words(f"{claimed}, unconfirmed", doubts), Outcome(None)


def in_words(name: str, doubts: list[str]) -> str:
    """Name who solved it, and who did not keep their word."""
    return ", as ".join([name, *doubts])


def second_opinion(outcome: Outcome, claimed: str) -> str:
    """Say what became of another solver's claim that there is no plan."""
    if not claimed:
        return ""
    if outcome.impossible:
        return f", confirming {claimed}"
    return f", {'not confirming' if outcome.chosen is None else 'disagreeing with'} {claimed}"
