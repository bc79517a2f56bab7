"""Writes one level of a problem as a linear programme over integers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Mask, Problem

NO_END = 2**62
"""An upper end that is none; it stands for infinity in whatever a solver is told."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Maximise `value` over 0/1 columns; row r holds when low[r] <= its sum <= high[r].

    Rows are the requests, then the limits, then the floors: one a level already settled, which
    keeps that level at its optimum.
    """

    value: Ints
    row: Ints
    column: Ints
    amount: Ints
    low: Ints
    high: Ints

    def worth(self, total: int) -> Programme:
        """Ask for plans that are worth at least so much."""
        column = np.flatnonzero(self.value)
        return Programme(
            value=self.value,
            row=np.concatenate([self.row, np.full(len(column), len(self.low))]),
            column=np.concatenate([self.column, column]),
            amount=np.concatenate([self.amount, self.value[column]]),
            low=np.append(self.low, total),
            high=np.append(self.high, NO_END),
        )

    def allows(self, plan: Mask) -> bool:
        """Say whether a plan keeps every row, in integers."""
        sums = np.zeros(len(self.low), np.int64)
        np.add.at(sums, self.row, self.amount * plan[self.column])
        return bool(((self.low <= sums) & (sums <= self.high)).all())


def programme_of(
    problem: Problem, level: int, *, floors: tuple[int, ...], must: Mask | None = None
) -> Programme:
    """Write down a level, given the totals of the levels before and who must be served."""
    before = problem.value[: len(floors)]
    floor, column = np.nonzero(before)
    one = np.ones(problem.requests, np.int64)
    first_limit = problem.requests
    first_floor = first_limit + problem.limits
    return Programme(
        value=problem.value[level],
        row=np.concatenate([problem.request, first_limit + problem.limit, first_floor + floor]),
        column=np.concatenate([np.arange(problem.options), problem.option, column]),
        amount=np.concatenate([np.ones_like(problem.request), problem.amount, before[floor, column]]),
        low=np.concatenate(
            [0 * one if must is None else must.astype(np.int64), problem.at_least, np.array(floors, np.int64)]
        ),
        high=np.concatenate([one, problem.at_most, np.full(len(floors), NO_END, np.int64)]),
    )
