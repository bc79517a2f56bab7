"""A ladder of steps for each task; nobody is thrown in at the deep end (S0:L198, S0:L226)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.mends import Mend, as_judged
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.rows import Clearance
from matchmaker.domain.words import on_day
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.mends import MendKind
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.words import Step


class Cleared(Rule):
    """The step a mentor has for a task says in which company they may do it."""

    code: Literal["clearance"] = "clearance"
    title: ClassVar[str] = "the step that each task needs"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "task", "company", "venue"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "A mentor does each task only as far along as agreed: with the worker after shadowing or "
            "joint visits, "
            "also in a pair once accompanied, alone in public places, then alone anywhere; a group in a "
            "public or staffed place needs what meeting alone in public needs; "
            "for everyday tasks without a row of their own, the usual step counts."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close what lies beyond the mentor's step; ask when the step is not known or past review."""
        task, said = arrangement.task, context.said(arrangement.task)
        row = context.judgements.clearance(mentor.id, task)
        if row is not None and not context.judgements.in_date(row):
            return self._ask(
                mentor, task, f"How far {mentor.id} may go with {said} is due for another look.", context
            )
        if row is None and not context.vocabulary.tasks[task].everyday:
            return self._ask(
                mentor, task, f"How far {mentor.id} may go with {said} has not been agreed yet.", context
            )
        stretch = context.judgements.stretch(mentor.id, task)
        if stretch is not None and arrangement.company not in ("joint", stretch.mitigation):
            return self.closed(
                f"{said[:1].upper()}{said[1:]} is a stretch for {mentor.id}, agreed only "
                f"{_WITH[stretch.mitigation]}.",
                remedy=f"Meet {_WITH[stretch.mitigation]}.",
            )
        step = row.step if row is not None else mentor.usual_step
        if self._far_enough(step, arrangement):
            return None
        return self.closed(f"{mentor.id} is not that far along with {said}.", remedy=_NEXT.get(step))

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say which step counts, who set it and when."""
        task, said = arrangement.task, context.said(arrangement.task)
        row, stretch = (
            context.judgements.clearance(mentor.id, task),
            context.judgements.stretch(mentor.id, task),
        )
        if row is None and not context.vocabulary.tasks[task].everyday:
            return Seen(f"How far {mentor.id} may go with {said} has not been agreed yet.")
        grows = f"; it is a stretch, agreed {_WITH[stretch.mitigation]}" if stretch else ""
        if row is None:
            may = f"{mentor.id} {_may_go(mentor.usual_step)}, as their usual step says"
            return Seen(f"When it is about {said}, {may}{grows}.", noted=bool(stretch))
        late = not context.judgements.in_date(row)
        due = f", due for another look since {on_day(row.review_on)}" if late else ""
        set_by = f"set by {row.by} on {on_day(row.set_on)}"
        return Seen(f"When it is about {said}, {mentor.id} {_may_go(row.step)}, {set_by}{due}{grows}.")

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Find out the step where it is not known; else take the next one, where that is far enough."""
        task, said = arrangement.task, context.said(arrangement.task)
        row = context.judgements.clearance(mentor.id, task)
        enough = next(step for step in _LADDER if self._far_enough(step, arrangement))
        if (row is None and context.vocabulary.tasks[task].everyday) or (
            row is not None and context.judgements.in_date(row)
        ):
            step = row.step if row is not None else mentor.usual_step
            stretched = context.judgements.stretch(mentor.id, task) is not None
            if stretched or step == "paused" or _LADDER.index(enough) != _LADDER.index(step) + 1:
                return None
            kind: MendKind = "learn"
            do, given = f"{mentor.id} takes one more step with {said}, and may then go {MAY[enough]}.", ""
        else:
            kind, given = "find out", f"if they may go {MAY[enough]}"
            do = f"Find out how far along {mentor.id} is with {said}."
        cleared = Clearance(mentor=mentor.id, task=task, step=enough, **as_judged(context.as_of))
        return Mend(kind, do, given, rows=(("clearances", cleared),))

    def _ask(self, mentor: Mentor, task: str, why: str, context: Context) -> Objection:
        steps = "joint, accompanied, alone in public, alone"
        ask = f"How far along is {mentor.id} with {context.said(task)}: {steps}?"
        return self.asks(why, Question(f"clearance/{mentor.id}/{task}", ask, mentor.navigator))

    @staticmethod
    def _far_enough(step: Step, arrangement: Arrangement) -> bool:
        """Joint needs to have shadowed; a second mentor accompanied; a lead what alone needs.

        A host has nobody beside them either, but a group is in sight where the public or staff are.
        """
        if arrangement.company == "joint":
            return step not in ("not_started", "paused")
        if arrangement.company == "paired" and not arrangement.leads:
            return step in ("accompanied", "alone_public", "alone")
        in_sight = arrangement.venue.sheltered if arrangement.company == "group" else arrangement.venue.public
        return step == "alone" or (step == "alone_public" and in_sight)


_LADDER: tuple[Step, ...] = ("not_started", "shadowed", "joint", "accompanied", "alone_public", "alone")
_WITH = {"joint": "together with the worker", "paired": "together with a second mentor"}
_NEXT: dict[Step, str] = {
    "not_started": "The mentor shadows this task once.",
    "shadowed": "A joint visit first, then one accompanied.",
    "joint": "One accompanied visit, then a word with the mentor's worker.",
    "accompanied": "The mentor leads one accompanied visit, then a word with their worker.",
    "alone_public": "Meet in a public place.",
}
MAY: Mapping[Step, str] = {
    "shadowed": "together with a worker",
    "joint": "together with a worker",
    "accompanied": "in a pair",
    "alone_public": "alone in public places",
    "alone": "by themselves",
}
"""How far a step lets somebody go, as it is said."""


def _may_go(step: Step) -> str:
    """Say it of any step; of two of them it is not to go."""
    if step in MAY:
        return f"may go {MAY[step]}"
    return "may not go at present" if step == "paused" else "may not go yet"
