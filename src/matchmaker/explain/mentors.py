"""Mentors without a suggestion: under-use is told as loudly as overload (S0:L189)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from matchmaker.domain.proposal import SpareMentor
from matchmaker.domain.words import UNSAID, listed

if TYPE_CHECKING:
    from matchmaker.domain.people import Mentor
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan


_NOBODY_LEFT: Final = (
    "has no suggestion this time: whoever asked has another one, or there is no room or no open way yet"
)
"""Where others came first, and where all that is in the way must not be told: the one hides the other."""


def mentors_without_a_match(plan: Plan, room: Room, *, ledger: Ledger) -> tuple[SpareMentor, ...]:
    """Return each mentor without a suggestion, and why as far as it can be said kindly."""
    busy = {mentor for option in plan.chosen for mentor in option.pair.mentor_ids}
    reasons = _Reasons(plan, room, ledger)
    return tuple(
        SpareMentor(mentor=mentor.id, reasons=tuple(reasons.of(mentor)))
        for mentor in plan.context.round.mentors
        if mentor.id not in busy
    )


@dataclass(frozen=True)
class _Reasons:
    plan: Plan
    room: Room
    ledger: Ledger

    def of(self, mentor: Mentor) -> Iterator[str]:
        if not mentor.available or any(days.holds(self.plan.context.as_of) for days in mentor.breaks):
            yield "is not taking on anybody new at present"
        elif mentor.people_at_once == 0 and not self.plan.context.groups.places(mentor.id):
            yield "has no place for anybody at present"
        elif codes := self._no_room.get(mentor.id):
            yield from self._lacks(codes)
        elif mentor.id in self._could_meet:
            yield _NOBODY_LEFT
        elif mentor.id in self._too_thin:
            yield "has nobody yet who is hoping for what they could share"
        else:
            yield self._nobody(mentor)

    def _lacks(self, codes: frozenset[str]) -> Iterator[str]:
        """What we have no room for is not told as if it were the mentor who has none.

        Nobody who has no room left is said to be able to meet somebody.
        """
        own = codes & self._own
        ours = "and we have no room either" if own else "could meet somebody, but we have no room"
        for begins, lacking in (
            ("has no room left", own),
            (ours, codes - own),
        ):
            titles = [self._titles[code] for code in sorted(lacking)]
            if titles:
                yield f"{begins}: {listed(titles)}"

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(limit.code for limit in self.plan.policy.limits if limit.whose == "mentor")

    def _nobody(self, mentor: Mentor) -> str:
        """Name the rule that most often stands in the way; of what is private say what is said of others."""
        if not self.plan.judged[0].people:
            return "has no suggestion, since nobody asks for a mentor at present"
        counts = self._in_the_way.get(mentor.id)
        if not counts:
            return _NOBODY_LEFT
        code, _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return f"has no suggestion yet; what is most often in the way: {self._titles[code]}"

    @cached_property
    def _titles(self) -> dict[str, str]:
        return self.plan.policy.titles

    @cached_property
    def _could_meet(self) -> frozenset[str]:
        return frozenset(mentor for option in self.plan.options for mentor in option.pair.mentor_ids)

    @cached_property
    def _too_thin(self) -> frozenset[str]:
        below = self.plan.below_floor
        return frozenset(mentor for option in below for mentor in option.pair.mentor_ids)

    @cached_property
    def _no_room(self) -> dict[str, frozenset[str]]:
        return self.room.lacking_with(self.plan.options)

    @cached_property
    def _in_the_way(self) -> dict[str, Counter[str]]:
        counts: dict[str, Counter[str]] = {}
        for place in range(len(self.plan.judged[0].people)):
            for mentor, codes in self.ledger.blocked(place):
                counts.setdefault(mentor.id, Counter()).update(set(codes) - UNSAID)
        return counts
