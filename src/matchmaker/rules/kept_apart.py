"""Some people must not be brought together, and nobody is told why (S0:L298)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.words import Strength
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class KeptApart(Rule):
    """Rows in KeepApart; the sentence says that, never who asked or why."""

    code: Literal["kept-apart"] = "kept-apart"
    title: ClassVar[str] = "people who are not to be introduced"
    strength: ClassVar[Strength] = "absolute"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "task"})
    looks_at_in_a_group: ClassVar[frozenset[Axis]] = frozenset({"company", "venue"})

    def sentence(self) -> str:
        """Say the rule."""
        return "People who are to be kept apart are never introduced, and nobody is told who asked for it."

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close when a row keeps any two of those who would meet apart, or a mentor from what may come up.

        The worker counts in every company: the first visits are always made together (S1:L144). In a group
        so does everybody who may be there for a group, since nobody can say who will come.
        """
        others = {beneficiary.navigator, arrangement.second or beneficiary.navigator}
        apart = any(context.protection.kept_apart(mentor.id, who) for who in others | {beneficiary.id})
        if arrangement.company == "group":
            others |= context.groups.may_be_there(mentor.id, arrangement.venue.code)
        apart = apart or any(context.protection.kept_apart(beneficiary.id, who) for who in others)
        rows = context.judgements.situations(beneficiary.id, arrangement.task)
        likely = {row.situation for row in rows if row.level != "low"}
        if apart or likely & context.protection.kept_from(mentor.id):
            return self.closed(f"{mentor.id} and {beneficiary.id} are not to be introduced.")
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> None:
        """Say nothing, neither that there is a row nor that there is none."""
