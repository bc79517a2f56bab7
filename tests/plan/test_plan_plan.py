"""Who has a suggestion, and which: read off a plan."""

from __future__ import annotations

from dataclasses import replace

from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from tests.limits.judging import crowd, like_b1

ROOMY = {"people_at_once": 9, "hours_per_week": 20}


def test_a_plan_knows_who_has_a_suggestion_and_which():
    """N1 has four visits, two for each introduction: two of the three who ask have one."""
    round_ = crowd(others=like_b1("B2", "B3"), mentor=ROOMY, second=ROOMY)
    plan = make_plan(round_, Policy.standard(), search=Search())
    assert len(plan.served) == 2
    for option in plan.chosen:
        assert plan.match_of(option.pair.beneficiary.id) is option
    (waiting,) = {"B1", "B2", "B3"} - plan.served
    assert plan.match_of(waiting) is None
    assert plan.match_of("B9") is None
    assert replace(plan, chosen=()).served == frozenset()
