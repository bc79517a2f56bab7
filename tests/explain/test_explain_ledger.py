"""A rule stands in the way of a mentor when it alone leaves no way to meet; by hand."""

from __future__ import annotations

import pytest

from matchmaker.explain.ledger import Ledger
from tests.explain.plans import plan_of

POLISH = {"languages": ["Polish"]}


def blocked(**different):
    found = Ledger(plan_of(**different).judged[0]).blocked(0)
    return {mentor.id: set(codes) for mentor, codes in found}


@pytest.mark.parametrize(
    ("different", "said"),
    [
        ({}, {}),
        ({"mentor": POLISH}, {"M1": {"language"}}),
        ({"mentor": POLISH | {"available": False}}, {"M1": {"language", "on-a-break"}}),
        ({"mentor": POLISH, "second": {"available": False}}, {"M1": {"language"}, "M2": {"on-a-break"}}),
        ({"beneficiary": {"wants_to_do": ["coffee_walk", "court"]}, "mentor": {"offers": ["hub"]}},
         {"M1": {"role"}}),
    ],
)  # fmt: skip
def test_each_rule_that_alone_leaves_no_way(different, said):
    assert blocked(**different) == said


def test_a_rule_that_leaves_one_way_is_no_reason():
    """No check-in plan closes going alone; jointly they can still meet."""
    assert blocked(mentor={"check_in_plan": None}) == {}


def test_rules_that_only_together_leave_none_are_not_named():
    """Alone there is no plan, and jointly the wish covers a worker who is not named for it."""
    wish = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": True}
    named = {"put_forward_for": ["a woman"]}
    found = blocked(beneficiary=wish, mentor=named | {"check_in_plan": None}, second=named)
    assert found == {"M1": set()}
