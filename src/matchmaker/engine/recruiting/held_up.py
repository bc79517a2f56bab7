"""When one more mentor would not help: which worker has no room, checked by giving that much more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from matchmaker.explain.gains import for_people
from matchmaker.explain.newcomers import WORKERS_LIMITS, HeldUp, Lack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.engine.recruiting.values import Values
    from matchmaker.explain.room import Room
    from matchmaker.plan.clock import Clock

Lacking: TypeAlias = frozenset[tuple[str, str]]
_TRIED: Final = 2
"""What is tried for one candidate."""


@dataclass(frozen=True)
class HoldUps:
    """Looks for what a worker would have to have room for before a new mentor helped."""

    values: Values
    room: Room

    def of(self, place: int, clock: Clock) -> Iterator[HeldUp]:
        """Yield what holds a candidate up, each with the people it is about."""
        people: dict[Lacking, list[str]] = {}
        for person, lacking in self._least(place).items():
            people.setdefault(lacking, []).append(person)
        often = sorted(people, key=lambda lacking: (len(lacking), -len(people[lacking]), sorted(lacking)))
        for lacking in often[:_TRIED]:
            if not clock.over and self._would_help(place, lacking, clock):
                lacks = tuple(Lack(code, worker) for code, worker in sorted(lacking))
                yield HeldUp(lacks, tuple(sorted(people[lacking])))

    def _least(self, place: int) -> dict[str, Lacking]:
        """Return for each person who could meet the candidate what is missing, where that is least."""
        found: dict[str, Lacking] = {}
        for option in self.values.options_of(place):
            person, lacking = option.pair.beneficiary.id, self.room.lacking(option)
            mine = person in self.values.candidates[place].could_meet
            if mine and lacking and all(code in WORKERS_LIMITS for code, _ in lacking):
                found[person] = min(found.get(person, lacking), lacking, key=lambda it: (len(it), sorted(it)))
        return found

    def _would_help(self, place: int, lacking: Lacking, clock: Clock) -> bool:
        """Solve with the candidate and as much more room as one introduction takes."""
        values = self.values
        room: Counter[tuple[str, str]] = Counter()
        for option in values.options_of(place):
            uses = self.room.uses(option.pair)
            for what in lacking:
                room[what] = max(room[what], uses.get(what, 0))
        found = values.plan_with([place], clock.next, room=room)
        return for_people(values.plan.policy.priorities, found.gain(values.base, values.plan.order))
