"""What a coordinator should know about a run as a whole: its order, and each boundary; by hand."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.explain.warnings import warnings_of
from matchmaker.policy import Policy
from tests.explain.plans import plan_of
from tests.rules.judging import cleared, comfort, decision

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


def test_a_wish_is_met_in_whatever_case_it_was_written():
    wish = {"gender_wish": "must", "gender_wished": "A  Woman", "wish_covers_navigator": False}
    assert codes(beneficiary=wish) == ["nobody-put-forward"]
    assert codes(beneficiary=wish, mentor={"put_forward_for": ["a woman"]}) == []


def test_a_pin_that_cannot_be_kept_comes_before_all_else():
    pin = decision("pin", beneficiary="B1", mentors=["M1"])
    found = codes(mentor={"available": False}, rows={"decisions": [pin]})
    assert found == ["pin-cannot-be-kept", "small-pool"]
