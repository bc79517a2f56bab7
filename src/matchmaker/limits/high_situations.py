"""Visits on which something difficult is likely weigh more, and are shared out (S0:L200, S0:L224)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.fields import Count
from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.rows import Match


class HighSituations(Limit):
    """A place of each mentor, for every person with a high situation, in date, at a task they must do.

    Under way, a row past its review date still counts: nobody has said yet that it has become calmer.
    A match under way without tasks is taken to be about all of them. No source gives a figure, so
    the standard is one.
    """

    code: Literal["high-situations"] = "high-situations"
    title: ClassVar[str] = "people a mentor meets where something difficult is likely"
    whose: ClassVar[Whose] = "mentor"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "beneficiary"})

    people: Count = Field(
        1, description="How many people with a high situation a mentor meets at the same time."
    )

    def sentence(self) -> str:
        """Say the limit."""
        most = {0: "nobody", 1: "more than one person"}.get(self.people, f"more than {self.people} people")
        return (
            f"{'A mentor' if not self.people else 'No mentor'} meets {most} at the same time where "
            "something difficult is highly likely to come up."
        )

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        rows = context.judgements.high(match.beneficiary.id, match.beneficiary.wants_to_do)
        high = any(context.judgements.in_date(row) for row in rows)
        return dict.fromkeys(match.mentor_ids, 1) if high else {}

    def uses_under_way(self, match: Match, context: Context) -> dict[str, int]:
        high = context.judgements.high(match.beneficiary, match.tasks or None)
        return dict.fromkeys(match.mentors, 1) if high else {}

    def room(self, context: Context) -> dict[str, int]:
        return dict.fromkeys(context.mentors, self.people)
