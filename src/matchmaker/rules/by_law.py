"""The twin of a rule that has no faster one: the law itself, asked once for all that it cannot tell apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

from matchmaker.rules.block import FULL, Masks, seen_by

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement, Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.words import Company
    from matchmaker.rules.block import Block, Party, Visit

Axis: TypeAlias = Literal["mentor", "beneficiary", "task", "company", "venue"]


class Law(Protocol):
    """What the twin needs to know of a rule: what it looks at, and its verdict."""

    @property
    def looks_at(self) -> frozenset[Axis]:
        """What the verdict depends on."""

    @property
    def looks_at_in_a_group(self) -> frozenset[Axis]:
        """What it depends on besides, where the company is a group."""

    def mentor_key(self, mentor: Mentor, context: Context) -> Hashable:
        """Return what it reads of a mentor; mentors with the same key are judged once."""

    def beneficiary_key(self, beneficiary: Beneficiary, context: Context) -> Hashable:
        """Return what it reads of a person; people with the same key are judged once."""

    def judge(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Return the objection, or None."""


def axes(rule: Law, block: Block) -> frozenset[Axis]:
    """Return what a rule looks at in this block; groups are few, so looking at more costs little there."""
    return rule.looks_at | (rule.looks_at_in_a_group if "group" in block.companies else frozenset())


def masks_by_law(rule: Law, block: Block) -> Masks:
    """Judge a block by the law itself, once for each distinct thing that the rule looks at."""
    import numpy as np

    looks, context = axes(rule, block), block.context
    parties = _distinct(
        block.parties,
        lambda party: tuple(rule.mentor_key(m, context) for m in party) if "mentor" in looks else len(party),
    )
    visits = _distinct(
        block.visits,
        lambda visit: (
            rule.beneficiary_key(visit[0], context) if "beneficiary" in looks else None,
            visit[1] if "task" in looks else None,
        ),
    )
    companies = _distinct(block.companies, lambda company: company if "company" in looks else None)
    shape = (len(parties.kept), len(visits.kept), len(companies.kept), block.words)
    ready, open_ = np.empty(shape, np.uint32), np.empty(shape, np.uint32)
    venues = [_venues(block, members, each="venue" in looks) for members in visits.members]
    for c, company in enumerate(companies.kept):
        for p, party in enumerate(parties.kept):
            seen = _Seen(party, company)
            for v, visit in enumerate(visits.kept):
                ready[p, v, c], open_[p, v, c] = _words(rule, block, visit, venues=venues[v], seen=seen)
    where = np.ix_(parties.place, visits.place, companies.place)
    return Masks(ready[where], open_[where])


class _Seen(dict[tuple[str, str], "tuple[tuple[Mentor, Arrangement], ...]"]):
    """How a party sees a task at a venue, remembered for the next person."""

    def __init__(self, party: Party, company: Company) -> None:
        self._party, self._company = party, company

    def at(self, task: str, venue: Venue) -> tuple[tuple[Mentor, Arrangement], ...]:
        known = self.get((task, venue.code))
        if known is None:
            known = self[task, venue.code] = tuple(
                seen_by(self._party, task, company=self._company, venue=venue)
            )
        return known


def _words(
    rule: Law, block: Block, visit: Visit, *, venues: Sequence[Venue], seen: _Seen
) -> tuple[list[int], list[int]]:
    """Return the words of ready and of open bits for one visit; a rule that looks at no venue fills them."""
    person, task = visit
    ready, open_ = [FULL] * block.words, [FULL] * block.words
    by_venue = "venue" in axes(rule, block)
    for venue in venues:
        asks = closes = False
        for mentor, arrangement in seen.at(task, venue):
            found = rule.judge(mentor, person, arrangement, block.context)
            if found is not None:
                closes = closes or found.question is None
                asks = True
        if not by_venue:
            return ([0] * block.words if asks else ready), ([0] * block.words if closes else open_)
        if asks:
            word, bit = block.bit[venue.code]
            ready[word] &= ~bit
            if closes:
                open_[word] &= ~bit
    return ready, open_


def _venues(block: Block, members: Sequence[Visit], *, each: bool) -> tuple[Venue, ...]:
    tasks = dict.fromkeys(task for _, task in members)
    venues = tuple(dict.fromkeys(venue for task in tasks for venue in block.context.venues_for(task)))
    return venues if each else (venues or block.venues)[:1]


class _Distinct(NamedTuple):
    kept: list[Any]
    place: list[int]
    members: list[list[Any]]


def _distinct(items: Sequence[Any], key: Callable[[Any], Hashable]) -> _Distinct:
    """Keep one item of each key, the place of every item among those kept, and who shares it."""
    places: dict[Hashable, int] = {}
    result = _Distinct([], [], [])
    for item in items:
        place = places.setdefault(key(item), len(places))
        if place == len(result.kept):
            result.kept.append(item)
            result.members.append([])
        result.place.append(place)
        result.members[place].append(item)
    return result
