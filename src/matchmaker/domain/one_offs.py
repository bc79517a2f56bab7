"""When one-off appointments of different people overlap, so that nobody can be at both."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from matchmaker.domain.habits import Habits
from matchmaker.domain.round import Round


@dataclass(frozen=True)
class OneOffs:
    """Appointments as stretches of time; some overlap exactly if one begins while another lasts."""

    round: Round
    habits: Habits

    @cached_property
    def moments(self) -> tuple[str, ...]:
        """Every moment at which an appointment begins while another lasts, in order."""
        return tuple(f"{moment:%Y-%m-%d at %H:%M}" for moment in self._people_at)

    def clashing(self, person: str) -> tuple[str, ...]:
        """Return those moments that lie within this person's appointment."""
        return self._clashing.get(person, ())

    def overlap(self, one: str, other: str) -> bool:
        """Say whether two people's appointments overlap."""
        return one != other and not set(self.clashing(one)).isdisjoint(self.clashing(other))

    @cached_property
    def _people_at(self) -> dict[datetime, tuple[str, ...]]:
        """Who is at their appointment at each start; where nobody else is, nothing can clash."""
        spans = {
            person.id: (person.needed_on, person.needed_on + timedelta(minutes=self.habits.session(person)))
            for person in self.round.beneficiaries
            if person.needed_on
        }
        starts = sorted({start for start, _ in spans.values()})
        there = {at: tuple(p for p, (start, end) in spans.items() if start <= at < end) for at in starts}
        return {at: people for at, people in there.items() if len(people) > 1}

    @cached_property
    def _clashing(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for moment, people in zip(self.moments, self._people_at.values(), strict=True):
            for person in people:
                found[person] += (moment,)
        return dict(found)
