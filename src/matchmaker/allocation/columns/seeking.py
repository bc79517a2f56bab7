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

HOPES = (0.5, 0.7, 0.9)
"""Of the distance from the bound to what is needed, the shares within which plans are looked for in turn."""

PATIENCE = 100
"""Branches without a plan after which the next hope has its turn; a little more each time."""


class Seeking:
    """Looks for plans so near the bound that what they may choose can be listed."""

    def __init__(self, generation: Generation, *, total: int) -> None:
        """Begin where the columns of a place have grown, and no plan is worth more than so much."""
        self.total = total
        self.lost = False
        """Whether there is too much to be listed, or nobody here can go on."""
        self._generation = generation
        self._leaves: Leaves | None = None
        self._most = 1 + int(FIRST * abs(total))
        """How far below the bound is looked at most."""
        self._turn = self._looked = 0

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
        if plan is not None or self._looked > PATIENCE * (1 + self._turn / len(HOPES)):
            self._leaves = None
        return plan

    def _begun(self, need: int) -> Leaves | None:
        """List the columns of plans within reach, or of fewer when they are too many."""
        reach = min(self._most, int(HOPES[self._turn % len(HOPES)] * (self.total - need)))
        self._turn, self._looked = self._turn + 1, 0
        listing = listed(self._generation, need=self.total - reach)
        if listing is not None:
            return Leaves(self._generation, listing, least=self.total - reach, total=self.total)
        self._most, self.lost = reach // 2, reach == 0
        return None
