"""One door to the solver: how long, with how many workers, and what Ctrl-C means.

Who asks for a plan gets the best one so far. Who asks a question about a plan asks many, one after the other;
there Ctrl-C ends all of it, or each press would only skip to the next.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from matchmaker.allocation import solve, solve_again

if TYPE_CHECKING:
    from matchmaker.allocation import Answer, Change, Problem
    from matchmaker.plan.search import Search


class Stoppable(Protocol):
    """Whatever tells whether somebody stopped it."""

    @property
    def stopped(self) -> str:
        """Hold `asked` where somebody did."""


T = TypeVar("T", bound=Stoppable)


def planned(problem: Problem, search: Search) -> Answer:
    """Return the best plan, or after Ctrl-C the best so far."""
    return solve(
        problem,
        seconds=search.seconds,
        workers=search.workers,
        progress=search.progress,
        cancel=search.cancel,
    )


def solved(problem: Problem, search: Search) -> Answer:
    """Return the answer to a question.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    return heard(planned(problem, replace(search, progress=None)), search)


def solved_again(answer: Answer, change: Change, *, search: Search) -> Answer:
    """Return the answer to what a change would bring.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    found = solve_again(answer, change, seconds=search.seconds, workers=search.workers, cancel=search.cancel)
    return heard(found, search)


def heard(found: T, search: Search) -> T:
    """Return what was found, unless Ctrl-C cut it short: then nothing more is to be asked.

    Who gave a `cancel` looks after stopping, and goes on with what there is.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    if found.stopped == "asked" and search.cancel is None:
        raise KeyboardInterrupt
    return found
