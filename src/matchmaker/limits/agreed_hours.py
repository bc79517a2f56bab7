"""Agreed hours are a ceiling that includes the way, writing up and talking it over (S1:L105, S4:L204)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import in_minutes
from matchmaker.limits.base import Limit, Part, Whose, weekly_minutes

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.rows import Group


class AgreedHours(Limit):
    """Minutes a week of each mentor; see `Habits.weekly_minutes` for the sum.

    A group that a mentor hosts comes first, every week, with the way to it; so does hub duty, which is a
    group at an office hub. It serves everyone in it, so its members take no hours of their own.
    """

    code: Literal["agreed-hours"] = "agreed-hours"
    title: ClassVar[str] = "hours a week agreed with a mentor"
    whose: ClassVar[Whose] = "mentor"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "beneficiary", "company", "venues"})

    def sentence(self) -> str:
        """Say the limit."""
        return (
            "The hours agreed with a mentor are never exceeded; the way there and back, writing up "
            "and debrief count, and so do the groups and the hub duty that they host."
        )

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        if match.company == "group":
            return {}
        return {
            mentor.id: weekly_minutes(match, context, of=place) for place, mentor in enumerate(match.mentors)
        }

    def room(self, context: Context) -> dict[str, int]:
        agreed = {mentor.id: in_minutes(mentor.hours_per_week) for mentor in context.round.mentors}
        for group in context.round.groups:
            if group.host in agreed:
                agreed[group.host] -= hosting_minutes(group, context)
        return {mentor: max(0, minutes) for mentor, minutes in agreed.items()}


def hosting_minutes(group: Group, context: Context) -> int:
    """Return the minutes a week that hosting takes of a mentor: the slot, both ways, and what comes after."""
    way = context.journeys.to_place(context.mentors[group.host], context.venue[group.place])
    journey = context.habits.unknown_journey_minutes if way is None else way
    return context.habits.whole_meeting(group.slot.minutes, journey)
