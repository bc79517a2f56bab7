"""What leaves the library: introductions to talk about, and everyone who has none yet.

The file is long because it is one document, as it is stored and read back.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from matchmaker.domain.fields import SCHEMA_VERSION, Day, Id, Rows, SchemaVersion, Slot
from matchmaker.domain.record import SINCE_1_1, Record
from matchmaker.domain.words import Band, Company, State

Status = Literal["optimal", "feasible", "unknown", "impossible"]
Proof = Literal["certified", "solver-claimed", "not proved"]
STANDS_BY_FOR: Final = 3
"""For how many introductions one mentor may stand by: hardly all of them fall through at once."""


class Priority(Record):
    """One level of the programme's order of priorities, and how sure we are that it cannot be beaten."""

    name: str
    total: int
    bound: int
    proof: Proof


class ToAsk(Record):
    """A question, and the worker who asks it."""

    key: str
    ask: str
    who: str


class Meeting(Record):
    """A task and the place for it."""

    task: Id
    venue: Id


class Contribution(Record):
    """What one criterion adds to the fit: points of 100, times its weight, because of something."""

    criterion: str
    points: int = Field(ge=0, le=100)
    weight: int = Field(ge=0)
    because: str


class Alternative(Record):
    """Another way to meet this request; explanations add what choosing it would mean for others."""

    mentors: Rows[Id]
    company: Company
    state: State
    fit: int
    regret: Rows[int] | None = Field(
        None,
        description="By priority, how much less the best plan with it is worth; only where that is proved.",
    )
    moves: Rows[Id] = Field(
        (), description="Whose suggestion would then be another one, the person themself first."
    )
    regret_at_least: Rows[int] | None = Field(
        None,
        description="Where time ran out: what any plan with it costs at least, for the first priorities.",
        json_schema_extra=SINCE_1_1,
    )
    impossible: bool = Field(
        False,
        description="Whether it is proved that no plan has room for it, as things are decided.",
        json_schema_extra=SINCE_1_1,
    )

    @property
    def name(self) -> tuple[frozenset[str], str]:
        """With whom and how: a team is one way, whoever leads."""
        return frozenset(self.mentors), self.company

    @property
    def unpriced(self) -> Alternative:
        """The same without what it would mean for others."""
        return Alternative(mentors=self.mentors, company=self.company, state=self.state, fit=self.fit)


class ProposedMatch(Record):
    """An introduction to suggest. Nothing is agreed until everybody says yes."""

    match_id: str
    beneficiary: Id
    mentors: Rows[Id] = Field(min_length=1, max_length=2)
    company: Company
    state: State
    questions: Rows[ToAsk] = ()
    arrangements: Rows[Meeting]
    common_times: Rows[Slot] = ()
    band: Band
    fit: int
    contributions: Rows[Contribution]
    alternatives: Rows[Alternative] = ()
    standby: Rows[Id] = Field((), description="Who could step in with the room that the plan leaves.")
    prompts: Rows[str] = ()

    @property
    def name(self) -> tuple[str, frozenset[str], str]:
        """Whom it is about, with whom and how: a team is one way, whoever leads."""
        return self.beneficiary, frozenset(self.mentors), self.company


class ObjectionCount(Record):
    """How many mentors (or people) one rule stands in the way of; `kept-apart` is never counted."""

    code: str
    mentors: int | None


class Remedy(Record):
    """What would help, what it would gain at each priority, and whether that was seen by solving again."""

    change: str
    gain: Rows[int] | None = None
    verified: bool = False


class Unmatched(Record):
    """A person who asked and has no suggestion yet: what *we* need to find out or arrange."""

    beneficiary: Id
    objections: Rows[ObjectionCount] = ()
    questions: Rows[ToAsk] = ()
    contested_with: Rows[Id] = ()
    remedies: Rows[Remedy] = ()


class SpareMentor(Record):
    """A mentor without a suggestion in this round; under-use is told as loudly as overload."""

    mentor: Id
    reasons: Rows[str]


class HearMore(Record):
    """Somebody who would like to hear more, and up to three introductions to describe."""

    beneficiary: Id
    introductions: Rows[Alternative]


NOT_WORKED_OUT: Final = "not-worked-out"
"""The code of the warning that there was no time for some of what explanations add."""


class RunWarning(Record):
    """Something a coordinator should know about this run."""

    code: str
    sentence: str


class Proposal(Record):
    """A whole proposal, as it is stored and read back."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    engine_version: str
    as_of: Day
    round_hash: str
    policy_hash: str
    previous_hash: str | None
    salt: str
    status: Status
    reproducible: bool
    priorities: Rows[Priority]
    matches: Rows[ProposedMatch]
    unmatched: Rows[Unmatched]
    mentors_without_a_match: Rows[SpareMentor]
    hear_more: Rows[HearMore]
    waivers: Rows[str] = ()
    warnings: Rows[RunWarning] = ()

    @property
    def totals(self) -> tuple[int, ...]:
        """The total of each priority, in the policy's order."""
        return tuple(priority.total for priority in self.priorities)

    @property
    def bounds(self) -> tuple[int, ...]:
        """A bound on each total that no plan can beat, in the policy's order."""
        return tuple(priority.bound for priority in self.priorities)

    def to_json(self) -> str:
        """Write it as JSON, the same bytes for the same proposal."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Proposal:
        """Read what `to_json` wrote; a fault is an `InputErrors` with every problem."""
        from matchmaker.domain.reading import record_from_json

        return record_from_json(cls, text)
