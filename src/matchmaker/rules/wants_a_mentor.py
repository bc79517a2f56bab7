"""Nobody is given a mentor they did not ask for (S1:L186-188)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.reasons import Seen
from matchmaker.domain.words import Strength, on_day
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class WantsAMentor(Rule):
    """A person's no, not yet, or not sure is theirs; only they change it."""

    code: Literal["wants-a-mentor"] = "wants-a-mentor"
    title: ClassVar[str] = "whether the person wants a mentor"
    strength: ClassVar[Strength] = "absolute"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"beneficiary"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "Only people who said yes to a mentor are suggested for one, and only they can change "
            "their answer."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close unless they said yes."""
        if beneficiary.wants == "yes":
            return None
        return self.closed(f"{beneficiary.id} has not said yes to a mentor.")

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say when they asked."""
        asked = f" on {on_day(beneficiary.asked_on)}" if beneficiary.asked_on else ""
        return Seen(f"{beneficiary.id} said yes to a mentor{asked}.", noted=False)
