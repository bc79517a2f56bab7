"""Where two workers always go, a mentor only ever joins them (S1:L146)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.mends import Mend, answered
from matchmaker.domain.questions import DUAL_WORKED, question_key
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.words import Strength
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class DualWorked(Rule):
    """Dual-worked people are always visited jointly."""

    code: Literal["dual-worked"] = "dual-worked"
    title: ClassVar[str] = "people whom two workers always visit together"
    strength: ClassVar[Strength] = "absolute"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"beneficiary", "company"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "Somebody whom two workers always visit together meets a mentor only together with their worker."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close all but joint visits; ask when it is not known."""
        key = question_key(DUAL_WORKED, beneficiary.id)
        dual = context.decided.settled(beneficiary.dual_worked, key)
        if dual is None:
            ask = f"Do two workers always visit {beneficiary.id} together?"
            return self.asks(
                f"We do not know whether two workers always visit {beneficiary.id}.",
                Question(key, ask, beneficiary.navigator),
            )
        if dual and arrangement.company != "joint":
            return self.closed(
                f"{beneficiary.id} is always visited together with a worker.",
                remedy="Meet jointly.",
            )
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say whether two workers always visit them."""
        dual = context.decided.settled(beneficiary.dual_worked, question_key(DUAL_WORKED, beneficiary.id))
        if dual is None:
            return Seen(f"Nobody has said whether two workers always visit {beneficiary.id}.")
        if dual:
            return Seen(f"Two workers always visit {beneficiary.id}, so the mentor joins a worker.")
        return Seen(f"{beneficiary.id} is not always visited by two workers.", noted=False)

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Only ask, where it is not known."""
        key = question_key(DUAL_WORKED, beneficiary.id)
        if context.decided.settled(beneficiary.dual_worked, key) is not None:
            return None
        do = f"Find out whether two workers always visit {beneficiary.id} together."
        return Mend("find out", do, "if they do not", rows=answered(key, "no", on=context.as_of))
