"""A plan with something mended: whom it matches, what the whole plan gains, and how sure that is."""

from __future__ import annotations

from typing import Any

from matchmaker.domain.mends import Cell, Mend
from matchmaker.plan import Search, make_plan
from matchmaker.plan.mended import mended_plan
from matchmaker.policy import Policy
from tests.rules.judging import round_of

POLICY, SEARCH = Policy.standard(), Search(seconds=60)
NO_PLAN: dict[str, Any] = {
    "mentor": {"check_in_plan": None},
    "second": {"available": False},
    "rows": {"teams": []},
}
AGREED = Mend("agree", "Agree a plan.", cells=(Cell("mentors", "M1", "check_in_plan", True),))


def test_a_door_is_opened_and_somebody_goes_through():
    """N1 has no joint hours and M1 no plan, so that B1 has nobody; with a plan M1 may meet them alone."""
    round_ = round_of(navigator={"joint_hours": 0}, **NO_PLAN)
    plan = make_plan(round_, POLICY, search=SEARCH)
    assert plan.chosen == ()
    found = mended_plan(plan, (AGREED,), beneficiary="B1", search=SEARCH)
    assert found.served is not None
    assert found.served.name == ("B1", frozenset(["M1"]), "alone")
    assert [option.name for option in found.opened] == [found.served.name]
    # Nobody was offered one, and now one is; what is ready earns 300 more; B1 has waited for 30 days.
    assert found.gain == (0, 1, 0, found.served.fit + 300, 30)
    assert [change.beneficiary for change in found.changes] == ["B1"]
    assert found.sure


def test_what_changes_nothing_gains_nothing():
    """B1 meets M1 jointly anyway; a device that M1 has already is no gain."""
    plan = make_plan(round_of(**NO_PLAN), POLICY, search=SEARCH)
    device = Mend("agree", "A device.", cells=(Cell("mentors", "M1", "device", True),))
    found = mended_plan(plan, (device,), beneficiary="B1", search=SEARCH)
    assert (found.opened, found.changes, set(found.gain)) == ((), (), {0})
