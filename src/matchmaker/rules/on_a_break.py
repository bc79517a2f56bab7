"""A break needs no reason and is never argued with (S0:L210, S1:L117)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.reasons import Seen
from matchmaker.domain.windows import moment_windows, overlap
from matchmaker.domain.words import Strength, on_day
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class OnABreak(Rule):
    """Breaks and protected time are the mentor's own."""

    code: Literal["on-a-break"] = "on-a-break"
    title: ClassVar[str] = "mentors who take on nobody new at present"
    strength: ClassVar[Strength] = "absolute"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary"})

    def sentence(self) -> str:
        """Say the rule."""
        return "A mentor who is on a break, paused, or has kept the time for themselves is not suggested."

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close while the mentor is away, today or on the day that matters to the person."""
        if not mentor.available or any(days.holds(context.as_of) for days in mentor.breaks):
            return self.closed(f"{mentor.id} is not taking on anybody new at present.")
        if beneficiary.needed_on is None:
            return None
        minutes = context.habits.session(beneficiary)
        days = {beneficiary.needed_on.date(), (beneficiary.needed_on + timedelta(minutes=minutes - 1)).date()}
        away = any(span.holds(day) for span in mentor.breaks for day in days)
        if away or overlap(mentor.protected_time, moment_windows(beneficiary.needed_on, minutes)):
            return self.closed(f"{mentor.id} is not around when {beneficiary.id} needs somebody.")
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say that they are around, today and on the day that matters."""
        if beneficiary.needed_on is None:
            return Seen(f"{mentor.id} has no break on {on_day(context.as_of)}.", noted=False)
        return Seen(f"{mentor.id} is around on {on_day(beneficiary.needed_on.date())}.")
