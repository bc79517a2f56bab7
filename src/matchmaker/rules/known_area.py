"""Where home areas overlap, people may already know each other (S0:L196)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import folded
from matchmaker.domain.mends import Mend, answered
from matchmaker.domain.questions import KNOWN_AREA, question_key
from matchmaker.domain.reasons import Question, Seen
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class KnownArea(Rule):
    """Ask both before anyone hears a name."""

    code: Literal["known-area"] = "known-area"
    title: ClassVar[str] = "living in the same area"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "Where a mentor and a person live in the same area, or we do not know, we ask first "
            "whether they know each other."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Ask when their areas are the same or not known; an answer settles it."""
        known = mentor.area is not None and beneficiary.area is not None
        if known and folded(mentor.area or "") != folded(beneficiary.area or ""):
            return None
        if context.history.have_met(mentor.id, beneficiary.id):
            return None
        key = question_key(KNOWN_AREA, beneficiary.id, mentor.id)
        answer = context.decided.answers.get(key)
        if answer is not None:
            return None  # a yes keeps them apart; see `Protection.kept_apart`
        why = "live in the same area" if known else "may live near each other"
        ask = f"Do {mentor.id} and {beneficiary.id} already know each other?"
        return self.asks(
            f"{mentor.id} and {beneficiary.id} {why}.", Question(key, ask, beneficiary.navigator)
        )

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say where they live, or what they said of each other."""
        both = f"{mentor.id} and {beneficiary.id}"
        if context.history.have_met(mentor.id, beneficiary.id):
            return Seen(f"{both} have met through us.")
        if context.decided.answers.get(question_key(KNOWN_AREA, beneficiary.id, mentor.id)) is not None:
            return Seen(f"{both} were asked whether they know each other.")
        areas = {folded(area) for area in (mentor.area, beneficiary.area) if area}
        if mentor.area is None or beneficiary.area is None:
            return Seen(f"In which areas {both} live is not known.")
        return Seen(
            f"{both} live in {'different areas' if len(areas) > 1 else 'the same area'}.",
            noted=len(areas) < 2,
        )

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Ask them."""
        key = question_key(KNOWN_AREA, beneficiary.id, mentor.id)
        do = f"Ask whether {mentor.id} and {beneficiary.id} already know each other."
        return Mend("find out", do, "if they do not", rows=answered(key, "no", on=context.as_of))
