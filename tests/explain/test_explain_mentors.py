"""Mentors without a suggestion, and why as far as it can be said kindly; by hand."""

from __future__ import annotations

import pytest

from matchmaker.explain.mentors import mentors_without_a_match
from tests.explain.plans import plan_of, room_and_ledger
from tests.rules.judging import apart, day

LIKES = {"likes": ["dogs"]}


def reasons(**different) -> dict[str, tuple[str, ...]]:
    plan = plan_of(**different)
    room, ledger = room_and_ledger(plan)
    return {found.mentor: found.reasons for found in mentors_without_a_match(plan, room, ledger=ledger)}


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ({"available": False}, "is not taking on anybody new"),
        ({"breaks": [f"{day(0)} to {day(3)}"]}, "is not taking on anybody new"),
        ({"people_at_once": 0}, "has no place for anybody at present"),
        ({}, "could meet somebody, but for each of them there is another suggestion, or no room yet"),
        ({"languages": ["Polish"]}, "has no suggestion yet; what is most often in the way"),
    ],
)
def test_the_one_without_a_suggestion_and_the_reason(second, reason):
    """M1 shares a like, so that M1 is suggested and M2 is not."""
    found = reasons(beneficiary=LIKES, mentor=LIKES, second=second, rows={"teams": []})
    assert list(found) == ["M2"]
    (said,) = found["M2"]
    assert said.startswith(reason)


def test_a_break_that_is_over_is_no_reason():
    over = {"breaks": [f"{day(-3)} to {day(-1)}"]}
    found = reasons(beneficiary=LIKES, mentor=LIKES, second=over, rows={"teams": []})
    assert found["M2"] == (
        "could meet somebody, but for each of them there is another suggestion, or no room yet",
    )


def test_who_is_kept_apart_has_nobody_on_the_list_and_no_reason_of_their_own():
    found = reasons(rows={"teams": [], "keep_apart": [apart("M2", "B1")]})
    assert found["M2"] == ("has no suggestion in this round",)


def test_nobody_asked_so_everybody_is_there_and_nothing_is_held_against_them():
    found = reasons(beneficiary={"wants": "no"})
    assert found == dict.fromkeys(("M1", "M2"), ("has no suggestion in this round",))


def test_what_the_mentor_has_no_room_for_is_told_apart_from_what_we_have_none_for():
    """Half an hour a week is less than any meeting takes: (60 + 30) × 2 ÷ 4 = 45 minutes without a journey."""
    found = reasons(navigator={"first_visits_free": 0}, mentor={"hours_per_week": 0.5}, rows={"teams": []})
    ours = "could meet somebody, but we have no room: a worker's room for introduction visits"
    assert found["M1"] == ("has no room left: hours a week agreed with a mentor", ours)
    assert found["M2"] == (ours,)
