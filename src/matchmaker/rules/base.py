"""What a rule is: one method that returns nothing, or an objection with its sentence."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from matchmaker.domain.clause import Clause
from matchmaker.domain.reasons import Objection, Question, Seen
from matchmaker.errors import RuleError
from matchmaker.rules.by_law import Axis, masks_by_law

__all__ = ["Axis", "Rule"]

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.mends import Mend
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.rules.block import Block, Masks


class Rule(Clause):
    """One thing that must hold for a pair in an arrangement; its fields are the policy's parameters.

    `looks_at` names what the objection depends on. The fast twin judges only along those axes, and in a
    group also along `looks_at_in_a_group`.
    """

    looks_at: ClassVar[frozenset[Axis]]
    looks_at_in_a_group: ClassVar[frozenset[Axis]] = frozenset()
    may_bend: ClassVar[bool] = False
    """Whether we may suggest that a manager sets it aside: only where nobody's safety rests on it."""

    @abstractmethod
    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Return why this mentor must not meet this person so, or what to ask first, or None."""

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen | None:
        """Return what was looked at in the records, once nothing is in the way; for the coordinator alone.

        A rule that protects says nothing of whom it protects from what, or nothing at all.
        """
        return Seen(f"{self.title[:1].upper()}{self.title[1:]}: nothing is in the way.", noted=False)

    def judge(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Return the objection; a rule that fails stops the run rather than letting a pair through."""
        try:
            found = self.objection(mentor, beneficiary, arrangement, context)
        except Exception as error:
            raise RuleError(
                f"the rule {self.code} could not judge a pair ({type(error).__name__})."
            ) from error
        if found is not None and not isinstance(found, Objection):
            raise RuleError(f"the rule {self.code} answered with neither an objection nor nothing.")
        return found

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Return the least that could be done about an objection, or None where nobody should try."""
        return None

    def mentor_key(self, mentor: Mentor, context: Context) -> Hashable:
        """Return what this rule reads of a mentor, if that is less than everything."""
        return mentor.id

    def beneficiary_key(self, beneficiary: Beneficiary, context: Context) -> Hashable:
        """Return what this rule reads of a person, if that is less than everything."""
        return beneficiary.id

    def open(self, block: Block) -> Masks:
        """Return the fast twin's answer for a whole block: what is ready, and what is open."""
        return masks_by_law(self, block)

    def closed(self, sentence: str, *, remedy: str | None = None) -> Objection:
        """Build an objection that closes the arrangement."""
        return Objection(self.code, sentence, self.strength, remedy=remedy)

    def asks(self, sentence: str, question: Question, *, remedy: str | None = None) -> Objection:
        """Build an objection that asks first."""
        return Objection(self.code, sentence, self.strength, question, remedy)
