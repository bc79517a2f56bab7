"""What may come up on a visit, and how the mentor feels about it (S0:L128-130, S1:L69-71)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.reasons import Question
from matchmaker.domain.words import LEVELS, Level
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class SituationComfort(Rule):
    """About this visit and this mentor's own answer; never a score of either."""

    code: Literal["situation"] = "situation"
    title: ClassVar[str] = "what may come up on a visit"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "task", "company"})

    high_alone: bool = Field(
        False,
        description="May a mentor who is comfortable go alone where something is highly likely?",
    )

    def sentence(self) -> str:
        """Say the rule."""
        alone = "may" if self.high_alone else "never"
        return (
            "Where something difficult may come up, mentors who are not comfortable with it are not "
            "suggested, those who "
            "want support go with a worker or with a mentor who is comfortable, and "
            f"where it is highly likely a mentor {alone} {'go' if self.high_alone else 'goes'} alone."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Judge every situation of the visit; the gravest finding counts."""
        rows = context.judgements.situations(beneficiary.id, arrangement.task)
        if not rows or any(not context.judgements.in_date(row) for row in rows):
            asked = self._ask_about_the_visit(beneficiary, arrangement.task, context)
        else:
            asked = None
        levels: dict[str, Level] = {}
        for row in rows:
            if context.judgements.in_date(row):
                levels[row.situation] = max(levels.get(row.situation, row.level), row.level, key=LEVELS.index)
        for situation, level in sorted(levels.items()):
            found = self._about(mentor, situation, level, arrangement, context)
            if found is not None and found.closes:
                return found
            asked = asked or found
        return asked

    def _about(
        self,
        mentor: Mentor,
        situation: str,
        level: Level,
        arrangement: Arrangement,
        context: Context,
    ) -> Objection | None:
        said = context.judgements.comfort(mentor.id, situation)
        label = context.vocabulary.situations[situation]
        if level == "low":
            return None
        if level == "high" and arrangement.company == "alone" and not self.high_alone:
            return self.closed(
                f"Nobody goes alone where {label} may well come up.",
                remedy="Meet jointly or in a pair.",
            )
        if said is None:
            if level == "high":
                return self.closed(
                    f"We do not know how {mentor.id} feels about {label}.",
                    remedy=f"Ask {mentor.id} about {label}.",
                )
            ask = f"How does {mentor.id} feel about {label}: comfortable, with support, or rather not?"
            return self.asks(
                f"We do not know how {mentor.id} feels about {label}.",
                Question(f"comfort/{mentor.id}/{situation}", ask, mentor.navigator),
            )
        if said == "no":
            return self.closed(f"{mentor.id} would rather not be where {label} may come up.")
        supported = arrangement.company == "joint" or (
            arrangement.second is not None
            and context.judgements.comfort(arrangement.second, situation) == "yes"
        )
        if said == "with_support" and not supported:
            return self.closed(
                f"{mentor.id} wants support where {label} may come up.",
                remedy="Meet jointly, or in a pair with somebody comfortable.",
            )
        return None

    def _ask_about_the_visit(self, beneficiary: Beneficiary, task: str, context: Context) -> Objection:
        said = context.said(task)
        ask = f"What could come up for {beneficiary.id} with {said}, and how likely is it?"
        question = Question(f"situation/{beneficiary.id}/{task}", ask, beneficiary.navigator)
        return self.asks(f"We do not know what could come up for {beneficiary.id} with {said}.", question)
