"""A rule that a manager set aside for one pair in one company: by hand, in the law and in its twin."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from matchmaker.domain.context import Context
from matchmaker.rules.block import Block
from matchmaker.rules.law import objections
from matchmaker.rules.waived import set_aside
from tests.rules.judging import RULE, day, decision, likely, round_of

HIGH = [likely("high"), likely("low", "others_present")]
"""Nobody goes alone where something is highly likely: `situation` closes M1 and M2 alone.

M1 has no check-in plan, so that `lone-working` closes as well.
"""


def waiver(**more: Any) -> dict[str, Any]:
    about: dict[str, Any] = {
        "beneficiary": "B1",
        "mentors": ["M1"],
        "company": "alone",
        "tasks": ["coffee_walk"],
    }
    about["rule"] = "situation"
    said = {"mitigation": "in the café only", "reason": "they know each other", "until": day(0)}
    return decision("waive", **about | said | more)


def left(company="alone", mentors=("M1",), **more: Any) -> set[str]:
    """Return the codes of what stands in the way of M1 and B1 having a coffee in a café."""
    rows = {"situations": HIGH, "decisions": [waiver(**more)]}
    context = Context(round_of(mentor={"check_in_plan": False}, rows=rows))
    party = tuple(context.mentors[mentor] for mentor in mentors)
    where: Any = ("coffee_walk", company, context.venue["cafe_public"])
    rules = [kind() for kind in RULE.values()]
    person = context.beneficiaries["B1"]
    return {o.code for o in objections(rules, party, beneficiary=person, where=where, context=context)}


def test_without_a_waiver_the_rule_closes():
    assert left(rule="travel") == {"situation", "lone-working"}


def test_the_waived_rule_and_only_that_rule_is_set_aside():
    assert left() == {"lone-working"}


@pytest.mark.parametrize(
    "more",
    [
        {"company": "joint"},  # another company
        {"tasks": ["forms_post", "court"]},  # other tasks
        {"mentors": ["M2"]},  # another mentor
        {"mentors": ["M1", "M2"]},  # the two of them together
        {"until": day(-1), "at": "2026-09-01 09:00"},  # it was yesterday that it ended
    ],
)
def test_it_holds_for_just_this_pair_company_and_task_until_its_day(more):
    assert "situation" in left(**more)


@pytest.mark.parametrize("code", sorted(code for code, rule in RULE.items() if rule.strength == "absolute"))
def test_an_absolute_rule_is_never_set_aside(code):
    """Each absolute rule is broken once; the waiver changes nothing."""
    broken: dict[str, dict[str, Any]] = {
        "wants-a-mentor": {"beneficiary": {"wants": "maybe_later"}},
        "kept-apart": {"rows": {"keep_apart": [{"one": "M1", "other": "B1"}]}},
        "gender-wish": {"beneficiary": {"gender_wish": "must", "gender_wished": "a woman"}},
        "dual-worked": {"beneficiary": {"dual_worked": True}},
        "on-a-break": {"mentor": {"available": False}},
    }
    different = broken[code]
    rows = {**different.pop("rows", {}), "decisions": [waiver(rule=code)]}
    context = Context(round_of(rows=rows, **different))
    where: Any = ("coffee_walk", "alone", context.venue["cafe_public"])
    party, person = (context.mentors["M1"],), context.beneficiaries["B1"]
    found = objections([RULE[code]()], party, beneficiary=person, where=where, context=context)
    assert [each.code for each in found] == [code]


def test_the_twin_sets_aside_what_the_law_does():
    """M1 alone is ready everywhere; M1 jointly and M2 alone are as they were."""
    context = Context(round_of(rows={"situations": HIGH, "decisions": [waiver()]}))
    parties = tuple((mentor,) for mentor in context.round.mentors)
    block = Block(parties, ((context.beneficiaries["B1"], "coffee_walk"),), ("alone", "joint"), context)
    rule = RULE["situation"]()
    before, after = rule.open(block), set_aside(rule, rule.open(block), block=block)
    shape = after.ready.shape
    was = [np.broadcast_to(bits, shape) for bits in before]
    assert not was[1][0, 0, 0].any()
    assert (after.ready[0, 0, 0] == 2**32 - 1).all()
    assert (after.open[0, 0, 0] == 2**32 - 1).all()
    for place in ((0, 0, 1), (1, 0, 0), (1, 0, 1)):
        assert (after.ready[place] == was[0][place]).all()
        assert (after.open[place] == was[1][place]).all()


def test_without_waivers_nothing_is_copied():
    context = Context(round_of())
    block = Block(
        ((context.mentors["M1"],),), ((context.beneficiaries["B1"], "coffee_walk"),), ("alone",), context
    )
    rule = RULE["situation"]()
    masks = rule.open(block)
    assert set_aside(rule, masks, block=block) is masks
