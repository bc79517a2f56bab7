"""Who else needs the same places, hours or visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.arrangement import Pair
    from matchmaker.plan import Plan

What: TypeAlias = tuple[str, str]
"""A limit's code, and whose it is."""


@dataclass(frozen=True)
class Contest:
    """What the plan leaves of everything there is only so much of."""

    plan: Plan

    def with_whom(self, options: Sequence[Option]) -> tuple[str, ...]:
        """Return who has what every one of these options lacks; or what any of them lacks."""
        lacking = [self._lacking(option.pair) for option in options]
        if not lacking:
            return ()
        what = frozenset.intersection(*lacking) or frozenset.union(*lacking)
        users = (o.pair for o in self.plan.chosen if what & set(self._uses(o.pair)))
        return tuple(sorted(pair.beneficiary.id for pair in users))

    def _uses(self, pair: Pair) -> dict[What, int]:
        return {
            (limit.code, key): amount
            for limit in self.plan.policy.limits_on
            for key, amount in limit.uses(pair, self.plan.context).items()
        }

    def _lacking(self, pair: Pair) -> frozenset[What]:
        uses = self._uses(pair).items()
        return frozenset(what for what, amount in uses if amount > self._left.get(what, amount))

    @cached_property
    def _left(self) -> dict[What, int]:
        taken: Counter[What] = Counter()
        for option in self.plan.chosen:
            taken.update(self._uses(option.pair))
        rooms = ((limit.code, limit.left(self.plan.context)) for limit in self.plan.policy.limits_on)
        return {
            (code, key): at_most - taken[code, key] for code, room in rooms for key, at_most in room.items()
        }
