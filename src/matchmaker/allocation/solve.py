"""The recipe: tighten, split, let each part be solved by what fits, put together, judge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matchmaker.allocation.assemble import assembled, no_answer
from matchmaker.allocation.budget import Budget, Stop
from matchmaker.allocation.components import split
from matchmaker.allocation.laminar import families
from matchmaker.allocation.solvers import settle
from matchmaker.allocation.ties import with_hidden_levels
from matchmaker.allocation.tighten import tighten
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

    from matchmaker.allocation.answer import Answer
    from matchmaker.allocation.problem import Problem

LONGEST = 10.0**8
"""Three years, in seconds; infinity is no length of time to a solver."""


def solve(
    problem: Problem,
    seconds: float = 60,
    *,
    workers: int = 2,
    progress: Callable[[str], None] | None = None,
    cancel: Stop | None = None,
) -> Answer:
    """Choose at most one option per request, level by level the best plan there is.

    Args:
        problem: what to choose from.
        seconds: how long it may take; what is best by then is returned, with honest bounds.
        workers: how many cores a solver may use; they never change the plan.
        progress: called with a sentence now and then.
        cancel: something like a `threading.Event`; once set, the best plan so far is returned.

    Raises:
        ProblemError: for a time or a number of workers that is none.
        SolverError: when no solver kept its word.
    """
    budget = budget_of(seconds, workers)
    budget = replace(budget, progress=progress, cancel=cancel)
    tight = tighten(problem)
    if tight is None:
        return no_answer(problem, status="impossible", solver="arithmetic: a limit cannot be met")
    whole = with_hidden_levels(tight.problem)
    parts = split(whole, together=families(whole)[1])
    settled = []
    for done, part in enumerate(parts):
        budget.say(f"part {done + 1} of {len(parts)}: {part.problem.options} options")
        settled.append((part, *settle(part.problem, budget.share(len(parts) - done))))
    return assembled(problem, tight, settled=settled)


def budget_of(seconds: object, workers: object) -> Budget:
    """Start the clock, if that is what was given."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds >= 0:
        raise ProblemError(f"seconds is {seconds!r}. Maybe give a number, 0 or more.")
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise ProblemError(f"workers is {workers!r}. Maybe give a whole number, 1 or more.")
    return Budget.of(min(seconds, LONGEST), workers=workers)
