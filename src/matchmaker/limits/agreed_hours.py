"""Agreed hours are a ceiling that includes the way, writing up and talking it over (S1:L105, S4:L204)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import in_minutes
from matchmaker.limits.base import Limit, weekly_minutes

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class AgreedHours(Limit):
    """Minutes a week of each mentor; see `Habits.weekly_minutes` for the sum."""

    code: Literal["agreed-hours"] = "agreed-hours"
    title: ClassVar[str] = "hours a week agreed with a mentor"

    def sentence(self) -> str:
        """Say the limit."""
        return (
            "The hours agreed with a mentor are never exceeded; the way there and back, writing up "
            "and debrief count."
        )

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        return {
            mentor.id: weekly_minutes(match, context, of=place) for place, mentor in enumerate(match.mentors)
        }

    def room(self, context: Context) -> dict[str, int]:
        return {mentor.id: in_minutes(mentor.hours_per_week) for mentor in context.round.mentors}
