"""More people than places: a group of whom not all can have a suggestion, however they are shared out.

Every way that anybody of the group has needs one of a few things there is only so much of, and these do
not go round (Hall, "On Representatives of Subsets", 1935). Anyone can count it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.domain.words import counted, in_turn, listed
from matchmaker.limits.taking import What

if TYPE_CHECKING:
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

    Begins with them, and adds whoever has what they lack, until all that anybody could have is counted;
    and then everybody else who could have nothing but that.
    """
    search = _Search(plan, room)
    people, known, what = [beneficiary], {beneficiary}, set[What]()
    for person in people:
        ways = [uses for uses in search.ways(person) if what.isdisjoint(uses)]
        lacking = search.lacking(person, ways)
        if lacking is None:
            return None
        what |= lacking
        holders = (who for each in sorted(lacking) for who in room.users.get(each, ()))
        new = [who for who in dict.fromkeys(holders) if who not in known]
        people += new
        known.update(new)
    everybody = (person.id for person in plan.context.requests)
    group = {who for who in everybody if who in known or search.needs(who, what)}
    places = sum(search.places(each, group) for each in what)
    if not what or places >= len(group):
        return None
    found, titles = tuple(sorted(what)), plan.policy.titles
    called = tuple(titles.get(code, code) for code, _ in found)
    return Competing(tuple(sorted(group, key=in_turn)), places, found, called)


@dataclass(frozen=True)
class _Search:
    plan: Plan
    room: Room

    def ways(self, person: str) -> Sequence[Mapping[What, int]]:
        """Return what each way to meet somebody takes, where there would be room if it were the only one."""
        return self._ways.get(person, ())

    @cached_property
    def _ways(self) -> dict[str, list[Mapping[What, int]]]:
        found: dict[str, list[Mapping[What, int]]] = {}
        for option in self.plan.options:
            if self.room.at_all(option.pair):
                found.setdefault(option.pair.beneficiary.id, []).append(self.room.uses(option.pair))
        return found

    @cached_property
    def _had(self) -> dict[str, Mapping[What, int]]:
        return {option.pair.beneficiary.id: self.room.uses(option.pair) for option in self.plan.chosen}

    def lacking(self, person: str, ways: Sequence[Mapping[What, int]]) -> set[What] | None:
        """Return what these ways lack even if somebody gave up what they have: one thing, if all lack it.

        Of several things it is the one that fewest have, so that the group stays small; None where a way
        lacks nothing.
        """
        back = self._had.get(person, {})
        short = [
            {what for what, amount in uses.items() if amount > self._left(what, amount) + back.get(what, 0)}
            for uses in ways
        ]
        if not all(short):
            return None
        common = set.intersection(*short) if short else set()
        return {self._rarest(common)} if common else {self._rarest(each) for each in short}

    def _left(self, what: What, amount: int) -> int:
        return self.room.after.get(what, amount)

    def _rarest(self, found: set[What]) -> What:
        return min(found, key=lambda what: (len(self.room.users.get(what, ())), what))

    def needs(self, person: str, what: set[What]) -> bool:
        """Say whether somebody could meet anybody, and never without one of these."""
        ways = self.ways(person)
        return bool(ways) and not any(what.isdisjoint(uses) for uses in ways)

    def places(self, what: What, people: Iterable[str]) -> int:
        """Return how many of them can have it at most: each takes at least the least that any way takes."""
        amounts = (uses.get(what) for who in people for uses in self.ways(who))
        least = min((amount for amount in amounts if amount), default=1)
        return self.room.before[what] // least
