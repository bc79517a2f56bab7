"""What a solver says about one part, and what may be concluded from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.allocation.parts import Part
    from matchmaker.allocation.problem import Ints, Problem

    Settled: TypeAlias = Sequence[tuple[Part, str, "Outcome"]]
    """The parts of a problem, who solved each, and what came of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan or none, and bounds proved one level after the other.

    All bounds but the last equal the plan's totals; the last is proved given that they do.
    """

    chosen: Ints | None
    bounds: tuple[int, ...] = ()
    impossible: bool = False
    prices: Ints | None = None
    """(levels, limits) integer prices that prove the levels they stand for, the hidden ones too."""
    remark: str = ""
    """How the levels were proved, as words behind the solver's name."""
    canonical: bool = False
    """Whether the hidden levels are at their best too, so that there is no other such plan."""
    standing: object = None
    """What the solver can go on from after a change; only it knows what that is."""


def ceilings(problem: Problem) -> tuple[int, ...]:
    """Bound each level for every plan there is: everyone gets the best, limits aside."""
    best = np.zeros((problem.levels, problem.requests), np.int64)
    for row, value in zip(best, problem.value, strict=True):
        np.maximum.at(row, problem.request, value)
    return tuple(int(total) for total in best.sum(axis=1))


def totals(problem: Problem, chosen: Ints) -> tuple[int, ...]:
    """Add up a plan; 10^7 requests × 10^9 fits into 64 bits."""
    return tuple(int(total) for total in problem.value[:, chosen[chosen >= 0]].sum(axis=1))


def contradictory(problem: Problem) -> bool:
    """Say whether a limit asks for more than it allows; solvers refuse to be told so."""
    return bool((problem.at_least > problem.at_most).any())


def nobody(problem: Problem) -> Ints:
    """Return the plan that serves no one."""
    return np.full(problem.requests, -1, np.int64)


def completed(outcome: Outcome, problem: Problem) -> Outcome:
    """Add the bounds that hold anyway, as long as they prove the levels they stand at."""
    if outcome.chosen is None or len(outcome.bounds) == problem.levels:
        return outcome
    reached, above = totals(problem, outcome.chosen), ceilings(problem)
    bounds = list(outcome.bounds)
    while len(bounds) < len(above) and bounds == list(reached[: len(bounds)]):
        bounds.append(above[len(bounds)])
    return replace(outcome, bounds=tuple(bounds))
