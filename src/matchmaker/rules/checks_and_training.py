"""What everybody has done before they meet somebody, and the check a task needs (S1:L75, S1:L81)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from pydantic import Field

from matchmaker.domain.fields import Many, Tag, folded
from matchmaker.domain.mends import Cell, Mend
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.words import listed, on_day, spoken
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


_A_YEAR: Final = timedelta(days=365)


class ChecksAndTraining(Rule):
    """Modules and checks are the organisation's; accreditation is no gate."""

    code: Literal["checks-and-training"] = "checks-and-training"
    title: ClassVar[str] = "training and checks"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "task"})

    modules: Many[Tag] = Field(
        ("boundaries", "safeguarding", "safety"), description="Modules everybody has done."
    )
    check_for: Many[Tag] = Field(
        ("home_visit", "prison_visit", "hospital_visit", "bank_account", "shopping_with"),
        description="Tasks for which we ask for a check.",
        json_schema_extra={"names": "tasks"},
    )

    def sentence(self) -> str:
        """Say the rule."""
        word = "module" if len(self.modules) == 1 else "modules"
        modules = f"A mentor has done the {word} {listed(self.modules)}" if self.modules else ""
        tasks = listed(map(spoken, self.check_for))
        check = f"for {tasks} the check we ask for is in place and in date" if tasks else ""
        both = "; ".join(part for part in (modules, check) if part) or "no module and no check is asked for"
        return f"{both[:1].upper()}{both[1:]}."

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close when something is known to be missing; ask when it is not known."""
        training = self._about_training(mentor)
        if training is not None and training.closes:
            return training
        check = self._about_the_check(mentor, arrangement.task, context)
        return check if check is not None and check.closes else training or check

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say which modules are done, and until when a check is in place."""
        done = set(map(folded, mentor.training or ()))
        modules = listed(module for module in self.modules if folded(module) in done)
        said = f"{mentor.id} has done {modules or 'what is asked of everybody'}"
        if arrangement.task not in self.check_for:
            return Seen(f"{said}.", noted=False)
        until = f"until {on_day(mentor.recheck_on)}" if mentor.recheck_on else "with no next day"
        in_place = arrangement.task in (mentor.cleared_for or ())
        check = f"is in place {until}" if in_place else "is not known to be in place"
        return Seen(f"{said}; the check for {context.said(arrangement.task)} {check}.")

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """See to the training first, then to the check."""
        training = self._about_training(mentor)
        if training is not None:
            done = tuple(dict.fromkeys((*(mentor.training or ()), *self.modules)))
            cells: tuple[Cell, ...] = (Cell("mentors", mentor.id, "training", done),)
            if training.closes:
                return Mend("learn", training.remedy or "", cells=cells)
            do = f"Find out which training {mentor.id} has done."
            return Mend("find out", do, f"if it is {listed(self.modules)}", cells=cells)
        task, said = arrangement.task, context.said(arrangement.task)
        check = self._about_the_check(mentor, task, context)
        if check is None:
            return None
        seen = tuple(dict.fromkeys((*(mentor.cleared_for or ()), task)))
        dated = {"cleared_for": seen, "checked_on": context.as_of, "recheck_on": context.as_of + _A_YEAR}
        cells = tuple(Cell("mentors", mentor.id, column, value) for column, value in dated.items())
        if check.closes:
            return Mend("learn", f"Ask for the check for {said} for {mentor.id}.", cells=cells)
        do = f"Find out whether the check for {said} is in date for {mentor.id}."
        return Mend("find out", do, "if it is", cells=cells)

    def _about_training(self, mentor: Mentor) -> Objection | None:
        if self.modules and mentor.training is None:
            ask = f"Which training modules has {mentor.id} done?"
            question = Question(f"training/{mentor.id}", ask, mentor.navigator)
            return self.asks(f"We do not know which training {mentor.id} has done.", question)
        done = set(map(folded, mentor.training or ()))
        missing = ", ".join(module for module in self.modules if folded(module) not in done)
        if missing:
            return self.closed(
                f"{mentor.id} has still to do {missing}.", remedy=f"{mentor.id} does {missing}."
            )
        return None

    def _about_the_check(self, mentor: Mentor, task: str, context: Context) -> Objection | None:
        if task not in self.check_for:
            return None
        said = context.said(task)
        if mentor.cleared_for is not None and task not in mentor.cleared_for:
            remedy = f"Ask for the check for {mentor.id}."
            return self.closed(f"The check for {said} is not in place for {mentor.id}.", remedy=remedy)
        dated = mentor.checked_on is not None and mentor.recheck_on is not None
        if mentor.cleared_for is not None and dated and (mentor.recheck_on or context.as_of) >= context.as_of:
            return None
        question = Question(
            f"check/{mentor.id}/{task}",
            f"Is the check for {said} in place for {mentor.id}, and until when?",
            mentor.navigator,
        )
        return self.asks(f"We do not know whether the check for {said} is in date for {mentor.id}.", question)
