"""What is known about one level: the best plan so far, the bounds, and which options they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.multipliers import Bound
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Mask

NEAR = 0.002
"""Plans this near to the bound are hard to better: an engine that must do so prunes more, but finds
none by itself."""

HOPE = 0.6
"""How much of the distance to the bound may be hoped for: fewer options are left then."""


class Known:
    """The best plan and the bounds of one level; both only get better."""

    def __init__(self, place: Place, bound: Bound) -> None:
        """Begin with what the relaxation knows."""
        self.place = place
        self.bounds = [bound]

    @property
    def total(self) -> int:
        """The best bound there is."""
        return self.best().total

    @property
    def need(self) -> int | None:
        """What a better plan must be worth."""
        total = self.place.total()
        return None if total is None else total + 1

    @property
    def done(self) -> bool:
        """Whether the plan is as good as its bound."""
        return self.place.total() == self.total

    @property
    def near(self) -> bool:
        """Whether the plan is so good that an engine should look only for better ones."""
        total = self.place.total()
        return total is not None and self.total - total <= NEAR * abs(self.total)

    def best(self) -> Bound:
        """Return the best bound there is, with what each option would cost."""
        return min(self.bounds, key=lambda bound: bound.total)

    def open(self, *, hopeful: bool = False) -> Mask:
        """Mark the options that a better plan might choose, or one that is much better (`hopeful`)."""
        need = self.need
        mask = np.ones(self.place.problem.options, np.bool_)
        if need is not None:
            least = need + (int(HOPE * max(0, self.total - need)) if hopeful else 0)
            for bound in self.bounds:
                mask &= bound.reaches(least)
        return mask

    def core(self) -> Place:
        """Return the place with only the options that a better plan might choose, and the plan's own."""
        keep = self.open()
        return self.place.narrowed(keep if self.place.plan is None else keep | self.place.plan)

    def learn(self, total: int) -> None:
        """Hear from elsewhere that no plan is worth more."""
        self.bounds = [bound.lowered(total) for bound in self.bounds]

    def offered(self, plan: Mask | None) -> bool:
        """Take a plan if it is better than what there is; say whether it is."""
        before, self.place = self.place, self.place.offered(plan)
        return self.place is not before
