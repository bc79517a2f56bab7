"""They need time in common, and the mentor at the hour that matters (S2:L204)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.reasons import Question
from matchmaker.domain.windows import longest, moment_window, overlap
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class Availability(Rule):
    """A person's blank times are still to be agreed; a mentor's blank times are a question."""

    code: Literal["availability"] = "availability"
    title: ClassVar[str] = "time in common"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "company"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "They have enough time in common for a whole meeting, outside what either of them avoids, "
            "and the mentor is free for a one-off appointment."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close when their times do not meet; ask for the mentor's when they are blank."""
        times = context.common_times(mentor, beneficiary, joint=arrangement.company == "joint")
        session = context.habits.session(beneficiary)
        if times is not None and longest(times) < session:
            return self.closed(
                f"{mentor.id} and {beneficiary.id} have no time in common.",
                remedy="Ask both for another time.",
            )
        if beneficiary.needed_on is not None:
            needed = moment_window(beneficiary.needed_on, session)
            avoided = context.avoided_times(mentor.id) + context.avoided_times(beneficiary.id)
            busy = mentor.free is not None and longest(overlap(mentor.free, (needed,))) < needed.minutes
            if busy or overlap(avoided, (needed,)):
                return self.closed(f"{mentor.id} is not free when {beneficiary.id} needs somebody.")
        if times is None:
            question = Question(
                f"free-times/{mentor.id}",
                f"When is {mentor.id} free in the week?",
                mentor.navigator,
            )
            return self.asks(f"We do not know when {mentor.id} is free.", question)
        return None
