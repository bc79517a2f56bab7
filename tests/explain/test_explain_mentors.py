"""Mentors without a suggestion, and why as far as it can be said kindly; by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from matchmaker.explain.mentors import mentors_without_a_match
from tests.explain.plans import plan_of, room_and_ledger
from tests.rules.judging import apart, day, decision

LIKES = {"likes": ["dogs"]}
NOBODY_LEFT = (
    "has no suggestion this time: whoever asked has another one, or there is no room or no open way yet"
)


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
        ({}, "has no suggestion this time: whoever asked has another one, or there is no room"),
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
    assert found["M2"] == (NOBODY_LEFT,)


PRIVATE: Mapping[str, dict[str, Any]] = {
    "kept apart from the person": {"rows": {"teams": [], "keep_apart": [apart("M2", "B1")]}},
    "kept apart from the worker": {"rows": {"teams": [], "keep_apart": [apart("N1", "M2")]}},
    "a wish of the person": {
        "beneficiary": LIKES | {"gender_wish": "must", "gender_wished": "a woman"},
        "mentor": LIKES | {"put_forward_for": ["a woman"]},
    },
}
ORDINARY: Mapping[str, dict[str, Any]] = {
    "M1 is suggested for B1, whom M2 could meet too": {"mentor": LIKES},
    "it was decided against, as it may be for any reason": {
        "rows": {"teams": [], "decisions": [decision("veto", beneficiary="B1", mentors=["M2"])]},
    },
}


@pytest.mark.parametrize("ordinary", ORDINARY)
@pytest.mark.parametrize("private", PRIVATE)
def test_what_is_private_is_told_in_the_words_of_what_is_not(private, ordinary):
    """Before, one sentence stood only where people are kept apart or had a wish, so that it gave them away."""
    told = [
        reasons(**({"beneficiary": LIKES, "mentor": LIKES, "rows": {"teams": []}} | given))["M2"]
        for given in (PRIVATE[private], ORDINARY[ordinary])
    ]
    assert told == [(NOBODY_LEFT,), (NOBODY_LEFT,)]


def test_nobody_asked_so_everybody_is_there_and_nothing_is_held_against_them():
    found = reasons(beneficiary={"wants": "no"})
    assert found == dict.fromkeys(
        ("M1", "M2"), ("has no suggestion, since nobody asks for a mentor at present",)
    )


def test_what_the_mentor_has_no_room_for_is_told_apart_from_what_we_have_none_for():
    """Half an hour a week is less than any meeting takes: (60 + 30) × 2 ÷ 4 = 45 minutes without a journey."""
    found = reasons(navigator={"first_visits_free": 0}, mentor={"hours_per_week": 0.5}, rows={"teams": []})
    visits = "a worker's room for introduction visits"
    own = "has no room left: hours a week agreed with a mentor"
    assert found["M1"] == (own, f"and we have no room either: {visits}")
    assert found["M2"] == (f"could meet somebody, but we have no room: {visits}",)
