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

LEAST = -(2**62)
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

    @property
    def claimed(self) -> bool:
        """Whether the total rests on somebody's word: the prices alone prove less."""
        return self.total < self.scaled // self.scale

    def reaches(self, total: int) -> Mask:
        """Mark the options that a plan worth at least `total` might choose."""
        mask: Mask = self.loss <= self.scaled - total * self.scale
        return mask

    def lowered(self, total: int) -> Bound:
        """Return the bound with a smaller total that somebody else has proved."""
        return replace(self, proved=total) if total < self.total else self


def bound_of(problem: Problem, programme: Programme, *, prices: NDArray[np.float64] | None = None) -> Bound:
    """Bound a level by prices of the rows (those of the requests are worked out again)."""
    nothing = np.zeros(len(programme.low))
    charge, best = settled(problem, programme, prices=nothing if prices is None else prices)
    scaled = sum(best.tolist()) + charge.room(programme)
    return Bound(scaled, best[problem.request] - charge.left, charge.scale)


def settled(problem: Problem, programme: Programme, *, prices: NDArray[np.float64]) -> tuple[Charge, Ints]:
    """Charge prices of all rows but those of the requests; say what each request then is worth at best."""
    prices = prices.copy()
    prices[: problem.requests] = 0.0
    charge = charged(programme, prices, requests=problem.requests)
    best = np.where(programme.low[: problem.requests] > 0, LEAST, 0)
    np.maximum.at(best, problem.request, charge.left)
    best[best == LEAST] = 0
    return charge, best


@dataclass(frozen=True, slots=True)
class Charge:
    """Integer prices of the rows, and what each option is worth after it has paid them."""

    price: Ints
    left: Ints
    scale: int

    def room(self, programme: Programme) -> int:
        """Add up the price of all the room there is."""
        room = np.where(self.price > 0, programme.high, programme.low)
        return sum(p * r for p, r in zip(self.price.tolist(), room.tolist(), strict=True) if p)


def charged(programme: Programme, prices: NDArray[np.float64], *, requests: int) -> Charge:
    """Round prices to integers over a scale at which no sum can overflow, and charge them."""
    price, scale = integer_prices(programme, prices, requests=requests)
    left = programme.value * scale
    paid = price[programme.row] != 0
    row, column = programme.row[paid], programme.column[paid]
    np.subtract.at(left, column, price[row] * programme.amount[paid])
    return Charge(price, left, scale)


def integer_prices(programme: Programme, prices: NDArray[np.float64], *, requests: int) -> tuple[Ints, int]:
    """Round prices to integers; where there is no end of room, a row may only ask for more."""
    none = np.zeros(len(programme.low), np.int64)
    if not np.isfinite(prices).all():
        return none, 1
    usable = np.where(programme.high < NO_END, prices, np.minimum(prices, 0.0))
    reach = np.abs(programme.value).astype(np.float64)
    np.add.at(reach, programme.column, np.abs(usable[programme.row] * programme.amount))
    largest = max(float(reach.max(initial=1.0)), float(np.abs(usable).max(initial=1.0)))
    finest = math.floor(math.log2(ROOMY / largest / max(requests, 1)))
    if finest < 0:
        return none, 1
    scale = 2 ** min(FINEST, finest)
    return np.rint(usable * scale).astype(np.int64), scale
