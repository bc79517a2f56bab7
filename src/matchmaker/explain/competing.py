"""More people than places: a group of whom not all can have a suggestion, however they are shared out.

Every way that anybody of the group has needs one of a few things there is only so much of, and these do
not go round (Hall, "On Representatives of Subsets", 1935). Anyone can count it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.words import counted, in_turn, listed
from matchmaker.limits.taking import What

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan


@dataclass(frozen=True, slots=True)
class Competing:
    """Who competes, for how many places, and what the places are of."""

    people: tuple[str, ...]
    places: int
    what: tuple[What, ...]
    """Limits, by their code and whose they are."""
    titles: tuple[str, ...]
    """What each of these limits is called."""

    @property
    def sentence(self) -> str:
        """Say it."""
        whose: dict[str, list[str]] = {}
        for (_, key), title in zip(self.what, self.titles, strict=True):
            whose.setdefault(title, []).append(key)
        parts = (f"{title} ({listed(keys)})" for title, keys in whose.items())
        people = counted(len(self.people), "person", many="people")
        return f"{people} compete for {counted(self.places, 'place')}: {listed(parts)}."


def competing(plan: Plan, room: Room, *, beneficiary: str) -> Competing | None:
    """Return the group that somebody without a suggestion is in, if counting shows that there is one.

    Begins with them, and adds whoever has what they lack, until all that anybody could have is counted.
    """
    search = _Search(plan, room)
    people, what = [beneficiary], set[What]()
    for person in people:
        for option in search.options(person):
            if what.isdisjoint(room.uses(option.pair)):
                short = search.short(option, person)
                if short is None:
                    return None
                what.add(short)
                people += [who for who in room.users.get(short, ()) if who not in people]
    places = sum(search.places(each, people) for each in what)
    if not what or places >= len(people):
        return None
    found, titles = tuple(sorted(what)), plan.policy.titles
    called = tuple(titles.get(code, code) for code, _ in found)
    return Competing(tuple(sorted(people, key=in_turn)), places, found, called)


@dataclass(frozen=True, slots=True)
class _Search:
    plan: Plan
    room: Room

    def options(self, person: str) -> Iterator[Option]:
        for option in self.plan.options:
            if option.pair.beneficiary.id == person and self.room.at_all(option.pair):
                yield option

    def short(self, option: Option, person: str) -> What | None:
        """Return what this way lacks even if they gave up what they have; of several, what most have."""
        had = next((each for each in self.plan.chosen if each.pair.beneficiary.id == person), None)
        back = self.room.uses(had.pair) if had else {}
        lacking = [
            what for what, amount in self.room.short_of(option.pair).items() if amount > back.get(what, 0)
        ]
        return min(lacking, key=lambda what: (-len(self.room.users.get(what, ())), what), default=None)

    def places(self, what: What, people: list[str]) -> int:
        """Return how many of them can have it at most: each takes at least the least that any way takes."""
        amounts = (self.room.uses(option.pair).get(what) for who in people for option in self.options(who))
        least = min((amount for amount in amounts if amount), default=1)
        return self.room.before[what] // least
