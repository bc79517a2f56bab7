"""Reasons for no suggestion: true ones pass, none and wrong ones are found."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.proposal import ObjectionCount
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.verify.reasons import reason_breaches
from tests.limits.judging import crowd, like_b1
from tests.rules.judging import round_of

POLICY = Policy.standard()


def codes(round_, **changed):
    proposal = propose(round_, POLICY)
    (entry,) = proposal.unmatched
    proposal = proposal.model_copy(update={"unmatched": (entry.model_copy(update=changed),)})
    return [breach.code for breach in reason_breaches(proposal, POLICY, context=POLICY.context(round_))]


ROOMY = {"people_at_once": 9, "hours_per_week": 20}
LONELY: dict[str, Any] = {
    "mentor": {"languages": ["Polish"]},
    "second": {"available": False},
    "rows": {"teams": []},
}


def reason(code: str) -> tuple[ObjectionCount, ...]:
    return (ObjectionCount(code=code, mentors=1),)


@pytest.mark.parametrize(("code", "breaches"), [
    ("language", []), ("on-a-break", []), ("travel", ["reason"]), ("vetoed", ["reason"]),
    ("people-at-once", ["reason"]), ("fit-floor", ["reason"]), ("together", ["reason"]), ("no-such", ["reason"]),
])  # fmt: skip
def test_a_reason_holds_with_one_mentor_at_least(code, breaches):
    """M1 speaks Polish only, and M2 is away: nothing else is in the way of B1."""
    assert codes(round_of(**LONELY), objections=reason(code)) == breaches


def test_no_reason_at_all_is_a_breach_of_the_best_plan():
    assert codes(round_of(**LONELY), objections=()) == ["no-reason"]


@pytest.mark.parametrize(("places", "breaches"), [(2, []), (3, ["reason"])])
def test_room_that_is_just_enough_is_in_nobodys_way(places, breaches):
    """M1 meets two of the three, as many as N1 has visits for: of three places one is left, of two none."""
    round_ = crowd(
        others=like_b1("B2", "B3"), mentor=ROOMY | {"people_at_once": places}, second={"available": False}
    )
    assert codes(round_, objections=reason("people-at-once")) == breaches


@pytest.mark.parametrize(("code", "breaches"), [("introduction-visits", []), ("joint-hours", ["reason"])])
def test_room_is_what_the_suggestions_leave(code, breaches):
    """N1 has four visits and three people, two for each; with joint hours there would be ways enough."""
    assert (
        codes(crowd(others=like_b1("B2", "B3"), mentor=ROOMY, second=ROOMY), objections=reason(code))
        == breaches
    )
