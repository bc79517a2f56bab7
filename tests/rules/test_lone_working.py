"""Alone needs a device, or a public place and a quiet visit; and a plan, and somebody to ring."""

import itertools
from typing import Any

import pytest

from tests.rules.judging import Example, closes, each, in_a_group, judge, likely, ready, said

BARE = {"device": False}
OTHERS = "others_present"
HOME: dict[str, Any] = {"task": "home_visit", "venue": "home"}
OFFICE: dict[str, Any] = {"venue": "office_hub"}  # not public
OTHER = {"home_unaccompanied": True}


def visit(*situations):
    return {"situations": list(situations)}


UNSTAFFED: dict[str, Any] = {"staffed": False}
EXAMPLES = (
    ready("a device, a plan, somebody to ring"),
    ready("a device does for a place that is not public", **OFFICE),
    ready("no device, but public and quiet (S0:L124)", mentor=BARE),
    closes("no device, and not public", mentor=BARE, **OFFICE),
    closes("device not known, and not public", mentor={"device": None}, **OFFICE),
    closes("no device, public, something may come up", mentor=BARE, rows=visit(likely("some"))),
    closes("no device, public, nobody asked what may come up", mentor=BARE, rows=visit()),
    closes("no device, public, quiet past review", mentor=BARE, rows=visit(likely("low", review=-1))),
    ready("no device, public, quiet until today", mentor=BARE, rows=visit(likely("low", review=0))),
    closes(
        "no device, public, one of two is past review",
        mentor=BARE,
        rows=visit(likely("low"), likely("low", OTHERS, review=-1)),
    ),
    ready(
        "something high for another task only",
        mentor=BARE,
        rows=visit(likely("low"), likely("high", task="court")),
    ),
    closes(
        "a listed place that is not public",
        mentor=BARE,
        venue="P1",
        rows={"places": [{"id": "P1", "label": "Back room", "kind": "cafe_public", "public": False}]},
    ),
    closes("no check-in plan", mentor={"check_in_plan": False}),
    closes("check-in plan not known", mentor={"check_in_plan": None}),
    closes("a device is no plan", mentor={"check_in_plan": None, "device": True}),
    closes("nobody said when staff can be reached", programme={"staff_reachable": None}),
    closes("staff can never be reached", programme={"staff_reachable": []}),
    closes("staff can be reached at other times", programme={"staff_reachable": ["Wed 09:00-17:00"]}),
    ready("staff can be reached for exactly an hour", programme={"staff_reachable": ["Mon 11:00-17:00"]}),
    closes("staff can be reached for 59 minutes", programme={"staff_reachable": ["Mon 11:01-17:00"]}),
    closes(
        "staff can be reached, but not when the person can meet",
        beneficiary={"free": ["Tue 10:00-12:00"]},
        programme={"staff_reachable": ["Mon 09:00-17:00"]},
    ),
    closes(
        "a longer meeting needs staff for longer",
        beneficiary={"session_minutes": 61},
        programme={"staff_reachable": ["Mon 11:00-17:00"]},
    ),
    ready("an appointment while staff can be reached", beneficiary={"needed_on": "2026-10-06 10:00"}),
    closes(
        "an appointment on a Saturday, when nobody can be reached (S1:L101)",
        beneficiary={"needed_on": "2026-10-10 10:00"},
        mentor={"free": ["Mon 10:00-12:00", "Sat 10:00-12:00"]},
    ),
    ready(
        "joint needs none of it",
        company="joint",
        mentor={"device": None, "check_in_plan": None},
        programme={"staff_reachable": None},
    ),
    ready(
        "paired needs none of it",
        company="paired",
        mentor={"device": None, "check_in_plan": None},
        programme={"staff_reachable": None},
    ),
    closes("a home, alone", **HOME),
    closes("a home, two mentors and no worker", company="paired", **HOME),
    ready("a home, with the worker", company="joint", **HOME),
    ready("a home, alone, where the policy allows it", rule=OTHER, **HOME),
    ready("a home, paired, where the policy allows it", company="paired", rule=OTHER, **HOME),
    closes("even so, alone needs a device at home", rule=OTHER, mentor=BARE, **HOME),
    closes("others may be there: high", company="joint", rows=visit(likely("high", OTHERS)), **HOME),
    ready(
        "others may be there: some, with the worker",
        company="joint",
        rows=visit(likely("some", OTHERS)),
        **HOME,
    ),
    closes("others not asked about", company="joint", rows=visit(likely("low")), **HOME),
    closes(
        "others asked about, past review",
        company="joint",
        rows=visit(likely("low", OTHERS, review=-1)),
        **HOME,
    ),
    ready(
        "others asked about, review today",
        company="joint",
        rows=visit(likely("low", OTHERS, review=0)),
        **HOME,
    ),
    closes(
        "others: one low for any task, one high for this",
        company="joint",
        rows=visit(likely("low", OTHERS), likely("high", OTHERS, task="home_visit")),
        **HOME,
    ),
    closes(
        "others: one low, one past review",
        company="joint",
        rows=visit(likely("low", OTHERS), likely("low", OTHERS, task="home_visit", review=-1)),
        **HOME,
    ),
    ready("a group in a staffed place", **in_a_group(mentor=BARE, programme={"staff_reachable": None})),
    ready("a host needs no check-in plan of their own", **in_a_group(mentor={"check_in_plan": None})),
    ready("no staff there, but somebody to ring", **in_a_group(mentor=BARE, place={"staffed": False})),
    closes(
        "no staff there, and nobody to ring",
        **in_a_group(place=UNSTAFFED, programme={"staff_reachable": None}),
    ),
    ready(
        "somebody to ring for an hour of it",
        **in_a_group(place=UNSTAFFED, programme={"staff_reachable": ["Mon 11:00-17:00"]}),
    ),
    closes(
        "somebody to ring for 59 minutes of it",
        **in_a_group(place=UNSTAFFED, programme={"staff_reachable": ["Mon 11:01-17:00"]}),
    ),
    closes(
        "somebody to ring, but not while the person is there",
        **in_a_group(
            place=UNSTAFFED,
            programme={"staff_reachable": ["Mon 11:00-17:00"]},
            beneficiary={"free": ["Mon 10:00-11:30"]},
        ),
    ),
    closes("a home, as a group", company="group", **HOME),
    closes("a home, as a group, whatever the policy allows", company="group", rule=OTHER, **HOME),
)


@each(EXAMPLES)
def test_lone_working(example: Example):
    example.check("lone-working")


@pytest.mark.parametrize(
    ("company", "rule", "others"),
    [*itertools.product(("alone", "paired", "joint"), (None, OTHER), ("high", None))],
)
def test_a_home_with_others_high_or_not_known_is_closed_in_every_company_and_policy(company, rule, others):
    rows = visit(*([likely("high", OTHERS)] if others else [likely("low", "crowds")]))
    assert said(judge("lone-working", company=company, rule=rule, rows=rows, **HOME)) == "closes"


@pytest.mark.parametrize(("device", "plan"), [*itertools.product((True, False, None), repeat=2)])
def test_not_known_never_opens_a_visit_alone(device, plan):
    found = judge("lone-working", mentor={"device": device, "check_in_plan": plan}, **OFFICE)
    assert said(found) == ("ready" if device is True and plan is True else "closes")
