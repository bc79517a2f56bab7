"""What a run says of its policy: what is off, what has no basis, what is mistyped, whom a floor leaves out."""

from __future__ import annotations

from matchmaker.explain.policy_warnings import policy_warnings
from matchmaker.policy import Policy
from matchmaker.policy.banners import banners
from matchmaker.rules.checks_and_training import ChecksAndTraining
from tests.explain.plans import plan_of
from tests.rules.judging import decision

WISH = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": False}
BASIS = "Equality Act 2010, Schedule 3"


STANDARD = Policy.standard()


def told(policy: Policy = STANDARD, **different) -> dict[str, str]:
    return dict(policy_warnings(plan_of(policy, **different)))


def with_rule(rule) -> Policy:
    rules = tuple(rule if each.code == rule.code else each for each in STANDARD.rules)
    return STANDARD.model_copy(update={"rules": rules})


def test_nothing_is_said_of_the_standard_policy():
    assert told() == {}


def test_a_wish_about_gender_wants_a_legal_basis():
    assert set(told(beneficiary=WISH)) == {"no-legal-basis"}
    assert set(told(beneficiary=WISH | {"gender_wish": "prefer"})) == {"no-legal-basis"}
    assert told(Policy(legal_basis_gender=BASIS), beneficiary=WISH) == {}


def test_a_mistyped_task_is_named_with_the_nearest():
    said = told(with_rule(ChecksAndTraining(check_for=("hom_visit",))))
    assert said["unknown-task"] == (
        "checks-and-training names hom_visit, and there is no such task. Maybe home_visit?"
    )
    strange = told(with_rule(ChecksAndTraining(check_for=("zzz",))))
    assert "Vocabulary" in strange["unknown-task"]


def test_a_floor_says_whose_hopes_nobody_wrote_down():
    """All ways are worth at most 2,000 by practicalities; B1's likes and hopes are blank."""
    high = Policy(fit_floor=9_000)
    assert "B1" in told(high)["floor-unasked"]
    assert told(high, beneficiary={"likes": ["chess"]}) == {}
    assert told(Policy(fit_floor=1)) == {}


def test_whoever_is_pinned_is_not_left_out():
    pin = decision("pin", beneficiary="B1", mentors=["M1"])
    plan = plan_of(Policy(fit_floor=9_000), rows={"decisions": [pin], "teams": []})
    assert {option.pair.mentor_ids for option in plan.options} == {("M1",)}
    assert {option.pair.mentor_ids for option in plan.below_floor} == {("M2",)}


def test_a_banner_names_what_who_and_why():
    off = with_rule(ChecksAndTraining(off=True, off_by="Ada", off_because="all are staff."))
    assert banners(off) == (
        "The rule checks-and-training (training and checks) is switched off by Ada: all are staff.",
    )
    assert told(off)["switched-off"] == banners(off)[0]
