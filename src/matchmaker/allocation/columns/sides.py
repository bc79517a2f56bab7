"""The two sides of an option in doubt, on one page: which columns each closes, and what it would cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.choice import DOUBT
from matchmaker.allocation.multipliers import charged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.listing import Listing
    from matchmaker.allocation.columns.mixture import Mixture
    from matchmaker.allocation.columns.page import Page
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Mask

    Floats = NDArray[np.float64]

NONE = -(2**62)


@dataclass(frozen=True, slots=True)
class Sides:
    """A solved page, and the columns that may still be chosen."""

    place: Place
    listing: Listing
    page: Page
    mixture: Mixture
    opened: Mask

    def share(self) -> Floats:
        """Return each option's share in the mixture."""
        listing, parts = self.listing, np.where(self.opened, self.mixture.share, 0.0)
        many = self.place.problem.options
        return np.bincount(listing.option, parts[listing.holder], many).astype(np.float64)

    def outside(self) -> bool:
        """Say whether the mixture has a part in columns that no plan worth the need chooses."""
        return bool((self.mixture.share[~self.opened] > DOUBT).any())

    def closed(self, option: int) -> tuple[Mask, Mask, int]:
        """Return the columns to close without an option, those to close with it, and whose it is.

        With it, one of its owner's columns has to be chosen.
        """
        listing, request = self.listing, self.place.problem.request
        mine = listing.holding(np.arange(len(request)) == option)
        owner = int(listing.owner[mine][0])
        others = (listing.holding(request == request[option]) | (listing.owner == owner)) & ~mine
        return mine, others, owner

    def tried(self, option: int, budget: Budget) -> tuple[float, float]:
        """Say how much less the columns at hand are worth without an option, and with it for sure."""
        mine, others, owner = self.closed(option)
        left = self.page.tried(mine, budget), self.page.tried(others, budget, owner=owner)
        without, served = (max(0.0, self.mixture.worth - worth) for worth in left)
        return without, served


def judged(listing: Listing, opened: Mask, *, must: Mask, prices: Floats, need: int) -> tuple[int, Mask]:
    """Return what plans of open columns are worth at most, and the columns that one worth a need may choose.

    All in whole numbers: every owner takes the best of its open columns at the prices, and some must.
    """
    charge = charged(listing.programme, prices, requests=listing.owners)
    left = np.where(opened, charge.left, NONE)
    best = np.where(must, NONE, 0)
    np.maximum.at(best, listing.owner, left)
    if (best == NONE).any():
        return need - 1, np.zeros_like(opened)
    scaled = sum(best.tolist()) + charge.room(listing.programme)
    keep = opened & (best[listing.owner] - left <= scaled - need * charge.scale)
    return scaled // charge.scale, keep


def likely(share: Floats, *, about: float) -> int | None:
    """Return the option in doubt with about such a share; None when no option is in doubt."""
    doubtful = np.flatnonzero((share > DOUBT) & (share < 1 - DOUBT))
    if not len(doubtful):
        return None
    return int(doubtful[np.argmin(np.abs(share[doubtful] - about))])
