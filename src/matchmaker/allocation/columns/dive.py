"""Builds a plan column by column: fix the best ones, find new prices for the rest, and go on.

It gives up as soon as the bound on what can still come of it is no better than the plan there is.
What is left in the end is small enough to be decided whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.multipliers import charged

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.generation import Generation
    from matchmaker.allocation.columns.mixture import Mixture
    from matchmaker.allocation.problem import Mask

    Floats = NDArray[np.float64]
    Taste = Callable[[Floats], Floats]

ROUNDS = 8
"""In how many rounds about the limits are fixed."""

STEPS = 5
"""How often prices are found anew in each round."""

NONE, SURE = 1e-6, 0.99
LIKELY = 0.5


class Dive:
    """One way down, for the columns of a generation."""

    def __init__(self, generation: Generation, *, open_options: Mask, need: int | None) -> None:
        """Look for a plan worth at least `need`, among the options that are open."""
        self.generation, self.need = generation, need
        self.open = open_options.copy()
        self.fixed = np.zeros(len(open_options), np.bool_)
        self.low, self.high = generation.low.copy(), generation.high.copy()
        self._closed = np.zeros(0, np.bool_)
        far = np.full(len(self.low), generation.far())
        generation.master.hold(-far, far)
        self._close()

    @property
    def left(self) -> int:
        """How many requests are still to be decided."""
        return len(np.unique(self.generation.place.problem.request[self.open]))

    def down(self, mixture: Mixture, *, taste: Taste, leaf: int, budget: Budget) -> bool:
        """Fix columns until few requests are left; say whether that may still be worth it."""
        current: Mixture | None = mixture
        try:
            while budget.left() > 0.0 and current is not None:
                if not self._fix(current.share, taste(current.share)) or self.left <= leaf:
                    return True
                self._close()
                self.generation.master.room(self.low, self.high)
                current = self._priced(budget)
            return False
        finally:
            self._undo()

    def _fix(self, share: Floats, chance: Floats) -> bool:
        """Choose the columns with the largest share, give or take chance; say whether there was one."""
        members = self.generation.knapsacks.member
        step = max(1, len(np.unique(members[self.open])) // ROUNDS)
        done = 0
        order = np.argsort(-(share + chance), kind="stable")
        for place in order[share[order] > NONE].tolist():
            if done and (done >= step or share[place] < LIKELY) and share[place] < SURE:
                break
            done += self._chosen(place)
        return done > 0

    def _chosen(self, place: int) -> bool:
        """Choose one column if it still fits."""
        generation = self.generation
        options = generation.pool[place]
        if not self.open[options].all():
            return False
        taken = generation.columns([options])
        if (taken.amount > self.high[taken.row]).any():
            return False
        self.fixed[options] = True
        self.low[taken.row] -= taken.amount
        self.high[taken.row] -= taken.amount
        request, member = generation.place.problem.request, generation.knapsacks.member
        self.open[np.isin(request, request[options])] = False
        if member[options[0]] >= 0:
            self.open[member == member[options[0]]] = False
        return True

    def _close(self) -> None:
        """Close the columns that hold an option which is no longer open."""
        closed = self.generation.holding(~self.open)
        closed[: len(self._closed)] |= self._closed
        self.generation.master.allow(np.flatnonzero(closed), most=0.0)
        self._closed = closed

    def _undo(self) -> None:
        """Leave the master as it was found."""
        generation = self.generation
        generation.master.allow(np.flatnonzero(self._closed), most=1.0)
        generation.master.room(generation.low, generation.high)

    def _priced(self, budget: Budget) -> Mixture | None:
        """Find prices for what is left; return None when the need cannot be met."""
        generation = self.generation
        mixture = None
        for _ in range(STEPS):
            mixture = generation.master.solve(budget)
            if mixture is None:
                return None
            bound, chosen = self._filled(generation.spread(mixture.prices))
            if self.need is not None and bound < self.need:
                return None
            if not generation.take(chosen):
                return mixture
        return generation.master.solve(budget)

    def _filled(self, prices: Floats) -> tuple[int, Mask]:
        """Fill the limits with open options only: a bound on what can still come, and the options."""
        generation = self.generation
        programme, knapsacks = generation.programme, generation.knapsacks
        charge = charged(programme, prices, requests=generation.place.problem.requests)
        left = np.where(self.open, charge.left, -1)
        best, chosen = knapsacks.fill(left)
        alone = np.maximum(left[knapsacks.member < 0], 0)
        price = charge.price[generation.shared]
        rows = slice(0, len(price))
        room = np.where(price > 0, self.high[rows], self.low[rows])
        scaled = sum(best.tolist()) + sum(alone.tolist())
        scaled += sum(p * r for p, r in zip(price.tolist(), room.tolist(), strict=True) if p)
        return scaled // charge.scale + generation.place.worth(self.fixed), chosen & self.open
