"""Goes down for plans that come near the bound, among the columns that such plans may choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.allocation.columns.leaves import Leaves
from matchmaker.allocation.columns.listing import listed

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.generation import Generation
    from matchmaker.allocation.problem import Mask

FIRST = 4e-4
"""How far below the bound plans are looked for at first, as a share of it."""

PATIENCE = 100
"""Branches without a plan after which one twice as far away will do."""


class Seeking:
    """Looks for plans so near the bound that what they may choose can be listed."""

    def __init__(self, generation: Generation, *, total: int) -> None:
        """Begin where the columns of a place have grown, and no plan is worth more than so much."""
        self.total = total
        self.lost = False
        """Whether there is too much to be listed, or nobody here can go on."""
        self._generation = generation
        self._leaves: Leaves | None = None
        self._reach = 1 + int(FIRST * abs(total))
        self._widest = False
        """Whether more than this cannot be listed."""
        self._looked, self._patience = 0, PATIENCE

    def step(self, need: int, budget: Budget) -> Mask | None:
        """Look at one branch; return a plan worth the need, if it is one."""
        if self._leaves is None:
            self._leaves = self._begun(need)
            return None
        self.total = min(self.total, self._leaves.raised(need))
        if self._leaves.done:
            self._leaves = None
            return None
        self._looked += 1
        plan = self._leaves.step(budget)
        self.lost = self._leaves.lost
        if plan is not None:
            self._leaves, self._reach = None, (self.total - self._generation.place.worth(plan)) // 2
        elif self._looked > self._patience and self.total - self._reach > need and not self._widest:
            self._leaves, self._reach, self._patience = None, 2 * self._reach + 1, 2 * self._patience
        return plan

    def _begun(self, need: int) -> Leaves | None:
        """List the columns of plans within reach, or of fewer when they are too many."""
        self._looked = 0
        least = max(need, self.total - self._reach)
        listing = listed(self._generation, need=least)
        if listing is not None:
            return Leaves(self._generation, listing, least=least, total=self.total)
        self._widest, self.lost = True, self._reach == 0
        self._reach //= 2
        return None
