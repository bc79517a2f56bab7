"""Every introduction rests on a named worker with room for it (S0:L150, S0:L188)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.mends import Mend, answered
from matchmaker.domain.questions import JOINT_ROOM, question_key
from matchmaker.domain.reasons import Question, Seen
from matchmaker.rules.another_worker import of_a_mentor, of_a_person
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class HasANavigator(Rule):
    """A match is three people: the person, the mentor and a worker."""

    code: Literal["has-a-navigator"] = "has-a-navigator"
    title: ClassVar[str] = "a named worker on both sides"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "company"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "Both the person and the mentor have a named worker; joint visits wait until we know "
            "that the worker has room."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close without a worker; ask whether there is room for joint visits when it is not known."""
        for who, navigator in (
            (beneficiary.id, beneficiary.navigator),
            (mentor.id, mentor.navigator),
        ):
            if navigator not in context.navigators:
                return self.closed(f"{who} has no worker yet.", remedy=f"Name a worker for {who}.")
        worker = context.navigators[beneficiary.navigator]
        if arrangement.company != "joint":
            return None
        key = question_key(JOINT_ROOM, worker.id)
        answer = context.decided.answers.get(key)
        if answer == "no":
            return self.closed(
                f"{worker.id} has no room for joint visits.",
                remedy="Another worker joins the visits.",
            )
        if answer == "yes" or worker.joint_hours is not None:
            return None
        ask = f"Has {worker.id} room for joint visits?"
        return self.asks(
            f"We do not know whether {worker.id} has room for joint visits.",
            Question(key, ask, worker.id),
        )

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say whose workers they are, and whether there is room for joint visits."""
        each = (
            f"{beneficiary.navigator} supports {beneficiary.id}, and {mentor.navigator} supports {mentor.id}"
        )
        one = f"{mentor.navigator} supports both"
        said = one if mentor.navigator == beneficiary.navigator else each
        worker = context.navigators.get(beneficiary.navigator)
        if arrangement.company != "joint" or worker is None:
            return Seen(f"{said}.", noted=False)
        answer = context.decided.answers.get(question_key(JOINT_ROOM, worker.id))
        known = answer == "yes" or worker.joint_hours is not None
        room = "has said that there is room" if known else "has not said yet whether there is room"
        return Seen(f"{said}; {worker.id} {room} for joint visits.")

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Name a worker; hear from the one there is; or have another one join the visits."""
        if beneficiary.navigator not in context.navigators:
            return of_a_person(beneficiary, context)
        if mentor.navigator not in context.navigators:
            return of_a_mentor(mentor, context)
        worker = context.navigators[beneficiary.navigator]
        key = question_key(JOINT_ROOM, worker.id)
        if context.decided.answers.get(key) == "no":
            return of_a_person(beneficiary, context, fits=lambda other: bool(other.joint_hours))
        if worker.joint_hours is not None or context.decided.answers.get(key) is not None:
            return None
        do = f"Ask {worker.id} whether they have room for joint visits."
        return Mend("find out", do, "if they have", rows=answered(key, "yes", on=context.as_of))
