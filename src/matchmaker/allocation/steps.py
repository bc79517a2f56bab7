"""Says in words what was done to a problem before anything was solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation.parts import Part
    from matchmaker.allocation.problem import Ints, Problem


def steps_of(problem: Problem, tight: Part, *, components: int) -> Iterator[str]:
    """Compare a problem with what became of it, and say into how many components that splits."""
    if dropped := problem.options - tight.problem.options:
        yield f"left out {counted(dropped, 'option')} for which some limit has no room"
    if dropped := problem.limits - tight.problem.limits:
        yield f"left out {counted(dropped, 'limit')} that cannot be reached"
    before = np.isin(weighing(problem), tight.limits).sum()
    if written := before - len(weighing(tight.problem)):
        yield f"wrote {counted(written, 'limit')} of amounts as plain counts"
    if components > 1:
        yield f"split the problem into {components:,} components that share no limit"


def weighing(problem: Problem) -> Ints:
    """Return the limits that do more than count."""
    return np.unique(problem.limit[problem.amount > 1])


def counted(number: int, what: str) -> str:
    """Say how many there are of something."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
