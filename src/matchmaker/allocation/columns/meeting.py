"""Looks for plans where few limits hold many requests each: two halves of the requests meet in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.columns.accounts import NOBODY, Accounts
from matchmaker.allocation.columns.halves import BITS, Half, joined

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.accounts import Doubt, Doubts
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Mask

    Floats = NDArray[np.float64]
    Sides = tuple[list[Doubt], list[Doubt]]

MOST_ROWS = 8
"""With more rows that have a price two halves hardly ever fit together."""

SMALL, LARGE = 200_000, 1_000_000
"""Ways of each half, at first and at most: 24 bytes each, and some times that while they grow."""

MOMENT = 2.0
"""Seconds in which two halves look for each other: the cheapest room to leave over comes first, and all 600
ways to do so would take a quarter of a minute, in which nobody hears what was proved elsewhere."""

PATIENCE = 5
"""Plans in a row that break a limit without a price: others would break it as well, for nobody pays there."""

VAIN = 30
"""Meetings in a row without any plan: where few ways are in doubt, other halves are the same plans again."""


class Meeting:
    """Each time other halves meet, at first larger ones every time."""

    def __init__(self, place: Place, prices: Floats, *, rng: Generator) -> None:
        """Begin with prices of the rows; options are charged when it first comes to a meeting."""
        self._place, self._rng, self._size = place, rng, SMALL
        self._prices = prices
        self._accounts: Accounts | None = None
        self.lost = not 0 < np.count_nonzero(prices[place.problem.requests :]) <= MOST_ROWS
        """Whether nothing is to be hoped for: too many limits have a price, or none, or no plan is worth the
        need, those found break limits without a price, or too often none is found."""
        self._broken = self._vain = 0

    def step(self, open_options: Mask, *, need: int, budget: Budget) -> Mask | None:
        """Return a plan worth the need, if one is found in time."""
        if self._accounts is None:
            self._accounts = Accounts.of(self._place, self._prices, rng=self._rng)
        doubts = self._accounts.doubts(open_options, need=need, few=2 * BITS)
        if doubts is None:
            self.lost = True
            return None
        size, self._size = self._size, min(LARGE, 2 * self._size)
        self._vain += 1
        self.lost = self._vain == VAIN
        options = met(doubts, parted(doubts.doubts, self._rng), size=size, budget=budget)
        if options is None:
            return None
        plan = np.zeros(self._place.problem.options, np.bool_)
        plan[options[options != NOBODY]] = True
        if self._place.programme().allows(plan):
            self.lost, self._broken, self._vain = False, 0, 0
            return plan
        self._broken += 1
        self.lost |= self._broken == PATIENCE
        return None


def met(doubts: Doubts, sides: Sides, *, size: int, budget: Budget) -> Ints | None:
    """Return what every request does in the best plan in which two of `size` ways a side meet, if any do."""
    try:
        first, second = (
            Half.filled([doubt.ways for doubt in side], most=doubts.most, size=size, budget=budget)
            for side in sides
        )
    except OutOfTime:
        return None
    pair = joined(first, second, unused=doubts.unused, most=doubts.most, budget=budget.within(MOMENT))
    if pair is None:
        return None
    options = doubts.options.copy()
    for side, taken in zip(sides, (pair.first, pair.second), strict=True):
        ways = [(doubt.request, option) for doubt in side for option in doubt.options]
        for bit, (request, option) in enumerate(ways):
            if taken >> bit & 1:
                options[request] = option
    return options


def parted(doubts: list[Doubt], rng: Generator) -> Sides:
    """Part requests by chance so that both sides have as much in doubt; those in most doubt come last.

    Then few ways have to be kept until the end. A request that a side has no bits for stays as it is.
    """
    sides: Sides = ([], [])
    free, side = [BITS, BITS], 0
    for at, doubt in enumerate(doubts):
        side = 1 - side if at % 2 else int(rng.integers(2))
        if len(doubt.options) <= free[side]:
            free[side] -= len(doubt.options)
            sides[side].append(doubt)
    return sides[0][::-1], sides[1][::-1]
