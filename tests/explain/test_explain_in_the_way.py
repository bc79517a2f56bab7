"""What stands in the way of one way to meet, at the venue where that is least."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from matchmaker.explain.in_the_way import least_in_the_way, weight
from matchmaker.rules.law import objections
from tests.explain.plans import plan_of

CLOSES, ASKS = SimpleNamespace(closes=True), SimpleNamespace(closes=False)


def test_what_closes_weighs_more_than_however_much_is_to_be_asked():
    """One that closes, (1, 1), is more than two to ask, (0, 2)."""
    assert weight([ASKS, ASKS]) == (0, 2)
    assert weight([CLOSES]) == (1, 1)
    assert min([CLOSES], [ASKS, ASKS], [ASKS, CLOSES], key=weight) == [ASKS, ASKS]


@pytest.mark.parametrize("company", ["alone", "joint", "group"])
def test_each_task_is_looked_at_where_least_is_in_the_way(company):
    """M1 has a module to do, wherever they meet; no other venue has less in the way than the one told of."""
    plan = plan_of(mentor={"training": ["boundaries", "safeguarding"]})
    context, (person,) = plan.context, plan.context.requests
    party = (context.mentors["M1"],)
    expected = []
    for task in person.wants_to_do:
        ways = [
            list(
                objections(
                    plan.policy.rules_on,
                    party,
                    beneficiary=person,
                    where=(task, company, venue),
                    context=context,
                )
            )
            for venue in context.venues_in(task, company, host=party[0])
        ]
        expected += sorted(ways, key=weight)[0] if ways else []
    found = list(least_in_the_way(plan, company, party=party, person=person))
    assert found == expected
    assert any(each.closes for each in found) == (company != "group")  # M1 hosts none
