"""Turns the relaxation's prices into bounds that are proved in integers.

Any prices give a bound (weak duality), so it does not matter that a linear solver rounds: its
prices are made integers first and everything after is exact. Charge each option for what it uses,
let every request take what is then best for it, and no plan can be worth more than that plus the
price of all the room there is. The same sum says what each single option would cost: an option
that costs more than the distance to a known plan is in no better plan.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.programme import NO_END, Programme

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.problem import Ints, Mask, Problem

FINEST = 20
"""Prices are rounded to multiples of 2^-20 at the finest."""

ROOMY = 2.0**58
"""Sums of this size leave 64-bit integers some air."""


@dataclass(frozen=True, slots=True)
class Bound:
    """No plan is worth more than `total`; one with an option k at most total - loss[k] / scale."""

    scaled: int
    loss: Ints
    scale: int
    proved: int | None = None
    """A smaller bound from elsewhere, which says nothing about single options."""

    @property
    def total(self) -> int:
        """The bound as an integer: no sum of integers lies between it and the exact one."""
        return self.scaled // self.scale if self.proved is None else self.proved

    def reaches(self, total: int) -> Mask:
        """Mark the options that a plan worth at least `total` might choose."""
        mask: Mask = self.loss <= self.scaled - total * self.scale
        return mask

    def lowered(self, total: int) -> Bound:
        """Return the bound with a smaller total that somebody else has proved."""
        return replace(self, proved=total) if total < self.total else self


def bound_of(problem: Problem, programme: Programme, *, prices: NDArray[np.float64] | None = None) -> Bound:
    """Bound a level by prices of the rows (those of the requests are worked out again)."""
    price, scale = integer_prices(problem, programme, prices=prices)
    left = programme.value * scale
    charged = programme.row >= problem.requests
    row, column = programme.row[charged], programme.column[charged]
    np.subtract.at(left, column, price[row] * programme.amount[charged])
    best = np.zeros(problem.requests, np.int64)
    np.maximum.at(best, problem.request, left)
    room = np.where(price > 0, programme.high, programme.low)
    scaled = sum(best.tolist()) + sum(p * r for p, r in zip(price.tolist(), room.tolist(), strict=True))
    return Bound(scaled, best[problem.request] - left, scale)


def integer_prices(
    problem: Problem, programme: Programme, *, prices: NDArray[np.float64] | None
) -> tuple[Ints, int]:
    """Round prices to integers over a scale at which no sum can overflow."""
    none = np.zeros(len(programme.low), np.int64)
    if prices is None or not np.isfinite(prices).all():
        return none, 1
    usable = np.where(programme.high < NO_END, prices, np.minimum(prices, 0.0))
    usable[: problem.requests] = 0.0
    reach = np.abs(programme.value).astype(np.float64)
    np.add.at(reach, programme.column, np.abs(usable[programme.row] * programme.amount))
    largest = max(float(reach.max(initial=1.0)), float(np.abs(usable).max(initial=1.0)))
    finest = math.floor(math.log2(ROOMY / largest / max(problem.requests, 1)))
    if finest < 0:
        return none, 1
    scale = 2 ** min(FINEST, finest)
    return np.rint(usable * scale).astype(np.int64), scale
