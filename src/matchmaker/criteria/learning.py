"""What the mentor learns, and a fair share of what there is to do (S0:L128-130, S0:L166, S0:L200)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Sight, Weight
from matchmaker.domain.words import listed

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Mentor

_MUST, _NICE = 60, 30
_NOBODY_AT_PRESENT, _NOT_NAMED_LAST_TIME = 25, 15


class Learning(Criterion):
    """60 for a task that the mentor wants to learn, 30 if it would only be nice; 25 and 15 for a fair share.

    A stretch goal counts only with the support that was agreed for it. A mentor with room who has nobody
    and no group at present comes first (25), and so does one whom the last proposal did not name (15).
    It says whose turn it is, not who is better. Of two mentors the one who would gain more counts.
    """

    code: Literal["learning"] = "learning"
    title: ClassVar[str] = "what the mentor learns, and a fair share"
    looks_at: ClassVar[frozenset[Sight]] = frozenset({"company"})
    weight: Weight = 15

    def sentence(self) -> str:
        """Say the criterion."""
        return (
            "A task that the mentor wants to learn, with the support agreed, and a turn for mentors who have "
            f"room and nobody at present count for {self.weight} of 100."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Add what is learnt to whose turn it is."""
        return max(_gain(mentor, pair, context) for mentor in pair.mentors)


def _gain(mentor: Mentor, pair: Pair, context: Context) -> Points:
    learnt, turn = _learnt(mentor, pair, context), _turn(mentor, context)
    because = "; ".join(part.because for part in (learnt, turn) if part.because)
    return Points(learnt.points + turn.points, because)


def _learnt(mentor: Mentor, pair: Pair, context: Context) -> Points:
    person = pair.beneficiary
    goals = context.words(mentor.learning_goals)

    def wanted(task: str) -> bool:
        stretch = context.judgements.stretch(mentor.id, task)
        if stretch is not None:
            return pair.company in ("joint", stretch.mitigation)
        return context.task(task).among(goals)

    for points, tasks in ((_MUST, person.wants_to_do), (_NICE, person.nice_tasks)):
        found = [context.said(task) for task in sorted(tasks) if wanted(task)]
        if found:
            what = "this task" if len(found) == 1 else "these tasks"
            return Points(points, f"{mentor.id} would like to learn {what}: {listed(found)}")
    return Points(0, "")


def _turn(mentor: Mentor, context: Context) -> Points:
    people = context.history.people(mentor.id)
    if people >= mentor.people_at_once:
        return Points(0, "")
    idle = people == 0 and not context.history.hosts(mentor.id)
    waiting = context.history.passed_over(mentor.id)
    points = _NOBODY_AT_PRESENT * idle + _NOT_NAMED_LAST_TIME * waiting
    because = f"{mentor.id} has room" + " and nobody at present" * idle
    because += ("," * idle + " and was not suggested last time") * waiting
    return Points(points, because if points else "")
