"""A plan with a little more of one limit, or without one mentor: by hand, on the tiny round."""

from __future__ import annotations

from typing import Any

from matchmaker.compile import Label
from matchmaker.plan.what_if import WhatIf
from tests.explain.plans import ALONE, plan_of
from tests.plan.test_plan_mended import SEARCH
from tests.rules.judging import decision


def what_if(**different: Any) -> WhatIf:
    plan = plan_of(**(ALONE | different))
    assert plan.answer is not None
    return WhatIf(plan, plan.answer)


def served_by(found) -> set[str]:
    return {mentor for option in found.chosen for mentor in option.pair.mentor_ids}


def test_without_a_mentor_the_other_one_steps_in():
    """M1 and M2 could both meet B1: whoever is suggested, without them it is the other one."""
    asked = what_if()
    (chosen,) = asked.plan.chosen
    (mentor,) = chosen.pair.mentor_ids
    other = {"M1": "M2", "M2": "M1"}[mentor]
    assert served_by(asked.without(mentor, search=SEARCH)) == {other}
    assert served_by(asked.without(other, search=SEARCH)) == {mentor}


def test_without_a_mentor_whom_somebody_is_pinned_to_the_pin_holds_nobody():
    """B1 is pinned to M1, so no plan of that problem leaves M1 out; without M1 it is M2 after all."""
    pin = decision(kind="pin", beneficiary="B1", mentors=["M1"])
    asked = what_if(rows={"teams": [], "decisions": [pin]})
    assert served_by(asked.without("M2", search=SEARCH)) == {"M1"}
    assert served_by(asked.without("M1", search=SEARCH)) == {"M2"}


def test_more_room_is_more_of_that_limit_alone():
    """N1 has one first visit, and an introduction takes two: with one more there is room for it."""
    asked = what_if(navigator={"first_visits_free": 1})
    assert asked.plan.chosen == ()
    place = asked.limits.index(Label("introduction-visits", "N1"))
    assert asked.with_more(place, 0, search=SEARCH).chosen == ()
    found = asked.with_more(place, 1, search=SEARCH)
    assert len(found.chosen) == 1
    assert found.gain(asked.base, asked.plan.order).more[1] == 1
