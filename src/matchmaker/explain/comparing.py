"""Two proposals set beside each other: of one round, or of two months; under one policy, or two.

What can be compared is compared, and what cannot is said: totals under two policies, or of two days, are
not subtracted but stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import counted, in_turn, listed, on_day
from matchmaker.explain.contrast import Contrast, contrast
from matchmaker.plan.forced import worth_of
from matchmaker.policy.priorities import PLAIN, SAID, Suggestion

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Status
    from matchmaker.explain.chain_words import Coming
    from matchmaker.explain.for_others import Move
    from matchmaker.explain.sides import Planned
    from matchmaker.policy.priorities import PriorityName

COUNTS: Final[tuple[PriorityName, ...]] = ("urgent", "offered", "overdue", "waited")
"""Priorities whose totals mean something outside the arithmetic: they can be told of any plan."""
_PEOPLE: Final[Mapping[Coming, str]] = {
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
class Comparison:
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
            **{_PEOPLE[coming]: people for coming, people in self.people.items()},
        }
        for what, people in told.items():
            if people:
                yield f"{what}: {listed(people)}."


def compared(first: Planned, second: Planned) -> Comparison:
    """Set a second plan beside a first one.

    Raises:
        VerificationFailed: the parts do not add up to the whole.
    """
    coming = _coming(first, second)
    unlike = tuple(_unlike(first, second))
    found = contrast(first, second, coming=coming, alike=not unlike)
    moves = [move for chain in found.chains for move in chain.moves if move.beneficiary not in coming]
    both = [move for move in moves if move.before and move.after]
    return Comparison(
        _one(first),
        _one(second),
        unlike,
        _who(move for move in moves if not move.before),
        _who(move for move in moves if not move.after),
        _who(move for move in both if set(move.before) != set(move.after)),
        _who(move for move in both if set(move.before) == set(move.after)),
        {
            what: tuple(sorted((who for who in coming if coming[who] == what), key=in_turn))
            for what in _PEOPLE
        },
        found,
    )


def _who(moves: Iterable[Move]) -> tuple[str, ...]:
    return tuple(sorted((move.beneficiary for move in moves), key=in_turn))


def _one(plan: Planned) -> OnePlan:
    return OnePlan(
        plan.context.as_of,
        plan.policy.name,
        plan.status,
        len(plan.chosen),
        len(plan.context.requests),
        plan.policy.priorities,
        plan.order.told(worth_of(plan.chosen, plan.order)),
        dict(_counts(plan)),
    )


def _unlike(first: Planned, second: Planned) -> Iterator[str]:
    """Yield what keeps the totals from being counted alike."""
    if first.policy.fingerprint != second.policy.fingerprint:
        yield "the two were made under different policies"
    if first.context.as_of != second.context.as_of:
        yield "they are of different days"
    if _asking(first.context) != _asking(second.context):
        yield "not the same people ask in both"


def _asking(context: Context) -> set[tuple[str, date | None, bool]]:
    return {(person.id, person.asked_on, person.urgent) for person in context.requests}


def _counts(plan: Planned) -> Iterator[tuple[PriorityName, int]]:
    said = [Suggestion(option.pair, option.state, option.fit) for option in plan.chosen]
    for name in COUNTS:
        yield name, sum(PLAIN[name](each, plan.policy, plan.context) for each in said)


def _side_by_side(first: OnePlan, second: OnePlan) -> Iterator[str]:
    for name in COUNTS:
        what, here, there = SAID[name], first.counts[name], second.counts[name]
        yield f"{what[:1].upper()}{what[1:]}: {here} in the first, {there} in the second."


def _coming(first: Planned, second: Planned) -> dict[str, Coming]:
    """Return who is in one of the rounds only, or asks in one of them only."""
    before, after = first.context, second.context
    asked, asks = ({person.id for person in each.requests} for each in (before, after))
    found: dict[str, Coming] = {}
    for person in sorted(asks - asked):
        found[person] = "asks now" if person in before.beneficiaries else "new"
    had = {option.pair.beneficiary.id: frozenset(option.pair.mentor_ids) for option in first.chosen}
    begun = {match.beneficiary: frozenset(match.mentors) for match in after.under_way}
    for person in sorted(asked - asks):
        if person in had and begun.get(person) == had[person]:
            found[person] = "has begun"
        else:
            found[person] = "asks no more" if person in after.beneficiaries else "gone"
    return found
