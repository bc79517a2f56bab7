"""Where it is tight already: workers without room for one more introduction, and mentors we rely on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.explain.gains import for_people, is_settled
from matchmaker.explain.newcomers import WORKERS_LIMITS
from matchmaker.explain.short_of import MoreRoom, ReliedOn
from matchmaker.plan import changes_between
from matchmaker.plan.what_if import WhatIf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation import Answer
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan, Search
    from matchmaker.plan.clock import Clock
    from matchmaker.plan.gain import OtherPlan


@dataclass(frozen=True)
class Strain:
    """One plan, asked again with a little more room or one mentor less."""

    plan: Plan
    base: Answer
    room: Room

    def rooms(self, clock: Clock) -> Iterator[MoreRoom | None]:
        """Yield what room for one more introduction would bring, worker by worker; None for want of time."""
        names = self.plan.policy.priorities
        for place, (code, worker) in enumerate(self._what_if.limits):
            most = self._taken.get((code, worker), 0)
            left = self.room.left_of(code, worker)
            if code not in WORKERS_LIMITS or left is None or left >= most:
                continue
            if clock.over:
                yield None
                return
            found = self._what_if.with_more(place, most, search=clock.next)
            gain = found.gain(self.base, self.plan.order)
            if for_people(names, gain):
                yield MoreRoom(worker, code, most, names, gain)
            elif not is_settled(names, gain):
                yield None

    def relied_on(self, clock: Clock) -> Iterator[ReliedOn | None]:
        """Yield each mentor without whom fewer people would have a suggestion; None for want of time.

        Those who meet most people are looked at first.
        """
        meets = Counter(mentor for option in self.plan.chosen for mentor in option.pair.mentor_ids)
        for mentor in sorted(meets, key=lambda one: (-meets[one], one)):
            if self._replaceable(mentor):
                continue
            if clock.over:
                yield None
                return
            found = self._without(mentor, clock.next)
            fewer, exact = self._fewer(found)
            if fewer > 0:
                yield ReliedOn(mentor, fewer, exact, self._left_out(found))
            elif not exact:
                yield None

    def _fewer(self, found: OtherPlan) -> tuple[int, bool]:
        """Return for how many fewer people there is a plan, or at least so many, and which of the two.

        A plan that was found in haste may be a poor one: what it lacks shows nothing. What no plan
        reaches, does.
        """
        answer, names = found.answer, self.plan.policy.priorities
        fewer = len(self.plan.chosen) - len(found.chosen)
        if answer.status == "optimal":
            return max(0, fewer), True
        if "offered" not in names:
            return 0, False
        order = self.plan.order
        most = order.told(answer.bounds)[names.index("offered")]
        least = max(0, len(self.plan.chosen) - most)
        return least, answer.has_plan and least == fewer

    def _left_out(self, found: OtherPlan) -> tuple[str, ...]:
        """Return who has a suggestion and would have none in the best plan there is then."""
        if found.answer.status != "optimal":
            return ()
        changes = changes_between(self.plan.chosen, found.chosen)
        return tuple(sorted(each.beneficiary for each in changes if each.after is None))

    def _replaceable(self, mentor: str) -> bool:
        """Say whether the one person who meets this mentor could meet another one, with nobody else moved."""
        own = [option for option in self.plan.chosen if mentor in option.pair.mentor_ids]
        if len(own) != 1:
            return False
        places = self.plan.places.get(own[0].pair.beneficiary.id, ())
        ways = (self.plan.options[place] for place in places)
        return any(self.room.instead(way, of=own[0]) for way in ways if mentor not in way.pair.mentor_ids)

    def _without(self, mentor: str, search: Search) -> OtherPlan:
        return self._what_if.without(mentor, search=search)

    @cached_property
    def _what_if(self) -> WhatIf:
        return WhatIf(self.plan, self.base)

    @cached_property
    def _taken(self) -> dict[tuple[str, str], int]:
        """The most that one introduction would take of each worker's limits."""
        most: dict[tuple[str, str], int] = {}
        for option in self.plan.options:
            for what, amount in self.room.uses(option.pair).items():
                most[what] = max(amount, most.get(what, 0))
        return most
