"""What a coordinator should know about a run as a whole: its order, and each boundary; by hand."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.round import Previous
from matchmaker.domain.rows import KeepApart
from matchmaker.engine import propose
from matchmaker.explain.warnings import warnings_of
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from tests.explain.plans import POLICY, plan_of
from tests.limits.judging import crowd, like_b1
from tests.rules.judging import apart, cleared, comfort, decision, match, round_of

QUIET: dict[str, Any] = {"programme": {"dpia_reference": "DPIA 7"}}
SETTLED = Policy(legal_basis_gender="Equality Act 2010, Schedule 3")


def codes(**different) -> list[str]:
    return [warning.code for warning in warnings_of(plan_of(SETTLED, **QUIET | different))]


def test_a_quiet_run_warns_of_nothing():
    assert codes() == []


@pytest.mark.parametrize(
    ("different", "told"),
    [
        ({"programme": {}}, ["no-dpia"]),
        ({"beneficiary": {"wants": "no"}}, ["said-no"]),
        ({"beneficiary": {"wants": "maybe_later"}}, ["maybe-later"]),
        ({"second": {"available": False}}, ["small-pool"]),
        ({"rows": {"comfort": [comfort("yes", review=0)]}}, []),
        ({"rows": {"comfort": [comfort("yes", review=-1)]}}, ["past-review"]),
    ],
)
def test_each_is_told_when_it_is_so_and_only_then(different, told):
    assert codes(**different) == told


def test_rows_past_their_review_are_counted():
    rows = {"clearances": [cleared("court", "alone", review=-1)], "comfort": [comfort("yes", review=-1)]}
    (warning,) = warnings_of(plan_of(**QUIET, rows=rows))
    assert warning.sentence.startswith("2 rows are past their review date")


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ([apart("M1", "B1", kind="no_contact")], []),
        ([], ["rows-still-hold"]),
        # That there was a second row, or that it rested on something else, is told nobody.
        ([apart("B1", "M1", kind="exclusion")], []),
        ([apart("M1", "B1")], []),
        ([apart("M2", "B1", kind="no_contact")], ["rows-still-hold"]),
    ],
)
def test_a_protective_row_that_is_gone_is_missed_unless_another_keeps_the_same_two_apart(today, told):
    round_ = round_of(**QUIET, rows={"keep_apart": today})
    row = KeepApart(one="M1", other="B1", kind="no_contact")
    before = Previous(proposal=propose(round_, SETTLED).model_copy(update={"matches": ()}), keep_apart=(row,))
    plan = make_plan(round_.with_previous(before), SETTLED, search=Search())
    assert [warning.code for warning in warnings_of(plan) if warning.code == "rows-still-hold"] == told


def test_a_wish_is_met_in_whatever_case_it_was_written():
    wish = {"gender_wish": "must", "gender_wished": "A  Woman", "wish_covers_navigator": False}
    assert codes(beneficiary=wish) == ["nobody-put-forward"]
    assert codes(beneficiary=wish, mentor={"put_forward_for": ["a woman"]}) == []


def test_a_pin_that_cannot_be_kept_comes_before_all_else():
    pin = decision("pin", beneficiary="B1", mentors=["M1"])
    found = codes(mentor={"available": False}, rows={"decisions": [pin]})
    assert found == ["pin-cannot-be-kept", "small-pool"]


AT_TEN = {"needed_on": "2026-10-06 10:00", "session_minutes": None}
TWO_GOING = {
    "matches": [match("active"), match("confirmed", beneficiary="B2", mentor="M2", second_mentor="M1")
                | {"id": "X2"}],
}  # fmt: skip


def crowded(policy: Policy = POLICY, **different) -> dict[str, str]:
    """Return the warnings about a round with others in it, by code."""
    plan = make_plan(crowd(**QUIET | different), policy, search=Search())
    return {warning.code: warning.sentence for warning in warnings_of(plan)}


def test_who_was_accepted_and_is_no_match_yet_is_told_so_that_nobody_asks_them_twice():
    accept = decision("accept", beneficiary="B1", mentors=["M1"])
    (warning,) = warnings_of(plan_of(SETTLED, **QUIET, rows={"decisions": [accept]}))
    assert warning.code == "accepted-already"
    assert warning.sentence == (
        "Accepted already, and not on the sheet Matches yet: B1 with M1. "
        "Maybe begin the next round with matchmaker next."
    )
    held = accept | {"kind": "hold", "until": "2026-10-12"}
    assert codes(rows={"decisions": [held]}) == []


def test_two_appointments_at_once_that_are_under_way_are_told():
    """M1 goes with B1, and as the second mentor with B2; an hour later it is no clash."""
    later = {"needed_on": "2026-10-06 11:00"}
    found = crowded(beneficiary=AT_TEN, others={"B2": AT_TEN}, rows=TWO_GOING)
    assert found == {
        "two-at-once": "B1 and B2 need somebody at the same time, and both are to meet M1.",
    }
    assert crowded(beneficiary=AT_TEN, others={"B2": later}, rows=TWO_GOING) == {}


def test_two_appointments_at_once_are_told_when_the_limit_is_off():
    """Only M1 is there; with the limit one of the two waits, without it both are suggested and told."""
    two: dict[str, Any] = {"beneficiary": AT_TEN, "others": {"B2": AT_TEN}, "second": {"available": False}}
    off = {"off": True, "off_by": "Ada", "off_because": "a car"}
    limits = [x.model_copy(update=off) if x.code == "one-offs" else x for x in POLICY.limits]
    assert "two-at-once" not in crowded(**two)
    assert "two-at-once" in crowded(POLICY.model_copy(update={"limits": tuple(limits)}), **two)


@pytest.mark.parametrize(
    ("people", "told"),
    [(12, set()), (13, {"caseload"}), (19, {"caseload"}), (20, {"caseload", "caseload-stop"})],
)
def test_a_full_load_is_told_above_twelve_and_that_new_people_wait_from_twenty(people, told):
    found = crowded(others=like_b1(*(f"B{n}" for n in range(2, people + 1)), wants="maybe_later"))
    assert set(found) - {"maybe-later"} == told
    if people == 20:
        assert found["caseload-stop"] == "N1 supports 20 people, so new introductions have to wait."
