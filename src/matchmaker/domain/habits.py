"""What a meeting usually takes here; every figure is the programme's own to change."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from matchmaker.domain.fields import Count, Minutes
from matchmaker.domain.people import Beneficiary
from matchmaker.domain.record import Record
from matchmaker.domain.words import counted


class Habits(Record):
    """How long and how often people usually meet, and what goes with a meeting (S3:L57, S4:L204)."""

    session_minutes: Minutes = Field(60, gt=0, description="How long a meeting lasts.")
    meetings_a_month: Count = Field(2, gt=0, description="How often people meet.")
    write_up_minutes: Minutes = Field(15, description="Writing up afterwards.")
    debrief_minutes: Minutes = Field(15, description="Talking it over with a worker afterwards.")
    same_area_minutes: Minutes = Field(15, description="A journey within one area, one way.")
    unknown_journey_minutes: Minutes = Field(
        30, description="What a journey is taken to be until it is known."
    )
    intro_visits: Count = Field(2, description="Introduction visits for a new match (S1:L144).")

    def sentences(self) -> Iterator[str]:
        """Yield each habit with its figures, as sentences a trustee can read."""
        session = counted(self.session_minutes, "minute")
        often = counted(self.meetings_a_month, "time")
        yield f"A meeting lasts {session}, and people meet {often} a month, unless the person says otherwise."
        yield (
            f"Afterwards a mentor has {counted(self.write_up_minutes, 'minute')} for writing up and "
            f"{counted(self.debrief_minutes, 'minute')} to talk it over with a worker; both count as hours."
        )
        near, unknown = self.same_area_minutes, self.unknown_journey_minutes
        yield (
            f"A journey within one area is taken to be {counted(near, 'minute')} one way, and one that "
            f"nobody knows yet {counted(unknown, 'minute')}."
        )
        visits = counted(self.intro_visits, "introduction visit")
        yield f"Every new match takes {visits} by the person's worker, together with both of them."

    def session(self, beneficiary: Beneficiary) -> int:
        """Return how long this person's meetings last, in minutes."""
        return beneficiary.session_minutes or self.session_minutes

    def weekly_minutes(self, beneficiary: Beneficiary, journey_minutes: int) -> int:
        """Return minutes a week: ceil((session + both ways + write-up + debrief) × meetings a month / 4)."""
        meeting = self.whole_meeting(self.session(beneficiary), journey_minutes)
        return -(-meeting * (beneficiary.meetings_a_month or self.meetings_a_month) // 4)

    def whole_meeting(self, minutes: int, journey_minutes: int) -> int:
        """Return what so long a meeting takes with both ways, writing up and debrief."""
        return minutes + 2 * journey_minutes + self.write_up_minutes + self.debrief_minutes
