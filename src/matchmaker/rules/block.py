"""The fast twin: many pairs judged at once, as bits of venues in numpy words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

from matchmaker.domain.arrangement import Arrangement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.words import Company

    Bits: TypeAlias = NDArray[np.uint32]

Party: TypeAlias = "tuple[Mentor, ...]"
Visit: TypeAlias = "tuple[Beneficiary, str]"
Axis: TypeAlias = Literal["mentor", "beneficiary", "task", "company", "venue"]
WORD = 32


class Law(Protocol):
    """What the twin needs to know of a rule: what it looks at, and its verdict."""

    @property
    def looks_at(self) -> frozenset[Axis]:
        """What the verdict depends on."""

    def judge(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Return the objection, or None."""


class Masks(NamedTuple):
    """Two arrays of venue bits, parties × visits × companies × words; a size of 1 stands for all.

    What is open but not ready asks first; what is not open is closed.
    """

    ready: Bits
    open: Bits

    def __and__(self, other: Masks) -> Masks:
        """Combine two rules: both must leave a venue open."""
        return Masks(self.ready & other.ready, self.open & other.open)


@dataclass(frozen=True)
class Block:
    """Parties (a mentor, or the two of a team with the lead first) × visits (a person and a must task)."""

    parties: tuple[Party, ...]
    visits: tuple[Visit, ...]
    companies: tuple[Company, ...]
    context: Context

    @property
    def venues(self) -> tuple[Venue, ...]:
        """The venues that the bits stand for."""
        return self.context.venues

    @property
    def words(self) -> int:
        """How many 32-bit words hold one bit a venue."""
        return max(1, -(-len(self.venues) // WORD))

    @cached_property
    def bit(self) -> dict[str, tuple[int, int]]:
        """The word and the bit of each venue, by its code."""
        return {venue.code: (place // WORD, 1 << place % WORD) for place, venue in enumerate(self.venues)}

    def everything(self) -> Masks:
        """Return masks in which each task has all the venues where it can happen."""
        import numpy as np

        bits = np.zeros((1, len(self.visits), 1, self.words), np.uint32)
        for row, (_, task) in enumerate(self.visits):
            for venue in self.context.venues_for(task):
                word, bit = self.bit[venue.code]
                bits[0, row, 0, word] |= bit
        return Masks(bits, bits.copy())


def seen_by(party: Party, task: str, company: Company, venue: Venue) -> Iterator[tuple[Mentor, Arrangement]]:
    """Yield each mentor of a party with the arrangement as that mentor sees it."""
    for place, mentor in enumerate(party):
        other = party[1 - place].id if len(party) == 2 else None
        yield mentor, Arrangement(task, company, venue, other, leads=place == 0)


def masks_by_law(rule: Law, block: Block) -> Masks:
    """Judge a block by the law itself, once for each distinct thing that the rule looks at."""
    import numpy as np

    looks = rule.looks_at
    parties = _distinct(block.parties, _key("mentor" in looks, lambda party: tuple(m.id for m in party)))
    visits = _distinct(block.visits, _visit_key("beneficiary" in looks, "task" in looks))
    companies = _distinct(block.companies, _key("company" in looks, lambda company: company))
    shape = (len(parties.kept), len(visits.kept), len(companies.kept), block.words)
    ready, open_ = np.full(shape, 2**32 - 1, np.uint32), np.full(shape, 2**32 - 1, np.uint32)
    for v, visit in enumerate(visits.kept):
        venues = _venues(block, visits.members[v], each="venue" in looks)
        for p, party in enumerate(parties.kept):
            for c, company in enumerate(companies.kept):
                for venue in venues:
                    asks, closes = _verdict(rule, party, visit, company, venue, block.context)
                    word, bit = block.bit[venue.code] if "venue" in looks else (slice(None), 2**32 - 1)
                    if asks or closes:
                        ready[p, v, c, word] &= np.uint32(~bit & (2**32 - 1))
                    if closes:
                        open_[p, v, c, word] &= np.uint32(~bit & (2**32 - 1))
    where = np.ix_(parties.place, visits.place, companies.place)
    return Masks(ready[where], open_[where])


def _verdict(
    rule: Law, party: Party, visit: Visit, company: Company, venue: Venue, context: Context
) -> tuple[bool, bool]:
    person, task = visit
    found = [
        rule.judge(mentor, person, seen, context) for mentor, seen in seen_by(party, task, company, venue)
    ]
    return any(o and not o.closes for o in found), any(o and o.closes for o in found)


def _venues(block: Block, members: Sequence[Visit], *, each: bool) -> tuple[Venue, ...]:
    tasks = dict.fromkeys(task for _, task in members)
    venues = tuple(dict.fromkeys(venue for task in tasks for venue in block.context.venues_for(task)))
    return venues if each else (venues or block.venues)[:1]


class _Distinct(NamedTuple):
    kept: list[Any]
    place: list[int]
    members: list[list[Any]]


def _key(looks: bool, name: Callable[[Any], Hashable]) -> Callable[[Any], Hashable]:
    return name if looks else lambda _: None


def _visit_key(by_person: bool, by_task: bool) -> Callable[[Visit], Hashable]:
    return lambda visit: (visit[0].id if by_person else None, visit[1] if by_task else None)


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
