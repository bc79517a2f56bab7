"""The recipe: tighten, split, let each part be solved by what fits, put together, judge."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from matchmaker.allocation.answer import Answer, Kept
from matchmaker.allocation.assemble import assembled, no_answer
from matchmaker.allocation.components import split
from matchmaker.allocation.flows import MinimumCostFlow, structure_of
from matchmaker.allocation.listening import Ear, listening
from matchmaker.allocation.solvers import settle
from matchmaker.allocation.steps import steps_of
from matchmaker.allocation.tighten import tighten
from matchmaker.allocation.wishes import budget_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from matchmaker.allocation.budget import Budget, Stop
    from matchmaker.allocation.problem import Problem
    from matchmaker.allocation.progress import Progress


def solve(
    problem: Problem,
    seconds: float = 60,
    *,
    workers: int = 2,
    progress: Callable[[Progress], object] | None = None,
    cancel: Stop | None = None,
) -> Answer:
    """Choose at most one option per request, level by level the best plan there is.

    In the main thread Ctrl-C asks for the best plan so far, which comes within two seconds with
    `stopped` saying "asked"; pressed again, it raises KeyboardInterrupt. A caller with a SIGINT
    handler of their own, or in another thread, is left alone: there `cancel` does the same.

    Memory: about 0.6 kB an option of a flow with four levels, the child process included that long
    flows run in (2.5 million options: 1.6 GB at its peak, arrays and all); `Problem.from_arrays` says
    how large is too large.

    Args:
        problem: what to choose from.
        seconds: how long it may take; what is best by then is returned, with honest bounds.
        workers: how many cores a solver may use, 1 to 64; they never change the plan.
        progress: called with a `Progress` now and then, always in the thread that called `solve`.
            An exception in it stops the search and is raised when that has ended.
        cancel: something like a `threading.Event`; once set, the best plan so far is returned.
            It is looked at from several threads.

    Raises:
        ProblemError: for arguments that make no sense, all of them at once.
        SolverError: when no solver kept its word.
    """
    return heard(
        lambda budget: recipe(problem, budget),
        budget_of(problem, seconds=seconds, workers=workers, progress=progress, cancel=cancel),
    )


def heard(work: Callable[[Budget], Answer], budget: Budget) -> Answer:
    """Do the work while listening to whoever may want to stop it, and say whether it was stopped."""
    ear, rung = Ear(cancel=budget.cancel, progress=budget.progress), threading.Event()
    answer = listening(lambda tell: work(replace(budget, progress=tell, cancel=ear, rung=rung)), ear)
    if ear.is_set():
        return replace(answer, stopped="asked")
    return replace(answer, stopped="clock" if rung.is_set() and not answer.canonical else "")


def recipe(problem: Problem, budget: Budget) -> Answer:
    """Go through the steps, in whatever thread this is."""
    tight = tighten(problem)
    if tight is None:
        return no_answer(problem, status="impossible", solver="arithmetic: a limit cannot be met")
    structure = structure_of(tight.problem)
    parts = split(tight.problem, together=structure.flows)
    steps = tuple(steps_of(problem, tight, components=sum(part.components for part in parts)))
    for step in steps:
        budget.say(step)
    settled = []
    for done, part in enumerate(parts):
        budget.say(f"part {done + 1} of {len(parts)}: {part.problem.options} options")
        whole = part.problem is tight.problem
        flow = MinimumCostFlow(structure=structure if whole else None)
        settled.append(
            (part.of_whole(tight), *settle(part.problem, budget.share(len(parts) - done), first=flow))
        )
    answer = replace(assembled(problem, settled), steps=steps)
    return replace(answer, kept=Kept(problem, settled, problem.limits)) if answer.has_plan else answer
