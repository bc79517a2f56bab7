"""What the coordinator decided since the last proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from pydantic import Field

from matchmaker.domain.fields import Count, Day, Id, Key, Many, Moment, Tag, Text
from matchmaker.domain.reading import record_from
from matchmaker.domain.record import PRIVATE, SINCE_1_1, UNHASHED, Flaw, Record
from matchmaker.domain.words import Company, DecisionKind, EndManner, EndReason, OverrideReason, YesNo

WAIVED_AT_MOST: Final = timedelta(days=90)
REJECTED_FOR: Final = timedelta(days=90)
"""How long a rejected pair is not suggested again unless the decision says until when."""

KEEPING: Final[frozenset[DecisionKind]] = frozenset({"pin", "accept", "hold", "organic"})
"""Decisions that keep a pair in the plan; one that a rule closes is told, never honoured silently."""
REFUSING: Final[frozenset[DecisionKind]] = frozenset({"veto", "reject"})
"""Decisions that keep a pair out of the plan."""

FOR_GOOD: Final[frozenset[DecisionKind]] = frozenset({"answer", "lift"})
"""These do not end: a lifted row does not come back, and what was answered stays so until it is changed."""

NEEDS: Final[Mapping[DecisionKind, tuple[str, ...]]] = {
    "pin": ("beneficiary", "mentors"),
    "veto": ("beneficiary", "mentors"),
    "answer": ("question", "answer"),
    "lift": ("row",),
    "accept": ("beneficiary", "mentors"),
    "reject": ("beneficiary", "mentors", "reason"),
    "hold": ("beneficiary", "mentors", "until"),
    "none_for_now": ("beneficiary",),
    "need_information": ("beneficiary", "reason"),
    "change_company": ("match", "company"),
    "switch_navigator": ("navigator",),
    "waive": ("beneficiary", "mentors", "company", "tasks", "rule", "mitigation", "until", "reason"),
    "organic": ("beneficiary", "mentors", "company"),
    "pause": ("match",),
    "end": ("match", "end_reason", "end_manner"),
}
"""What each kind of decision has to say."""


class Decision(Record):
    """One decision by a named person; the same id and content again changes nothing."""

    id: Id = Field(description="A code of the decision; the same id never means two things.")
    expected_version: Count = Field(0, description="How many decisions its author had seen.")
    actor: Tag = Field(description="Who decided; for a waiver, the manager.")
    at: Moment = Field(description="When.")
    kind: DecisionKind = Field(description="What was decided.")
    beneficiary: Id | None = Field(None, description="The person it is about.")
    mentors: Many[Id] = Field((), max_length=2, description="The mentor, or both of a team.")
    company: Company | None = Field(
        None, description="In this company; for a pin or veto, blank means in any."
    )
    until: Day | None = Field(
        None, description="The last day on which it holds: a veto, reject, hold, pin or waiver."
    )
    question: Key | None = Field(None, description="For an answer: the question's code.")
    answer: YesNo | None = Field(None, description="For an answer: yes or no.")
    row: Key | None = Field(None, description="For lifting a protective row: its key.")
    rule: Id | None = Field(
        None, description="For a waiver: the code of the rule that is set aside.", json_schema_extra=SINCE_1_1
    )
    tasks: Many[Id] = Field(
        (),
        description="For a waiver: the tasks for which it is set aside.",
        json_schema_extra=SINCE_1_1,
    )
    mitigation: Text | None = Field(
        None,
        description="For a waiver: what makes it safe all the same.",
        json_schema_extra=PRIVATE | SINCE_1_1,
    )
    match: Id | None = Field(
        None, description="For a change, pause or end: the id of the match.", json_schema_extra=SINCE_1_1
    )
    navigator: Id | None = Field(
        None, description="For a switch: the id of the new worker.", json_schema_extra=SINCE_1_1
    )
    end_reason: EndReason | None = Field(
        None, description="For an end: why it ended.", json_schema_extra=SINCE_1_1
    )
    end_manner: EndManner | None = Field(
        None, description="For an end: how it ended.", json_schema_extra=SINCE_1_1
    )
    because: OverrideReason | None = Field(
        None, description="The kind of reason.", json_schema_extra=SINCE_1_1
    )
    reason: Text | None = Field(None, description="Why, in a few words.", json_schema_extra=UNHASHED)

    @classmethod
    def from_dict(cls, data: Any) -> Decision:
        """Check plain data (ISO times and lists accepted, nothing else coerced) or raise `InputErrors`."""
        return record_from(cls, data)

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds; None is for good."""
        if self.kind == "reject" and self.until is None:
            return self.at.date() + REJECTED_FOR
        return self.until

    def holds_on(self, day: date) -> bool:
        """Say whether it still holds."""
        return self.last_day is None or day <= self.last_day

    def is_about(self, beneficiary: str, mentors: Iterable[str], *, company: Company) -> bool:
        """Say whether it speaks of this: a veto or reject of any of these mentors, others of just these."""
        named, meant = set(self.mentors), set(mentors)
        same = named <= meant if self.kind in REFUSING else named == meant
        return same and self.beneficiary == beneficiary and self.company in (None, company)

    def flaws(self) -> Iterator[Flaw]:
        """Each kind says what it is about; a waiver lasts no longer than it may.

        A veto that ended before it began would protect nobody, and nobody would notice.
        """
        for name in NEEDS[self.kind]:
            if not getattr(self, name):
                yield (name,), "blank", f"is needed to {_SAID[self.kind]}. Maybe fill it in."
        if self.kind == "switch_navigator" and (self.beneficiary is None) == (len(self.mentors) != 1):
            text = "names neither one person nor one mentor, or both. Maybe fill in one of the two."
            yield ("beneficiary",), "half_filled", text
        if self.kind == "waive" and self.until and self.until - self.at.date() > WAIVED_AT_MOST:
            latest = self.at.date() + WAIVED_AT_MOST
            yield (
                ("until",),
                "until_too_far",
                f"is more than {WAIVED_AT_MOST.days} days on. Maybe {latest} or before.",
            )
        if self.kind in FOR_GOOD and self.until:
            text = "has no meaning here: it holds until somebody changes it. Maybe clear it."
            yield ("until",), "for_good", text
        elif self.until and self.until < self.at.date():
            yield ("until",), "until_before", "lies before the decision. Maybe the year is wrong."


_SAID: Final[Mapping[DecisionKind, str]] = {
    "pin": "pin a pair",
    "veto": "veto a pair",
    "answer": "answer",
    "lift": "lift a row",
    "accept": "accept an introduction",
    "reject": "reject an introduction",
    "hold": "hold an introduction",
    "none_for_now": "say that there is none for now",
    "need_information": "say what to find out",
    "change_company": "change the company of a match",
    "switch_navigator": "switch a worker",
    "waive": "waive a rule",
    "organic": "enter a pair that found each other",
    "pause": "pause a match",
    "end": "end a match",
}
