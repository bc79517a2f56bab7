"""We owe every mentor regular supervision before we ask more of them (S1:L99, S0:L210)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.mends import Cell, Mend
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.words import counted, on_day
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class SupervisionCurrent(Rule):
    """Overdue supervision is ours to mend; it asks, it never closes."""

    code: Literal["supervision-current"] = "supervision-current"
    title: ClassVar[str] = "supervision that we owe"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor"})

    every_days: int = Field(
        31, gt=0, le=366, description="Days from one supervision to the next (monthly, S1:L99)."
    )

    def sentence(self) -> str:
        """Say the rule."""
        days = counted(self.every_days, "day")
        return f"A mentor whose last supervision is more than {days} ago gets one before somebody new."

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Ask when supervision is overdue or its day is not known."""
        last = mentor.supervised_on
        if last is not None and (context.as_of - last).days <= self.every_days:
            return None
        why = (
            f"We owe {mentor.id} a supervision."
            if last
            else f"We do not know when {mentor.id} last had supervision."
        )
        ask = f"Can {mentor.id} have supervision before meeting somebody new, and when was the last one?"
        return self.asks(why, Question(f"supervision/{mentor.id}", ask, mentor.navigator))

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say when the last one was."""
        if mentor.supervised_on is None:
            return Seen(f"Nobody has said when {mentor.id} last had supervision.")
        return Seen(f"{mentor.id} last had supervision on {on_day(mentor.supervised_on)}.", noted=False)

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Give the supervision that is due."""
        cells = (Cell("mentors", mentor.id, "supervised_on", context.as_of),)
        return Mend("agree", f"Give {mentor.id} the supervision that is due.", cells=cells)
