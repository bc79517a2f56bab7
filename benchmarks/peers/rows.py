"""A problem as the rows of an integer programme, which the general solvers share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation import Problem

ENDLESS = 2**40
"""At and above this a row has no upper end."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """low <= the sum of amount over the columns taken <= high; entries come row by row."""

    columns: int
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    amount: NDArray[np.int64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]

    def by_row(self) -> list[tuple[int, int, list[int], list[int]]]:
        """Return (low, high, columns, amounts) of each row, as Python's own numbers."""
        ends = np.searchsorted(self.row, np.arange(len(self.low) + 1)).tolist()
        column, amount = self.column.tolist(), self.amount.tolist()
        spans = pairwise(ends)
        both = zip(self.low.tolist(), self.high.tolist(), spans, strict=True)
        return [(low, high, column[a:b], amount[a:b]) for low, high, (a, b) in both]

    def fixed(self, value: NDArray[np.int64], floor: int) -> Rows:
        """Add the row that keeps an earlier level at its total."""
        worth, at = np.flatnonzero(value), len(self.low)
        return Rows(
            self.columns,
            np.concatenate([self.row, np.full(len(worth), at)]),
            np.concatenate([self.column, worth]),
            np.concatenate([self.amount, value[worth]]),
            np.concatenate([self.low, [floor]]),
            np.concatenate([self.high, [ENDLESS]]),
        )


def rows_of(problem: Problem) -> Rows:
    """Write each request as a row, at most 1, and each limit.

    A limit that is only "this request, once" becomes part of the request's row: nobody who writes
    generalised assignment for a solver would write that row twice.
    """
    requests = problem.requests
    twins = _twins(problem)
    low, high = np.zeros(requests, np.int64), np.ones(requests, np.int64)
    low[twins[twins >= 0]] = 1
    kept = np.flatnonzero(twins < 0)
    number = np.full(problem.limits, -1)
    number[kept] = requests + np.arange(len(kept))
    use = twins[problem.limit] < 0
    row = np.concatenate([problem.request, number[problem.limit[use]]])
    column = np.concatenate([np.arange(problem.options), problem.option[use]])
    amount = np.concatenate([np.ones(problem.options, np.int64), problem.amount[use]])
    order = np.lexsort((column, row))
    return Rows(
        problem.options,
        row[order],
        column[order],
        amount[order],
        np.concatenate([low, problem.at_least[kept]]),
        np.concatenate([high, problem.at_most[kept]]),
    )


def _twins(problem: Problem) -> NDArray[np.int64]:
    """Return the request that a limit repeats with "exactly once", or −1."""
    requests, limits = problem.requests, problem.limits
    asked = problem.request[problem.option]
    least, most = np.full(limits, requests), np.full(limits, -1)
    np.minimum.at(least, problem.limit, asked)
    np.maximum.at(most, problem.limit, asked)
    more = np.zeros(limits, np.bool_)
    np.logical_or.at(more, problem.limit, problem.amount != 1)
    touched = np.bincount(problem.limit, minlength=limits)
    own = np.append(np.bincount(problem.request, minlength=requests), 0)
    alone = (least == most) & (touched == own[np.minimum(least, requests)])
    once = (problem.at_least == 1) & (problem.at_most == 1)
    return np.where(alone & once & ~more, least, -1)
