"""The rows that columns share, and what a column takes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.mixture import Columns

if TYPE_CHECKING:
    from matchmaker.allocation.columns.knapsacks import Knapsacks
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Mask
    from matchmaker.allocation.programme import Programme


class Rows:
    """The rows of a master: those that columns share, then one for each limit filled alone."""

    def __init__(self, place: Place, knapsacks: Knapsacks, *, programme: Programme) -> None:
        """Write down the shared rows of every option."""
        self.shared = np.ones(len(programme.low), np.bool_)
        """Rows that columns share; the others each column keeps by itself, or nothing can break."""
        self.shared[place.problem.requests + knapsacks.limits] = False
        self.shared &= ~idle(programme)
        self._knapsacks, self._value = knapsacks, programme.value
        kept = np.flatnonzero(self.shared[programme.row])
        kept = kept[np.argsort(programme.column[kept], kind="stable")]
        number = np.cumsum(self.shared) - 1
        self._row, self._amount = number[programme.row[kept]], programme.amount[kept]
        self._ends = np.searchsorted(programme.column[kept], np.arange(place.problem.options + 1))
        one = np.ones(len(knapsacks.limits), np.int64)
        self.low = np.concatenate([programme.low[self.shared], 0 * one])
        self.high = np.concatenate([programme.high[self.shared], one])

    def columns(self, groups: list[Ints]) -> Columns:
        """Add up what the options of each group, all of one limit, take of every row."""
        options, owner = (
            np.concatenate(groups),
            np.repeat(np.arange(len(groups)), [len(each) for each in groups]),
        )
        first, uses = self._ends[options], self._ends[options + 1] - self._ends[options]
        entry = np.arange(uses.sum()) + np.repeat(first - np.cumsum(uses) + uses, uses)
        member = self._knapsacks.member[[group[0] for group in groups]]
        held = np.flatnonzero(member >= 0)
        row = np.append(self._row[entry], self.shared.sum() + member[held])
        column = np.append(np.repeat(owner, uses), held)
        amount = np.append(self._amount[entry], np.ones_like(held))
        unique, place = np.unique(row * len(groups) + column, return_inverse=True)
        sums = np.zeros(len(unique), np.int64)
        np.add.at(sums, place, amount)
        worth = np.zeros(len(groups), np.int64)
        np.add.at(worth, owner, self._value[options])
        return Columns(worth, unique // len(groups), unique % len(groups), sums)


def idle(programme: Programme) -> Mask:
    """Mark the rows that no choice of columns can break."""
    ends = []
    for part in (np.maximum(programme.amount, 0), np.minimum(programme.amount, 0)):
        ends.append(np.zeros(len(programme.low), np.int64))
        np.add.at(ends[-1], programme.row, part)
    most, least = ends
    return (most <= programme.high) & (least >= programme.low)
