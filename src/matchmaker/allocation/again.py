"""Solves a problem again after a small change, from the answer there is instead of from nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.answer import Kept, kept_by
from matchmaker.allocation.assemble import assembled
from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.change import Change
from matchmaker.allocation.check import faults_of
from matchmaker.allocation.lists import shown
from matchmaker.allocation.mending import mended
from matchmaker.allocation.outcome import Outcome
from matchmaker.allocation.parts import cut
from matchmaker.allocation.solve import heard, recipe
from matchmaker.allocation.wishes import budget_of
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Answer
    from matchmaker.allocation.budget import Budget, Stop
    from matchmaker.allocation.problem import Problem
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

    Where the answer was proved by a flow, only what has to move is moved. One that was not at its
    best to the end is solved afresh. The answer is about `change.applied(problem)`, and can itself
    be gone on from.

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
    kept = kept_by(answer)
    if not isinstance(change, Change):
        raise ProblemError(f"change is {shown(change)}. Maybe build it with Change(veto=[…]).")
    problem = change.applied(kept.problem)

    def again(budget: Budget) -> Answer:
        try:
            found = mended(kept, change, problem=problem, budget=budget)
        except OutOfTime:
            found = as_it_was(answer, problem)
        return found or recipe(problem, budget)

    budget = budget_of(problem, seconds=seconds, workers=workers, progress=progress, cancel=cancel)
    return heard(again, budget)


def as_it_was(answer: Answer, problem: Problem) -> Answer | None:
    """Return the plan there was, less what is vetoed now, if it keeps every limit of the changed problem.

    Without time to mend it that is better than to begin again with nobody.
    """
    vetoed = np.zeros(problem.options + 1, np.bool_)
    vetoed[problem.option[problem.amount > problem.at_most[problem.limit]]] = True
    chosen = np.where(vetoed[answer.chosen], -1, answer.chosen)
    if faults_of(problem, chosen):
        return None
    every = (np.ones(many, np.bool_) for many in (problem.requests, problem.options, problem.limits))
    requests, options, limits = every
    whole = cut(problem, requests=requests, options=options, limits=limits)
    settled = [(whole, "the plan before the change", Outcome(chosen))]
    return replace(assembled(problem, settled), kept=Kept(problem, settled, problem.limits))
