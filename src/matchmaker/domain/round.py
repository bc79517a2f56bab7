"""A round: everyone the programme knows, on one date; with the policy, all that a plan is judged on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Protocol, runtime_checkable

from pydantic import BaseModel, Field, ValidationError

from matchmaker.domain import references
from matchmaker.domain.dates import wrong_dates
from matchmaker.domain.decisions import Decision
from matchmaker.domain.fields import SCHEMA_VERSION, Day, Label, Rows, SchemaVersion, Slot, Tag, Text
from matchmaker.domain.hashing import fingerprint
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.reading import record_from, record_from_json
from matchmaker.domain.record import SINCE_1_1, UNHASHED, Flaw, Record
from matchmaker.domain.rows import (
    Answer,
    AreaMinutes,
    Avoid,
    Clearance,
    Comfort,
    Group,
    KeepApart,
    Match,
    Place,
    Situation,
    Stretch,
    Team,
)
from matchmaker.domain.vocabulary import Word


class Programme(Record):
    """Who runs this round, and what holds for all of it."""

    as_of: Day = Field(description="The day this round is judged on.")
    locality: Label = Field(description="What the programme or area is called.")
    usual_language: Tag = Field(description="The language most people here speak.")
    safeguarding_contact: Text = Field(
        description="Who to ring when something worries you.", json_schema_extra=UNHASHED
    )
    staff_reachable: Rows[Slot] | None = Field(
        None, description="Weekly times when mentors can reach a worker. Blank: nobody meets alone."
    )
    dpia_reference: Text | None = Field(
        None, description="The reference of your data protection impact assessment."
    )


class Previous(Record):
    """The proposal before this one, and the protective rows that held then."""

    proposal: Proposal
    keep_apart: Rows[KeepApart] = ()
    avoid: Rows[Avoid] = ()
    rows_known: bool = True
    decisions: Rows[Decision] = Field((), json_schema_extra=SINCE_1_1)
    """Decisions that still hold, about somebody who is not in the round: they may be back next month."""

    def settle(self) -> None:
        """Sort the rows, as those of the round itself."""
        for name in ("keep_apart", "avoid"):
            self.__dict__[name] = tuple(sorted(getattr(self, name), key=_order))


@runtime_checkable
class HasPrevious(Protocol):
    """Anything that can say what the next round has to know of it, such as a saved run."""

    def as_previous(self) -> Previous:
        """Return its proposal and the protective rows that held."""


class Round(Record):
    """Everything that a plan is judged on, in canonical order: how rows were sorted never matters."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    programme: Programme
    mentors: Rows[Mentor] = ()
    beneficiaries: Rows[Beneficiary] = ()
    navigators: Rows[Navigator] = ()
    clearances: Rows[Clearance] = ()
    comfort: Rows[Comfort] = ()
    situations: Rows[Situation] = ()
    keep_apart: Rows[KeepApart] = ()
    avoid: Rows[Avoid] = ()
    teams: Rows[Team] = ()
    answers: Rows[Answer] = ()
    areas: Rows[AreaMinutes] = ()
    places: Rows[Place] = ()
    groups: Rows[Group] = ()
    stretch: Rows[Stretch] = ()
    matches: Rows[Match] = ()
    vocabulary: Rows[Word] = ()
    previous: Previous | None = None
    decisions: Rows[Decision] = ()

    @property
    def as_of(self) -> date:
        """The day this round is judged on."""
        return self.programme.as_of

    @classmethod
    def from_dict(cls, data: Any) -> Round:
        """Check plain records (ISO dates and lists accepted, nothing else coerced) or raise `InputErrors`."""
        return record_from(cls, data)

    @classmethod
    def from_json(cls, text: str | bytes) -> Round:
        """Read JSON strictly, or raise `InputErrors`."""
        return record_from_json(cls, text)

    def to_json(self) -> str:
        """Write it as JSON that `from_json` reads to an equal round."""
        text = self.model_dump_json(indent=1, exclude_defaults=True)
        return f'{{\n "schema_version": "{SCHEMA_VERSION}",{text.removeprefix("{")}\n'

    def with_previous(self, previous: Proposal | Previous | HasPrevious | None) -> Round:
        """Return this round with what was proposed before it.

        A bare proposal says nothing of the protective rows that held then: those that the round knows of
        are kept, and a warning says that others may be missing. A run's `as_previous()` has them.
        """
        if isinstance(previous, HasPrevious):
            previous = previous.as_previous()
        if isinstance(previous, Proposal):
            held = self.previous
            previous = Previous(
                proposal=previous,
                keep_apart=held.keep_apart if held else (),
                avoid=held.avoid if held else (),
                rows_known=held is not None and held.rows_known,
            )
        return self if previous is None else self.revised(previous=previous)

    def with_decisions(self, decisions: Iterable[Decision]) -> Round:
        """Return this round with further decisions; one that is already there changes nothing."""
        return self.revised(decisions=(*self.decisions, *decisions))

    def revised(self, **changes: Any) -> Round:
        """Return this round with some collections replaced, every check made again."""
        return record_from(Round, {name: getattr(self, name) for name in self.model_fields_set} | changes)

    @property
    def fingerprint(self) -> str:
        """The hash of all that can change a plan; labels stay outside it."""
        return fingerprint(self)

    def flaws(self) -> Iterator[Flaw]:
        """References that lead nowhere, ids twice, rows that contradict each other."""
        yield from references.flaws({name: list(enumerate(rows)) for name, rows in _collections(self)})
        yield from wrong_dates(self)

    @classmethod
    def flaws_despite(cls, data: Any, error: ValidationError) -> Iterator[Flaw]:
        """Check references among the rows that are right, so that one round of mending is enough."""
        yield from references.flaws_among(cls, data, error=error)

    def settle(self) -> None:
        """Sort every collection by content; the same decision told twice is one."""
        for name, rows in list(_collections(self)):
            self.__dict__[name] = tuple(sorted(rows, key=_order))
        self.__dict__["decisions"] = tuple(dict.fromkeys(self.decisions))


def _collections(round_: Round) -> Iterator[tuple[str, tuple[Record, ...]]]:
    for name in Round.model_fields:
        rows = getattr(round_, name)
        if isinstance(rows, tuple) and rows:
            yield name, rows


def _order(row: BaseModel) -> str:
    return f"{getattr(row, 'at', '')} {row.model_dump_json()}"
