"""What a rule is: one method that returns nothing, or an objection with its sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from matchmaker.domain.reasons import Objection, Question
from matchmaker.domain.words import Strength
from matchmaker.errors import RuleError

if TYPE_CHECKING:
    from typing import Self

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.rules.block import Block, Masks

Axis: TypeAlias = Literal["mentor", "beneficiary", "task", "company", "venue"]


class Rule(BaseModel, ABC):
    """One thing that must hold for a pair in an arrangement; its fields are the policy's parameters.

    `looks_at` names what the objection depends on. The fast twin judges only along those axes.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    title: ClassVar[str]
    strength: ClassVar[Strength] = "policy"
    looks_at: ClassVar[frozenset[Axis]]

    code: str
    off: bool = Field(False, description="Switch the rule off; needs off_by and off_because.")
    off_by: str | None = Field(None, description="Who decided to switch it off.")
    off_because: str | None = Field(None, description="Why it was switched off.")

    @abstractmethod
    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Return why this mentor must not meet this person so, or what to ask first, or None."""

    @abstractmethod
    def sentence(self) -> str:
        """Return the rule, with its parameters, as one sentence a trustee can read."""

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

    def open(self, block: Block) -> Masks:
        """Return the fast twin's answer for a whole block: what is ready, and what is open."""
        from matchmaker.rules.block import masks_by_law

        return masks_by_law(self, block)

    def closed(self, sentence: str, *, remedy: str | None = None) -> Objection:
        """Build an objection that closes the arrangement."""
        return Objection(self.code, sentence, self.strength, remedy=remedy)

    def asks(self, sentence: str, question: Question, *, remedy: str | None = None) -> Objection:
        """Build an objection that asks first."""
        return Objection(self.code, sentence, self.strength, question, remedy)

    @model_validator(mode="after")
    def _off_needs_a_name(self) -> Self:
        if self.off and self.strength == "absolute":
            raise ValueError(
                f"{self.code} is absolute and cannot be switched off. Maybe the record is to be changed."
            )
        if self.off and not (self.off_by and self.off_because):
            raise ValueError(
                "is off without off_by and off_because. Maybe say who decided it, and why."
            )
        return self
