"""What the policy is made of: a rule, criterion or limit with its parameters and its sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from matchmaker.domain.fields import Text
from matchmaker.domain.words import Strength


class Clause(BaseModel, ABC):
    """One of the programme's ideas; its fields are the parameters that a policy can set."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    title: ClassVar[str]
    strength: ClassVar[Strength] = "policy"

    code: str
    off: bool = Field(False, description="Switch it off; needs off_by and off_because.")
    off_by: Text | None = Field(None, description="Who decided to switch it off.")
    off_because: Text | None = Field(None, description="Why it was switched off.")

    @abstractmethod
    def sentence(self) -> str:
        """Return it, with its parameters, as one sentence a trustee can read."""

    @model_validator(mode="after")
    def _off_needs_a_name(self) -> Self:
        if self.off and self.strength == "absolute":
            raise ValueError("cannot be switched off. Maybe the record is to be changed.")
        if self.off and not all((said or "").strip() for said in (self.off_by, self.off_because)):
            raise ValueError("is off without off_by and off_because. Maybe say who decided, and why.")
        return self
