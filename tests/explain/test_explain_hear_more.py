"""Up to three introductions to describe to those who would like to hear more; by hand."""

from __future__ import annotations

from typing import Any

from matchmaker.explain.hear_more import hear_more
from tests.explain.plans import plan_of, room_and_ledger

CURIOUS: dict[str, Any] = {"wants": "would_like_to_hear_more", "asked_on": None, "wants_to_do": []}


def told(**different):
    plan = plan_of(beneficiary=CURIOUS | different.pop("beneficiary", {}), **different)
    room, _ = room_and_ledger(plan)
    return hear_more(plan, room)


def introductions(**different):
    (entry,) = told(**different)
    assert entry.beneficiary == "B1"
    return [(other.mentors, other.state) for other in entry.introductions]


def test_each_mentor_and_team_is_described_once():
    assert sorted(len(mentors) for mentors, _ in introductions()) == [1, 1, 2]


def test_ready_ones_come_before_those_with_a_question():
    found = introductions(mentor={"supervised_on": None}, rows={"teams": []})
    assert found == [(("M2",), "ready"), (("M1",), "ask first")]


def test_nobody_without_room_is_described():
    """M1 has no place, and so the team of both has none either."""
    found = introductions(mentor={"people_at_once": 0}, rows={"teams": []})
    assert found == [(("M2",), "ready")]


def test_whom_nobody_can_meet_is_there_with_nothing_to_describe():
    assert introductions(mentor={"available": False}, second={"available": False}) == []


def test_who_said_yes_or_no_is_not_among_them():
    for wants in ("no", "maybe_later"):
        assert told(beneficiary={"wants": wants}) == ()
    yes = {"wants": "yes", "asked_on": "2026-09-01", "wants_to_do": ["coffee_walk"]}
    assert told(beneficiary=yes) == ()
