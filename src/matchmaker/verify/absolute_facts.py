"""The few facts of a round that the absolute rules rest on, looked up by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from matchmaker.verify.absolute_groups import hosts_of, there_of

Row: TypeAlias = Mapping[str, Any]

KINDS = frozenset({
    "office_hub", "cafe_public", "library", "park", "leisure_centre", "allotment", "court",
    "gp_hospital", "hostel_communal", "home", "vehicle", "prison_gate", "prison_inside",
    "street_outreach", "remote",
})  # fmt: skip
TASKS = frozenset({
    "coffee_walk", "leisure", "gym_sport", "group_first_time", "appointment_health",
    "appointment_treatment", "appointment_benefits", "appointment_housing", "court",
    "prison_gate_pickup", "prison_visit", "hospital_visit", "home_visit", "forms_post",
    "bank_account", "shopping_with", "travel_confidence", "college", "job_search", "advocacy",
    "moving_on",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, and nothing that was worked out by somebody else."""

    as_of: date
    session_minutes: int
    mentors: Mapping[str, Row]
    beneficiaries: Mapping[str, Row]
    navigators: Mapping[str, Row]
    teams: frozenset[frozenset[str]]
    apart: frozenset[str]
    situations: tuple[Row, ...]
    answers: Mapping[str, bool]
    tasks: frozenset[str]
    venues: frozenset[str]
    hosts: Mapping[str, frozenset[str]]
    there: Mapping[tuple[str, str], frozenset[str]]

    def settled(self, cell: bool | None, question: str) -> bool | None:
        """Return a protective yes from the cell or the answer, whichever has it; None is still not known."""
        said = self.answers.get(question)
        return True if cell or said else None if cell is None and said is None else False


def facts_of(round_: Row, session_minutes: int) -> Facts:
    """Gather the facts; a key that is missing was blank when the round was written."""
    words = round_.get("vocabulary", ())
    places = {place["id"] for place in round_.get("places", ())}
    return Facts(
        as_of=date.fromisoformat(round_["programme"]["as_of"]),
        session_minutes=session_minutes,
        mentors=_by_id(round_.get("mentors", ())),
        beneficiaries=_by_id(_as_they_now_want(round_)),
        navigators=_by_id(round_.get("navigators", ())),
        teams=frozenset(frozenset((row["one"], row["other"])) for row in round_.get("teams", ())),
        apart=_apart(round_),
        situations=tuple(round_.get("situations", ())),
        answers=_answers(round_),
        tasks=TASKS | {word["code"] for word in words if word["sort"] == "task"},
        venues=KINDS | places | {word["code"] for word in words if word["sort"] == "kind"},
        hosts=hosts_of(round_),
        there=there_of(round_),
    )


def apart_key(one: str, other: str) -> str:
    """Name two who are kept apart (the second may be `situation:<code>`), whichever comes first."""
    return "/".join(("keep_apart", *sorted((one, other))))


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}


def _as_they_now_want(round_: Row) -> Iterator[Row]:
    """Nobody who since said "not for now" has asked for a mentor."""
    today = round_["programme"]["as_of"]
    not_now = {
        row["beneficiary"]
        for row in round_.get("decisions", ())
        if row["kind"] == "none_for_now" and (row.get("until") or today) >= today
    }
    for person in round_.get("beneficiaries", ()):
        yield {**person, "wants": "maybe_later"} if person["id"] in not_now else person


def _apart(round_: Row) -> frozenset[str]:
    """A row that is gone without a decision that lifts it was lost, not settled: it still holds.

    Two who said that they know each other are kept apart as well.
    """
    since = ((round_.get("previous") or {}).get("proposal") or {}).get("as_of", "")
    lifts = [row for row in round_.get("decisions", ()) if row["kind"] == "lift"]
    lifted = {row["row"] for row in lifts if row["at"][:10] >= since}
    earlier = (round_.get("previous") or {}).get("keep_apart", ())
    before = [row for row in earlier if _named(row) not in lifted]
    known = (key.split("/") for key, yes in _answers(round_).items() if yes and key.startswith("known-area/"))
    said = frozenset(apart_key(one, other) for _, one, other in known) | _told_by_matches(round_)
    return frozenset(_keys(round_.get("keep_apart", ()))) | frozenset(_keys(before)) | said


def _told_by_matches(round_: Row) -> frozenset[str]:
    """Two who ended because they know each other, or of whom one declined, are not brought together again."""
    known = "known_to_each_other"
    ended = {row.get("match") for row in round_.get("decisions", ()) if row.get("end_reason") == known}
    return frozenset(
        apart_key(row["beneficiary"], mentor)
        for row in round_.get("matches", ())
        if row.get("end_reason") == known or row["state"] == "declined" or row["id"] in ended
        for mentor in (row["mentor"], row.get("second_mentor"))
        if mentor
    )


def _named(row: Row) -> str:
    """Name a row as a decision that lifts it does; what it rests on tells two rows apart."""
    key = apart_key(row["one"], row.get("other") or f"situation:{row['situation']}")
    return f"{key}/{row['kind']}" if row.get("kind") else key


def _keys(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield apart_key(row["one"], row.get("other") or f"situation:{row['situation']}")


def _answers(round_: Row) -> dict[str, bool]:
    """The latest answer counts; of two at the same moment, yes, since that is the careful one here."""
    given = [(row["on"], row["answer"], row["question"]) for row in round_.get("answers", ())]
    given += [
        (row["at"], row["answer"], row["question"])
        for row in round_.get("decisions", ())
        if row["kind"] == "answer"
    ]
    ordered = sorted(given)  # "2026-11-02" < "2026-11-02T09:00", and "no" < "yes"
    return {question: answer == "yes" for _, answer, question in ordered}
