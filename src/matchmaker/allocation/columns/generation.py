"""Finds prices at which the limits, each filled alone, promise hardly more than a mixture of columns.

Column generation: the mixture gives prices, each limit is filled at these prices, and what it then
carries is a new column. Whatever the prices, the fillings prove a bound, in integers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.master import Master
from matchmaker.allocation.columns.rows import Rows
from matchmaker.allocation.multipliers import Bound, charged
from matchmaker.allocation.programme import NO_END

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.knapsacks import Knapsacks
    from matchmaker.allocation.columns.mixture import Columns, Mixture
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Mask

    Floats = NDArray[np.float64]

NEAR = 1e-4
"""By how much the mixture, reckoned in floats, may be worth less than the bound, which is whole."""

SMOOTH = 0.7
"""How much of the best prices so far goes into the next guess (Wentges, 1997)."""

NARROW = 0.003
"""How far prices may first move from where they begin, as a share of themselves."""


class Generation:
    """The columns found so far for one place, their mixture, and the best prices."""

    def __init__(self, place: Place, knapsacks: Knapsacks, *, prices: Floats) -> None:
        """Begin at prices of the rows of the place's programme."""
        self.place, self.knapsacks, self.programme = place, knapsacks, place.programme()
        self.rows = Rows(place, knapsacks, programme=self.programme)
        self.shared, self.low, self.high = self.rows.shared, self.rows.low, self.rows.high
        self.master = Master(self.low, self.high)
        self.pool: list[Ints] = []
        self.mixture: Mixture | None = None
        free = (self.programme.low > 0) | (self.programme.high >= NO_END)
        self.prices = np.where(self.shared & (free | (prices > 0)), prices, 0.0)
        self.scaled, self.scale, chosen = self.filled(self.prices)
        self._known: set[bytes] = set()
        self.take(chosen)

    @property
    def total(self) -> int:
        """The best bound so far."""
        return self.scaled // self.scale

    def bound(self) -> Bound:
        """Return the best bound so far, and what each single option would cost."""
        charge = charged(self.programme, self.prices, requests=self.place.problem.requests)
        return Bound(self.scaled, self.knapsacks.losses(charge.left), charge.scale)

    def filled(self, prices: Floats) -> tuple[int, int, Mask]:
        """Fill every limit at some prices: the bound that proves, its scale, and the options taken."""
        charge = charged(self.programme, prices, requests=self.place.problem.requests)
        best, chosen = self.knapsacks.fill(charge.left)
        alone = np.maximum(charge.left[self.knapsacks.member < 0], 0)
        scaled = sum(best.tolist()) + sum(alone.tolist()) + charge.room(self.programme)
        return scaled, charge.scale, chosen

    def columns(self, groups: list[Ints]) -> Columns:
        """Add up what the options of each group, all of one limit, take of every row."""
        return self.rows.columns(groups)

    def take(self, chosen: Mask) -> int:
        """Make columns of the options taken, and return how many of them are new."""
        options = np.flatnonzero(chosen)
        member = self.knapsacks.member[options]
        options = options[np.argsort(member, kind="stable")]
        member = np.sort(member)
        cuts = np.flatnonzero((np.diff(member) != 0) | (member[1:] < 0)) + 1
        return self.know(group for group in np.split(options, cuts) if len(group))

    def know(self, groups: Iterable[Ints]) -> int:
        """Let groups of options in as columns, and return how many of them are new."""
        new = [group for group in groups if self._unknown(group)]
        if new:
            self.pool += new
            self.master.add(self.columns(new))
        return len(new)

    def share(self) -> Floats:
        """Return each option's share in the mixture."""
        share = np.zeros(self.place.problem.options)
        if self.mixture is not None:
            for options, part in zip(self.pool, self.mixture.share.tolist(), strict=False):
                share[options] += part
        return share

    def holding(self, options: Mask) -> Mask:
        """Mark the columns that hold one of these options."""
        owner = np.repeat(np.arange(len(self.pool)), [len(group) for group in self.pool])
        return np.bincount(owner[options[np.concatenate(self.pool)]], minlength=len(self.pool)) > 0

    def tried(self, option: int, budget: Budget) -> tuple[float, float]:
        """Say how much less the columns at hand are worth without an option, and with it for sure."""
        request = self.place.problem.request
        mine = self.holding(np.arange(len(request)) == option)
        others = self.holding(request == request[option]) & ~mine
        row = int(np.searchsorted(np.flatnonzero(self.shared), request[option]))
        without = self._lost(mine, budget)
        if not self.shared[request[option]]:
            return without, self._lost(others, budget)
        self.master.at_least(row, 1)
        served = self._lost(others, budget)
        self.master.at_least(row, int(self.low[row]))
        return without, served

    def _lost(self, columns: Mask, budget: Budget) -> float:
        """Say how much less the mixture is worth without some columns; 0 when time runs out."""
        left = self.master.without(np.flatnonzero(columns), budget)
        return 0.0 if left is None or self.mixture is None else max(0.0, self.mixture.worth - left.worth)

    def _unknown(self, group: Ints) -> bool:
        name = group.tobytes()
        if name in self._known:
            return False
        self._known.add(name)
        return True

    def grow(self, budget: Budget, *, enough: int | None = None, early: float = 0.0) -> bool:
        """Look for better prices until there are none, or the bound is good enough; say whether so.

        `early` is a share of the distance to what is enough: when no more can be gained, stop.
        """
        width = NARROW * (np.abs(self.prices) + max(1.0, float(np.abs(self.prices).mean())))
        self._hold(width)
        while budget.left() > 0.0 and (enough is None or self.total > enough):
            mixture = self.master.solve(budget)
            if mixture is None:
                return budget.left() > 0.0
            self.mixture = mixture
            new = self._better(mixture)
            if new and self.scaled / self.scale > mixture.worth + self._near(enough, early):
                continue
            if not mixture.broken:
                return True
            width *= 3
            self._hold(width)
        return budget.left() > 0.0

    def _near(self, enough: int | None, early: float) -> float:
        """Say by how much the bound may miss the mixture's worth."""
        return NEAR if enough is None else max(NEAR, early * (self.scaled / self.scale - enough))

    def _better(self, mixture: Mixture) -> int:
        """Fill at prices between the best so far and the mixture's; return how many columns that gave."""
        wanted = self.spread(mixture.prices)
        for smooth in (SMOOTH, 0.0):
            prices = smooth * self.prices + (1 - smooth) * wanted
            scaled, scale, chosen = self.filled(prices)
            if scaled * self.scale < self.scaled * scale:
                self.scaled, self.scale, self.prices = scaled, scale, prices
            if new := self.take(chosen):
                return new
        return 0

    def spread(self, prices: Floats) -> Floats:
        """Return the master's prices as prices of the programme's rows."""
        wanted = np.zeros(len(self.programme.low))
        wanted[self.shared] = prices[: int(self.shared.sum())]
        return wanted

    def _hold(self, width: Floats) -> None:
        """Keep the master's prices near the best ones; each limit's own price is free."""
        far = np.full(len(self.knapsacks.limits), self.far())
        centre, wide = self.prices[self.shared], width[self.shared]
        self.master.hold(np.append(centre - wide, -far), np.append(centre + wide, far))

    def far(self) -> float:
        """Return a price that nobody pays who has a choice."""
        return 30.0 * max(
            1.0, float(np.abs(self.programme.value).max(initial=0)), float(np.abs(self.prices).max())
        )
