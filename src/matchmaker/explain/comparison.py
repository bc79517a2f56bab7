"""Two proposals side by side, in words: of one round, or of two months; under one policy, or two.

What can be compared is compared, and what cannot is said: totals under two policies, or of two days, are
not subtracted but stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from matchmaker.domain.words import counted, listed, on_day
from matchmaker.explain.explanation import Explanation
from matchmaker.policy.priorities import SAID

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.proposal import Status
    from matchmaker.explain.chain_words import Coming
    from matchmaker.explain.contrast import Contrast
    from matchmaker.policy.priorities import PriorityName

COUNTS: Final[tuple[PriorityName, ...]] = ("urgent", "offered", "overdue", "waited")
"""Priorities whose totals mean something outside the arithmetic: they can be told of any plan."""
PEOPLE: Final[Mapping[Coming, str]] = {
    "new": "New in the second round",
    "asks now": "In both rounds, asking only in the second",
    "gone": "No longer in the round",
    "asks no more": "In both rounds, asking only in the first",
    "has begun": "Suggested in the first plan, and under way by the second",
}
_NOT_SURE: Final[Mapping[Status, str]] = {
    "feasible": "That no plan does better than the {} is not proved: the search was stopped before.",
    "unknown": "The {} run found no plan in time, so it suggests nobody.",
    "impossible": "No plan can keep every pin of the {} run, so it suggests nobody.",
}


@dataclass(frozen=True, slots=True)
class OnePlan:
    """What one of the two plans is, by itself."""

    as_of: date
    policy: str
    status: Status
    offered: int
    asked: int
    priorities: tuple[PriorityName, ...]
    totals: tuple[int, ...]
    counts: Mapping[PriorityName, int]
    """What can be counted whatever its priorities are; who has waited too long is for its policy to say."""


@dataclass(frozen=True, slots=True)
class Comparison(Explanation):
    """Who gains, who loses, who moves, and what it comes to, from a first plan to a second."""

    first: OnePlan
    second: OnePlan
    unlike: tuple[str, ...]
    """Why the totals cannot be subtracted; nothing where they can."""
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    moves: tuple[str, ...]
    other_way: tuple[str, ...]
    """Who meets the same mentors in another company."""
    people: Mapping[Coming, tuple[str, ...]]
    """Who is in one of the rounds only, or asks in one of them only."""
    contrast: Contrast

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say first what it comes to, then who gains, loses and moves, then how it hangs together."""
        chains = (told for chain in self.contrast.told for told in chain)
        return (*self.whole, *self.who, *chains)

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, days as text."""
        data = Explanation.as_data(self)
        for which, plan in (("first", self.first), ("second", self.second)):
            data[which]["as_of"] = plan.as_of.isoformat()
        return data

    @property
    def whole(self) -> tuple[str, ...]:
        """Say what it comes to."""
        return tuple(self._whole())

    @property
    def who(self) -> tuple[str, ...]:
        """Say who gains, who loses and who moves, and who is in one of the rounds only."""
        return tuple(self._who())

    def _whole(self) -> Iterator[str]:
        for which, plan in (("first", self.first), ("second", self.second)):
            if said := _NOT_SURE.get(plan.status):
                yield said.format(which)
        same = not self.contrast.chains and not self.people["has begun"]
        if same:
            yield "The two plans are the same."
        if self.first.as_of != self.second.as_of:
            yield f"The first is of {on_day(self.first.as_of)}, the second of {on_day(self.second.as_of)}."
        if not same or self.first.offered != self.second.offered:
            many = counted(self.second.offered, "person has", many="people have")
            yield f"In the second plan {many} a suggestion, in the first {self.first.offered}."
        if not self.unlike:
            if not same or any(self.contrast.gain or ()):
                yield self.contrast.means
            if any(self.contrast.unmoved or ()):
                yield "Some of that comes from what is known now of people whose suggestion stays."
            return
        yield f"What they come to cannot be subtracted: {'; '.join(self.unlike)}. Side by side:"
        yield from _side_by_side(self.first, self.second)

    def _who(self) -> Iterator[str]:
        told = {
            "Has a suggestion now": self.gains,
            "Has none for now": self.loses,
            "Meets somebody else": self.moves,
            "Meets the same mentor in another way": self.other_way,
            **{PEOPLE[coming]: people for coming, people in self.people.items()},
        }
        for what, people in told.items():
            if people:
                yield f"{what}: {listed(people)}."


def _side_by_side(first: OnePlan, second: OnePlan) -> Iterator[str]:
    for name in COUNTS:
        what, here, there = SAID[name], first.counts[name], second.counts[name]
        yield f"{what[:1].upper()}{what[1:]}: {here} in the first, {there} in the second."
