"""Those without a suggestion, and the room they would all need: counted once, whoever is asked about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.explain.room import Room
    from matchmaker.limits.taking import What
    from matchmaker.plan import Plan


@dataclass(frozen=True)
class Waiting:
    """Whom a plan suggests nobody, and what room it leaves them."""

    plan: Plan
    room: Room

    @cached_property
    def needs(self) -> dict[What, int]:
        """How much more of each limit there would have to be for everybody who could use it.

        Each needs the least that any of their ways takes. Below 0 where the plan leaves more than that.
        """
        least: dict[What, dict[str, int]] = defaultdict(dict)
        served = self.plan.served
        for option in self.plan.options:
            person = option.pair.beneficiary.id
            if person in served:
                continue
            for what, amount in self.room.uses(option.pair).items():
                least[what][person] = min(amount, least[what].get(person, amount))
        return {what: sum(each.values()) - self.room.after.get(what, 0) for what, each in least.items()}
