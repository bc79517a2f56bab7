"""What may come up on a visit, and how the mentor feels about it (S0:L128-130, S1:L69-71)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.mends import Mend, as_judged
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.rows import Comfort, Situation
from matchmaker.domain.vocabulary import OTHERS_PRESENT
from matchmaker.domain.words import LEVELS, Comfortable, Level, on_day
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.words import Comfortable


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
        levels = self._levels(row for row in rows if context.judgements.in_date(row))
        for situation, level in sorted(levels.items()):
            found = self._about(mentor, situation, level, arrangement, context)
            if found is not None and found.closes:
                return found
            asked = asked or found
        return asked

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say what may come up and how the mentor feels about it; for the coordinator alone."""
        said, judgements = context.said(arrangement.task), context.judgements
        rows = judgements.situations(beneficiary.id, arrangement.task)
        here = [row for row in rows if judgements.in_date(row) and row.level != "low"]
        if not rows or any(not judgements.in_date(row) for row in rows):
            return Seen(f"What could come up with {said} is not known, or due for another look.")
        if not here:
            return Seen(f"With {said} nothing difficult is likely to come up.", noted=False)
        parts = (
            f"{context.vocabulary.situations[row.situation]} {_COMES[row.level]} "
            f"(said by {row.by} on {on_day(row.set_on)}), and {mentor.id} "
            f"{_FEELS[judgements.comfort(mentor.id, row.situation)]}"
            for row in here
        )
        return Seen(f"With {said}, {'; '.join(parts)}.")

    @staticmethod
    def _levels(rows: Iterable[Situation]) -> dict[str, Level]:
        """Return for each situation the highest level that somebody wrote down."""
        levels: dict[str, Level] = {}
        for row in rows:
            levels[row.situation] = max(levels.get(row.situation, row.level), row.level, key=LEVELS.index)
        return levels

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Find out what is not known: first about the visit, then how the mentor feels about it."""
        task, today = arrangement.task, as_judged(context.as_of)
        rows = context.judgements.situations(beneficiary.id, task)
        late = [row for row in rows if not context.judgements.in_date(row)]
        levels = self._levels(row for row in rows if context.judgements.in_date(row))
        against = {
            situation
            for situation, level in levels.items()
            if self._about(mentor, situation, level, arrangement, context) is not None
        }
        if any(self._for_good(mentor, each, levels[each], arrangement, context) for each in against):
            return None
        if late:
            do = f"Look again at what may come up for {beneficiary.id} with {context.said(task)}."
            again = tuple(("situations", row.model_copy(update=today)) for row in late)
            return Mend("find out", do, "if it is as before", rows=again)
        if not rows:
            calm = Situation(
                beneficiary=beneficiary.id, task=task, situation=OTHERS_PRESENT, level="low", **today
            )
            do = f"Find out what could come up for {beneficiary.id} with {context.said(task)}."
            return Mend("find out", do, "if nothing difficult is likely", rows=(("situations", calm),))
        return self._hear_from(mentor, min(against), arrangement, context) if against else None

    def _for_good(
        self, mentor: Mentor, situation: str, level: Level, arrangement: Arrangement, context: Context
    ) -> bool:
        """Say whether a mentor's own answer closes this, or no answer of theirs could open it."""
        alone = arrangement.company == "alone" and not self.high_alone
        return (level == "high" and alone) or context.judgements.comfort(mentor.id, situation) is not None

    def _hear_from(self, mentor: Mentor, situation: str, arrangement: Arrangement, context: Context) -> Mend:
        enough: Comfortable = "with_support" if arrangement.company == "joint" else "yes"
        fine = "if they are fine with support" if enough == "with_support" else "if they are fine with it"
        row = Comfort(mentor=mentor.id, situation=situation, comfort=enough, **as_judged(context.as_of))
        ask = f"Ask {mentor.id} about {context.vocabulary.situations[situation]}."
        return Mend("find out", ask, fine, rows=(("comfort", row),))

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


_COMES: Mapping[Level, str] = {"some": "may come up", "high": "may well come up"}
_FEELS: Mapping[Comfortable | None, str] = {
    "yes": "is comfortable with it",
    "with_support": "would like support",
    "no": "would rather not be there",
    None: "has not said how they feel about it",
}
