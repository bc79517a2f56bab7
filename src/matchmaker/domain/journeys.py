"""How long a mentor is on the way: from area to area, as the programme wrote it down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.fields import folded
from matchmaker.domain.habits import Habits
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import REMOTE


@dataclass(frozen=True)
class Journeys:
    """The journeys of a round."""

    round: Round
    habits: Habits

    def minutes(self, mentor: Mentor, beneficiary: Beneficiary, *, venue: Venue) -> int | None:
        """Return a mentor's minutes to a venue, one way; None when not known."""
        return self._way(mentor.area, venue.area_for(beneficiary), kind=venue.kind)

    def to_place(self, mentor: Mentor, venue: Venue) -> int | None:
        """Return a mentor's minutes to a listed place, one way; None when not known."""
        return self._way(mentor.area, venue.area, kind=venue.kind)

    def _way(self, start: str | None, end: str | None, *, kind: str) -> int | None:
        if kind == REMOTE:
            return 0
        if start is None or end is None:
            return None
        same = self.habits.same_area_minutes if folded(start) == folded(end) else None
        return self._minutes.get(frozenset((folded(start), folded(end))), same)

    @cached_property
    def _minutes(self) -> dict[frozenset[str], int]:
        rows: dict[frozenset[str], int] = {}
        for row in self.round.areas:
            key = frozenset((folded(row.start), folded(row.end)))
            rows[key] = max(row.minutes, rows.get(key, 0))
        return rows
