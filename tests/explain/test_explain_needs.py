"""What one way to meet needs by the rules: nothing, one or two things, or what is not to be had."""

from __future__ import annotations

from matchmaker.domain.words import Company
from matchmaker.explain.needs import needed
from tests.explain.plans import ALONE, plan_of


def needs(company: Company, **different):
    """Return what M1 and B1 need to meet in a company, and for which tasks there is a place then."""
    plan = plan_of(**(ALONE | different))
    context = plan.context
    party, person = (context.mentors["M1"],), context.beneficiaries["B1"]
    found = needed(plan, party, person=person, company=company)
    return None if found is None else ([mend.do for mend in found[0]], [task for task, _ in found[1]])


def test_nothing_is_needed_where_a_way_is_open():
    assert needs("alone") == ([], ["coffee_walk"])


def test_each_task_is_asked_about_and_what_serves_both_is_needed_once():
    """Without a check-in plan neither a coffee nor court is open alone; jointly both are."""
    both = {"beneficiary": {"wants_to_do": ["coffee_walk", "court"]}, "mentor": {"check_in_plan": None}}
    assert needs("alone", **both) == (["Agree a check-in plan with M1."], ["coffee_walk", "court"])
    assert needs("joint", **both) == ([], ["coffee_walk", "court"])


def test_what_nobody_should_try_to_change_needs_nothing_but_another_way():
    assert needs("alone", mentor={"languages": ["Polish"]}) is None
