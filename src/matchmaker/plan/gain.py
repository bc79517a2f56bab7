"""Another plan beside the one there is: what it is worth more, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from matchmaker.compile import read_back

if TYPE_CHECKING:
    from matchmaker.allocation import Answer
    from matchmaker.compile import Compiled, Option
    from matchmaker.policy.order import Order

Sureness: TypeAlias = Literal["exact", "at least", "at most", "as far as we can tell"]


@dataclass(frozen=True, slots=True)
class Gain:
    """By priority, what one best plan is worth more than another, and how sure each figure is."""

    more: tuple[int, ...]
    before: int
    """How many priorities, from the first on, are proved of the plan without the change."""
    after: int
    """The same of the plan with it."""

    @property
    def exact(self) -> bool:
        """Whether every figure is proved."""
        return min(self.before, self.after) >= len(self.more)

    def sure(self, priority: int) -> Sureness:
        """Say how sure the figure of a priority is, by its place."""
        if priority < min(self.before, self.after):
            return "exact"
        if priority < self.before:
            return "at least"
        return "at most" if priority < self.after else "as far as we can tell"


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """What came of solving with something changed."""

    answer: Answer
    chosen: tuple[Option, ...]

    @classmethod
    def of(cls, answer: Answer, numbers: Compiled) -> OtherPlan:
        """Read an answer back, in the numbers it was asked in."""
        return cls(answer, read_back(answer, numbers) if answer.has_plan else ())

    def gain(self, base: Answer, order: Order) -> Gain:
        """Return what it is worth more than another answer; a plan that is worse is not taken."""
        better = max(self.answer.totals, base.totals) if self.answer.has_plan else base.totals
        more = [total - was for total, was in zip(better, base.totals, strict=True)]
        return Gain(order.told(more), _proved(base, order), _proved(self.answer, order))


def _proved(answer: Answer, order: Order) -> int:
    """Count the priorities, from the first on, that no plan can better."""
    pairs = zip(answer.totals, answer.bounds, strict=True)
    levels = next((n for n, (total, bound) in enumerate(pairs) if bound > total), len(answer.totals))
    return order.whole(levels)
