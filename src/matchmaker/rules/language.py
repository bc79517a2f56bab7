"""They need a language in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import folded
from matchmaker.domain.reasons import Seen
from matchmaker.domain.words import listed
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class Language(Rule):
    """Blank means the programme's usual language."""

    code: Literal["language"] = "language"
    title: ClassVar[str] = "a language in common"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary"})

    def sentence(self) -> str:
        """Say the rule."""
        return "They have a language in common; where none is written down, it is the usual one."

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close without a common language."""
        if context.languages(mentor) & context.languages(beneficiary):
            return None
        return self.closed(f"{mentor.id} and {beneficiary.id} have no language in common.")

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say which languages they have in common."""
        common = sorted(context.languages(mentor) & context.languages(beneficiary))
        usual = folded(context.round.programme.usual_language)
        words = {folded(word): word for word in (*(beneficiary.languages or ()), *(mentor.languages or ()))}
        said = listed(words.get(each, context.round.programme.usual_language) for each in common)
        return Seen(f"Both speak {said or 'different languages'}.", noted=common != [usual])

    def mentor_key(self, mentor: Mentor, context: Context) -> Hashable:
        return context.languages(mentor)

    def beneficiary_key(self, beneficiary: Beneficiary, context: Context) -> Hashable:
        return context.languages(beneficiary)
