"""Solves a problem again after a small change, from the answer there is instead of from nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.change import Change
from matchmaker.allocation.lists import shown
from matchmaker.allocation.mending import mended
from matchmaker.allocation.solve import heard, recipe
from matchmaker.allocation.wishes import budget_of
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Answer
    from matchmaker.allocation.budget import Budget, Stop
    from matchmaker.allocation.progress import Progress


def solve_again(
    answer: Answer,
    change: Change,
    *,
    seconds: float = 60,
    workers: int = 2,
    progress: Callable[[Progress], object] | None = None,
    cancel: Stop | None = None,
) -> Answer:
    """Return the best plan after a change: the very plan that solving afresh would give.

    Where the answer was proved by a flow, only what has to move is moved. The answer is about
    `change.applied(problem)`, and can itself be gone on from.

    Args:
        answer: what `solve` or this function returned.
        change: vetoes, pins and new room.
        seconds: as for `solve`.
        workers: as for `solve`.
        progress: as for `solve`.
        cancel: as for `solve`.

    Raises:
        ProblemError: for an answer without a plan, and for options or limits that are not there.
        SolverError: when no solver kept its word.
    """
    if (kept := getattr(answer, "kept", None)) is None:
        raise ProblemError("answer holds no plan to go on from. Maybe solve the problem afresh.")
    if not isinstance(change, Change):
        raise ProblemError(f"change is {shown(change)}. Maybe build it with Change(veto=[…]).")
    problem = change.applied(kept.problem)

    def again(budget: Budget) -> Answer:
        try:
            found = mended(kept, change, problem=problem, budget=budget)
        except OutOfTime:
            found = None
        return found or recipe(problem, budget)

    budget = budget_of(problem, seconds=seconds, workers=workers, progress=progress, cancel=cancel)
    return heard(again, budget)
