"""Befriending and mentoring are different things, and neither is better (S1:L136-138)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.reasons import Seen
from matchmaker.domain.words import listed, spoken
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class Role(Rule):
    """What is wanted is offered."""

    code: Literal["role"] = "role"
    title: ClassVar[str] = "what is offered and wanted"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary"})
    looks_at_in_a_group: ClassVar[frozenset[Axis]] = frozenset({"company"})
    may_bend: ClassVar[bool] = True

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "A mentor offers what the person wants, befriending or mentoring; if they did not say, "
            "either will do. For a group they offer groups."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close when the mentor does not offer it; who hosts a group is a host, and nothing more."""
        if arrangement.company == "group":
            offers = "group" in mentor.offers
            return None if offers else self.closed(f"{mentor.id} does not offer groups.")
        wanted = {beneficiary.relationship} if beneficiary.relationship else {"befriending", "mentoring"}
        if wanted & set(mentor.offers):
            return None
        return self.closed(f"{mentor.id} does not offer {spoken(' or '.join(sorted(wanted)))}.")

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say what is wanted and offered."""
        if arrangement.company == "group":
            return Seen(f"{mentor.id} offers groups.")
        wanted = spoken(beneficiary.relationship or "befriending or mentoring")
        offers = listed(map(spoken, mentor.offers))
        return Seen(
            f"{beneficiary.id} would like {wanted}; {mentor.id} offers {offers}.",
            noted=bool(beneficiary.relationship),
        )

    def mentor_key(self, mentor: Mentor, context: Context) -> Hashable:
        return mentor.offers

    def beneficiary_key(self, beneficiary: Beneficiary, context: Context) -> Hashable:
        return beneficiary.relationship
