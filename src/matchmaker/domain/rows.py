"""Rows about a task, a visit, a place or a pair; protective facts are rows, never cells.

The file is long because it is the list of columns of twelve small sheets, one short record each.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from matchmaker.domain.fields import Count, Day, Id, Key, Label, Many, Minutes, Slot, Tag, Text
from matchmaker.domain.record import PRIVATE, SAFETY, SINCE_1_1, UNHASHED, Flaw, Record
from matchmaker.domain.words import (
    UNDER_WAY,
    ApartKind,
    Comfortable,
    Company,
    EndManner,
    EndReason,
    Level,
    MatchState,
    Mitigation,
    Step,
    YesNo,
)


class Judgement(Record):
    """A dated human judgement; past its review date it counts as not known (S0:L226)."""

    by: Tag = Field(description="Who set it.", json_schema_extra=SAFETY)
    set_on: Day = Field(description="The day it was set.", json_schema_extra=SAFETY)
    review_on: Day = Field(description="The day to look at it again.", json_schema_extra=SAFETY)

    def flaws(self) -> Iterator[Flaw]:
        """A review comes after the judgement."""
        if self.review_on < self.set_on:
            yield (
                ("review_on",),
                "review_before_set",
                "lies before set_on. Maybe swap the two days.",
            )


class Clearance(Judgement):
    """How far a mentor is with one task."""

    mentor: Id = Field(description="The mentor's id.")
    task: Id = Field(description="The task.")
    step: Step = Field(description="How far along they are with this task.", json_schema_extra=SAFETY)


class Comfort(Judgement):
    """How a mentor feels about a situation: their own answer, or a worker's limit that they have seen."""

    mentor: Id = Field(description="The mentor's id.")
    situation: Id = Field(description="The situation.")
    comfort: Comfortable = Field(
        description="Comfortable with it: no, with_support, yes.", json_schema_extra=SAFETY
    )


class Situation(Judgement):
    """What may come up on a visit; it is about the visit, not about the person."""

    beneficiary: Id = Field(description="The person's id.")
    task: Id = Field(description="The task, or any.")
    situation: Id = Field(
        description="What may come up. If nothing does: others_present, with low as the level."
    )
    level: Level = Field(description="How likely: low, some, high.", json_schema_extra=SAFETY)


class KeepApart(Record):
    """Two people who must not be brought together, or somebody and a situation. Nobody is told why."""

    one: Id = Field(description="The id of a person.")
    other: Id | None = Field(None, description="The id of the other person.")
    situation: Id | None = Field(None, description="Or: a situation this mentor must not be brought into.")
    kind: ApartKind | None = Field(
        None, description="What it rests on; never printed.", json_schema_extra=PRIVATE
    )

    @property
    def between(self) -> str:
        """Name those whom it keeps apart, whichever way round they were written."""
        return "/".join(("keep_apart", *sorted((self.one, self.other or f"situation:{self.situation}"))))

    @property
    def key(self) -> str:
        """Name the row by whom it keeps apart; what it rests on tells two rows apart."""
        return f"{self.between}/{self.kind}" if self.kind else self.between

    def flaws(self) -> Iterator[Flaw]:
        """Half a protective row protects nobody."""
        if (self.other is None) == (self.situation is None):
            yield (
                ("other",),
                "half_filled",
                "needs either another person or a situation. Maybe fill in one of the two.",
            )
        if self.other == self.one:
            yield (
                ("other",),
                "same_person",
                "names the same person twice. Maybe one of the two is somebody else.",
            )


class Avoid(Record):
    """Somebody and a place, kind of place, area or time to avoid. Nobody is told why."""

    who: Id = Field(description="The id of a mentor or beneficiary.")
    place: Id | None = Field(None, description="A place.")
    kind: Id | None = Field(None, description="Or: a kind of place.")
    area: Tag | None = Field(None, description="Or: an area.")
    time: Slot | None = Field(None, description="Or: a weekly time, like Mon 09:00-12:00.")

    @property
    def key(self) -> str:
        """Name the row."""
        what = next(f"{n}:{v}" for n, v in self._named() if v is not None)
        return f"avoid/{self.who}/{what}"

    def _named(self) -> tuple[tuple[str, object], ...]:
        return (
            ("place", self.place),
            ("kind", self.kind),
            ("area", self.area),
            ("time", self.time),
        )

    def flaws(self) -> Iterator[Flaw]:
        """One row avoids one thing."""
        if sum(value is not None for _, value in self._named()) != 1:
            yield (
                ("place",),
                "half_filled",
                "needs exactly one of place, kind, area, time. Maybe use a row for each.",
            )


class Team(Record):
    """Two mentors who agreed to go together."""

    id: Id = Field(description="A short code such as T1.")
    one: Id = Field(description="A mentor's id.")
    other: Id = Field(description="The other mentor's id.")
    people_at_once: Count = Field(1, description="How many people they go to see together.")

    def flaws(self) -> Iterator[Flaw]:
        """A team is two people."""
        if self.one == self.other:
            yield (
                ("other",),
                "same_person",
                "names the same mentor twice. Maybe one of the two is somebody else.",
            )


class Answer(Record):
    """An answer to a question of an earlier proposal."""

    question: Key = Field(
        description="The question's code, as printed beside it, such as known-area/B07/M03."
    )
    by: Tag = Field(description="Who answered.")
    on: Day = Field(description="The day of the answer.")
    answer: YesNo = Field(description="Yes or no.", json_schema_extra=SAFETY)


class AreaMinutes(Record):
    """How long it takes from one area to another, either way."""

    start: Tag = Field(description="An area.")
    end: Tag = Field(description="Another area.")
    minutes: Minutes = Field(description="Minutes for the journey, one way.")


class Place(Record):
    """A place that the programme uses."""

    id: Id = Field(description="A short code such as office_a.")
    label: Label = Field(description="What it is called.")
    kind: Id = Field(description="What kind of place it is.")
    area: Tag | None = Field(None, description="The area it is in.")
    staffed: bool | None = Field(None, description="Is somebody on duty? Blank: as usual for its kind.")
    public: bool | None = Field(None, description="Is it open to the public? Blank: as usual for its kind.")
    private_room: bool | None = Field(None, description="Is there a room to talk in private?")
    bars_former_users: bool = Field(False, description="Does it bar mentors who were once supported there?")


class Group(Record):
    """A group that somebody hosts, hub duty included; one mentor slot serves everyone in it (S0:L122)."""

    id: Id = Field(description="A short code such as art_group.")
    label: Label = Field(description="What it is called.")
    host: Id = Field(description="The id of the mentor or worker who hosts it.")
    place: Id = Field(description="The place.")
    slot: Slot = Field(description="When it meets, like Wed 13:00-15:00.")
    places: Count = Field(description="How many people can join.")


class Stretch(Record):
    """Something a mentor wants to grow into, and the support agreed for it (S0:L128-130)."""

    mentor: Id = Field(description="The mentor's id.")
    task: Id = Field(description="The task.")
    mitigation: Mitigation = Field(
        description="How it is made safe: joint with the worker, or paired.",
        json_schema_extra=SAFETY,
    )
    agreed_with: Tag = Field(description="Who agreed it with them.")
    agreed_on: Day = Field(description="The day it was agreed.", json_schema_extra=SAFETY)


class Match(Record):
    """An introduction or match, current or past."""

    id: Id = Field(description="A short code such as X12.")
    beneficiary: Id = Field(description="The person's id.")
    mentor: Id = Field(description="The mentor's id.")
    second_mentor: Id | None = Field(None, description="The second mentor, when two go together.")
    state: MatchState = Field(description="How far it is.")
    company: Company | None = Field(None, description="How they meet: alone, paired, joint, group.")
    group: Id | None = Field(
        None, description="Which group, when company is group.", json_schema_extra=SINCE_1_1
    )
    tasks: Many[Id] = Field((), description="What they do together.")
    started_on: Day | None = Field(None, description="The day it started.")
    ended_on: Day | None = Field(None, description="The day it ended.")
    end_reason: EndReason | None = Field(None, description="Why it ended.")
    end_manner: EndManner | None = Field(None, description="How it ended.")
    feedback: Text | None = Field(None, description="What they said about it.", json_schema_extra=UNHASHED)

    def flaws(self) -> Iterator[Flaw]:
        """A group is named only for a match in one, so that no place is taken by mistake."""
        if self.group is not None and self.company != "group":
            yield (
                ("group",),
                "not_in_a_group",
                "is filled in, but company is not group. Maybe write group there.",
            )

    @property
    def mentors(self) -> tuple[str, ...]:
        """One or two mentor ids."""
        return (self.mentor, self.second_mentor) if self.second_mentor else (self.mentor,)

    @property
    def under_way(self) -> bool:
        """Whether it uses places and hours."""
        return self.state in UNDER_WAY
