"""What mentors and groups of a synthetic programme have room for, while matches use it up one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.habits import Habits

if TYPE_CHECKING:
    from matchmaker.simulate.dice import Row
    from matchmaker.simulate.figures import Figures

_HABITS: Final = Habits()
_A_GROUP: Final = 180
"""An hour, the ways there and back and half an hour afterwards; hosts live near (see `setting.groups`)."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What there is to arrange matches with; the room that is left goes down as it is used."""

    mentors: Sequence[Row]
    by_id: Mapping[str, Row]
    partner: Mapping[str, str]
    """Of each mentor in a team the other one."""
    groups: Sequence[Row]
    """Groups that a mentor hosts."""
    minutes: Mapping[tuple[str, str], int]
    figures: Figures
    places_left: dict[str, int]
    """Of each mentor and of each group."""
    minutes_left: dict[str, int]

    def weekly(self, mentor: Row, person: Row) -> int:
        """Return minutes a week, the same sum as the limit of agreed hours: near the person, rounded up."""
        between = (mentor.get("area", ""), person.get("area", ""))
        way = self.minutes.get(between, _HABITS.unknown_journey_minutes)
        meeting = _HABITS.whole_meeting(person.get("session_minutes", _HABITS.session_minutes), way)
        a_month: int = person.get("meetings_a_month", _HABITS.meetings_a_month)
        return -(-meeting * a_month // 4)

    def has_room(self, mentor: Row, person: Row) -> bool:
        """Say whether this person fits into what the mentor agreed to."""
        enough = self.minutes_left[mentor["id"]] >= self.weekly(mentor, person)
        return enough and self.places_left[mentor["id"]] > 0

    def take(self, mentor: Row, person: Row) -> None:
        """Use the mentor's place and time."""
        self.places_left[mentor["id"]] -= 1
        self.minutes_left[mentor["id"]] -= self.weekly(mentor, person)


def capacity_of(
    mentors: Sequence[Row],
    teams: Sequence[Row],
    *,
    groups: Sequence[Row],
    minutes: Mapping[tuple[str, str], int],
    figures: Figures,
) -> Capacity:
    """Return what there is before the first match; who hosts a group has that much less time."""
    by_id = {mentor["id"]: mentor for mentor in mentors}
    hosted = [group for group in groups if group["host"] in by_id]
    pairs = [(team["one"], team["other"]) for team in teams]
    minutes_left = {mentor["id"]: int(mentor["hours_per_week"] * 60) for mentor in mentors}
    for group in hosted:
        minutes_left[group["host"]] -= _A_GROUP
    return Capacity(
        mentors,
        by_id,
        {one: other for pair in pairs for one, other in (pair, pair[::-1])},
        hosted,
        minutes,
        figures,
        {mentor["id"]: mentor["people_at_once"] for mentor in mentors}
        | {group["id"]: group["places"] for group in hosted},
        minutes_left,
    )
