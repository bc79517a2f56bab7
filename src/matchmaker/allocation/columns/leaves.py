"""Decides by branching on single options among the columns of a listing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.basis import Basis
from matchmaker.allocation.columns.page import Page
from matchmaker.allocation.columns.sides import Sides, judged, likely

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.choice import Choice
    from matchmaker.allocation.columns.generation import Generation
    from matchmaker.allocation.columns.listing import Listing
    from matchmaker.allocation.problem import Mask

LIKELY = 0.7
"""On the way down the option with about this share is chosen: not so sure that it changes nothing."""

ENDS = 3
"""Ends of branches on one way down after which the next one begins where most can be hoped for."""

MOST = 5_000
"""Branches kept at once, of about 10 kB each."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A branch: which columns are open, of which owners one must be chosen, and what is known about it."""

    opened: NDArray[np.uint8]
    must: NDArray[np.uint8]
    total: int
    basis: Basis


class Leaves:
    """The branches of a listing that may still hold a plan worth so much."""

    def __init__(
        self,
        generation: Generation,
        listing: Listing,
        *,
        least: int,
        total: int,
        choice: Choice | None = None,
    ) -> None:
        """Begin with all columns of a listing.

        With a `choice` the branches that promise most come first, which soon tells what plans are worth at
        most. Without one each way is followed down, which soon ends at a plan.
        """
        self._place, self._far, self._listing = generation.place, generation.far(), listing
        self._least, self._choice = least, choice
        self._open: list[Leaf] = []
        self._ends = 0
        self.lost = False
        """Whether GLOP has nothing to say about some branch, or there are too many."""
        nobody = np.zeros(listing.owners, np.bool_)
        self._put(np.ones(len(listing.owner), np.bool_), nobody, total, Basis.begin(listing))

    def raised(self, need: int) -> int:
        """Drop branches that cannot meet a need; say what a plan that is left out here is worth at most."""
        if need > self._least:
            self._least = need
            self._open = [leaf for leaf in self._open if leaf.total >= need]
        return max((leaf.total for leaf in self._open), default=self._least - 1)

    @property
    def done(self) -> bool:
        """Say whether no branch is left."""
        return not self._open

    def step(self, budget: Budget) -> Mask | None:
        """Look at one branch; return a plan that is good enough, if it is one."""
        if budget.left() == 0.0:
            return None
        leaf, listing = self._next(), self._listing
        opened = np.unpackbits(leaf.opened, count=len(listing.owner)).astype(np.bool_)
        must = np.unpackbits(leaf.must, count=listing.owners).astype(np.bool_)
        page = Page(listing, opened, must=must, basis=leaf.basis, far=self._far)
        mixture = page.solve(budget)
        if mixture is None:
            self.lost |= budget.left() > 0.0
            self._put(opened, must, leaf.total, leaf.basis)
            return None
        total, kept = judged(listing, opened, must=must, prices=mixture.prices, need=self._least)
        if total < self._least:
            self._ends += 1
            return None
        known = Leaf(np.packbits(kept), leaf.must, min(total, leaf.total), page.basis())
        return self._divided(known, Sides(self._place, listing, page, mixture, kept), budget)

    def _next(self) -> Leaf:
        """Take the branch that promises most, or on the way down the latest one."""
        if self._choice is None and self._ends < ENDS:
            return self._open.pop()
        self._ends = 0
        return self._open.pop(max(range(len(self._open)), key=lambda at: (self._open[at].total, at)))

    def _divided(self, leaf: Leaf, sides: Sides, budget: Budget) -> Mask | None:
        """Make two branches of one at an option in doubt, unless it is a plan."""
        share, kept = sides.share(), sides.opened
        must = np.unpackbits(leaf.must, count=self._listing.owners).astype(np.bool_)
        if self._choice is None:
            option = likely(share, about=LIKELY)
        else:
            option = self._choice.best(sides, share, most=leaf.total - self._least + 1, budget=budget)
        if option is not None:
            without, others, owner = sides.closed(option)
            self._put(kept & ~without, must, leaf.total, leaf.basis)
            must[owner] = True
            self._put(kept & ~others, must, leaf.total, leaf.basis)
            return None
        if sides.outside():
            self._put(kept, must, leaf.total, leaf.basis)
            return None
        plan = share > 1 / 2
        good = self._place.programme().allows(plan) and self._place.worth(plan) >= self._least
        self.lost |= not good
        # There may be better plans in this branch, but none if this one is as good as its bound.
        if not good or self._place.worth(plan) < leaf.total:
            self._put(kept, must, leaf.total, leaf.basis)
        return plan if good else None

    def _put(self, opened: Mask, must: Mask, total: int, basis: Basis) -> None:
        self._open.append(Leaf(np.packbits(opened), np.packbits(must), total, basis))
        self.lost |= len(self._open) > MOST
