"""What the coordinator decided since the last proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import Field

from matchmaker.domain.fields import Count, Day, Id, Key, Many, Moment, Tag, Text
from matchmaker.domain.reading import record_from
from matchmaker.domain.record import UNHASHED, Flaw, Record
from matchmaker.domain.words import Company, DecisionKind, YesNo

_NEEDS = {
    "pin": ("beneficiary", "mentors"),
    "veto": ("beneficiary", "mentors"),
    "answer": ("question", "answer"),
    "lift": ("row",),
}


class Decision(Record):
    """One decision by a named person; the same id and content again changes nothing."""

    id: Id = Field(description="A code of the decision; the same id never means two things.")
    expected_version: Count = Field(0, description="How many decisions its author had seen.")
    actor: Tag = Field(description="Who decided.")
    at: Moment = Field(description="When.")
    kind: DecisionKind = Field(description="What was decided.")
    beneficiary: Id | None = Field(None, description="For a pin or veto: the person.")
    mentors: Many[Id] = Field(
        (), max_length=2, description="For a pin or veto: the mentor, or both of a team."
    )
    company: Company | None = Field(None, description="For a pin or veto: only in this company.")
    until: Day | None = Field(None, description="For a veto: the last day on which it holds.")
    question: Key | None = Field(None, description="For an answer: the question's code.")
    answer: YesNo | None = Field(None, description="For an answer: yes or no.")
    row: Key | None = Field(None, description="For lifting a protective row: its key.")
    reason: Text | None = Field(None, description="Why, in a few words.", json_schema_extra=UNHASHED)

    @classmethod
    def from_dict(cls, data: Any) -> Decision:
        """Check plain data (ISO times and lists accepted, nothing else coerced) or raise `InputErrors`."""
        return record_from(cls, data)

    def is_about(self, beneficiary: str, mentors: Iterable[str], *, company: Company) -> bool:
        """Say whether a pin or veto speaks of this: a pin of just these mentors, a veto of any of them."""
        named, meant = set(self.mentors), set(mentors)
        same = named == meant if self.kind == "pin" else named <= meant
        return same and self.beneficiary == beneficiary and self.company in (None, company)

    def flaws(self) -> Iterator[Flaw]:
        """Each kind says what it is about."""
        for name in _NEEDS[self.kind]:
            if not getattr(self, name):
                yield (name,), "blank", f"is needed to {self.kind}. Maybe fill it in."
