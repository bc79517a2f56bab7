"""Where home areas overlap, people may know each other: ask both before anyone hears a name."""

from typing import Any

import pytest

from tests.rules.judging import (
    Example,
    answer,
    asks,
    day,
    decision,
    each,
    in_a_group,
    judge,
    match,
    ready,
    said,
)

KEY = "known-area/B1/M1"
NEAR: dict[str, Any] = {"beneficiary": {"area": "Heeley"}}  # where M1 lives
NO = {"answers": [answer(KEY, "no")]}

EXAMPLES = (
    ready("they live in different areas"),
    asks(KEY, "they live in the same area (S0:L196)", **NEAR),
    asks(KEY, "the same area in other letters", beneficiary={"area": " heeley"}),
    asks(KEY, "the person's area is not known", beneficiary={"area": None}),
    asks(KEY, "the mentor's area is not known", mentor={"area": None}),
    asks(KEY, "neither area is known", mentor={"area": None}, beneficiary={"area": None}),
    asks(KEY, "joint too", company="joint", **NEAR),
    ready("answered: they do not", rows=NO, **NEAR),
    ready("answered, area not known", rows=NO, beneficiary={"area": None}),
    ready(
        "decided: they do not", rows={"decisions": [decision("answer", question=KEY, answer="no")]}, **NEAR
    ),
    asks(KEY, "an answer about another mentor", rows={"answers": [answer("known-area/B1/M2", "no")]}, **NEAR),
    ready(
        "they have met, so it is no question any more",
        rows={
            "matches": [
                match("ended", ended_on=day(-90), end_reason="moved_on", end_manner="planned_goodbye")
            ]
        },
        **NEAR,
    ),
    ready("they are meeting now", rows={"matches": [match("active")]}, **NEAR),
    asks(KEY, "in a group too", **in_a_group(**NEAR)),
    ready("in a group, answered", **in_a_group(rows=NO, **NEAR)),
)


@each(EXAMPLES)
def test_known_area(example: Example):
    example.check("known-area")


def test_it_never_closes_and_never_says_that_they_know_each_other():
    """That would be published as kept-apart, which nobody may waive; see test_kept_apart."""
    found = judge("known-area", rows={"answers": [answer(KEY, "yes")]}, **NEAR)
    assert found is None or not found.closes


@pytest.mark.parametrize(
    "state",
    [
        "requested",
        "preparing_person",
        "mentor_asked",
        "options_ready",
        "choosing",
        "declined",
        "not_now",
        "no_option_yet",
    ],
)
def test_a_match_that_never_came_to_a_meeting_leaves_the_question_open(state):
    """Up to choosing, and when declined, the two have not met: still ask before names are said."""
    assert said(judge("known-area", rows={"matches": [match(state)]}, **NEAR)) == f"asks {KEY}"


def test_a_match_that_ended_because_they_knew_each_other_does_not_make_them_ready():
    ended = match("ended", ended_on=day(-90), end_reason="known_to_each_other")
    assert said(judge("known-area", rows={"matches": [ended]}, **NEAR)) != "ready"


def test_not_knowing_is_not_put_as_knowing():
    same, blank = (judge("known-area", beneficiary={"area": area}) for area in ("Heeley", None))
    assert (same.sentence, blank.sentence) == (
        "M1 and B1 live in the same area.",
        "M1 and B1 may live near each other.",
    )
