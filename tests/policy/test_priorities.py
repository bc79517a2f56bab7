"""What a suggestion is worth, by hand: urgent, offered, overdue, fit, days waited."""

from __future__ import annotations

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.policy import Policy
from tests.rules.judging import day, decision, round_of

POLICY = Policy.standard()
URGENT = {"urgent_by": "Nora", "urgent_reason": "a release", "urgent_on": day(-1)}
JOINT_ONLY = {"dual_worked": True}
"""So that the two options are M1 joint and M2 joint."""


def totals(policy: Policy = POLICY, **different):
    return propose(round_of(**different), policy).totals


def only_m1(**different):
    return {"second": {"available": False}} | different


def plain_fit(ready: bool = True) -> int:
    """M1 and B1 joint: 240 minutes in common (30), 20 minutes of way (15), the company they like (30).

    M1 has room and nobody at present: 25 × 15.
    """
    return 20 * (30 + 15 + 30) + 375 + (300 if ready else 0)


def test_each_value_of_one_plain_suggestion():
    """Asked 30 days ago: none urgent, one offered, none overdue, the fit with ready's 300, 30 days."""
    assert totals(**only_m1(beneficiary=JOINT_ONLY)) == (0, 1, 0, plain_fit(), 30)


def test_ready_earns_300_more_than_ask_first():
    owed = only_m1(beneficiary=JOINT_ONLY, mentor={"supervised_on": None})
    assert totals(**owed) == (0, 1, 0, plain_fit(ready=False), 30)


def test_urgent_counts_only_when_somebody_said_so():
    assert totals(**only_m1(beneficiary=JOINT_ONLY | URGENT))[0] == 1


@pytest.mark.parametrize(("days", "overdue"), [(83, 0), (84, 1), (85, 1), (400, 1)])
def test_overdue_from_twelve_weeks_to_the_day(days, overdue):
    """12 weeks are 84 days."""
    found = totals(**only_m1(beneficiary=JOINT_ONLY | {"asked_on": day(-days)}))
    assert (found[2], found[4]) == (overdue, days)


def test_the_weeks_are_the_programmes_own():
    found = totals(Policy(overdue_weeks=4), **only_m1(beneficiary=JOINT_ONLY | {"asked_on": day(-28)}))
    assert found[2] == 1


def test_nobody_is_worth_anything_when_nobody_is_suggested():
    assert totals(mentor={"available": False}, second={"available": False}) == (0, 0, 0, 0, 0)


# --- moving somebody -------------------------------------------------------------------------------


def again(m2_likes: int, policy: Policy = POLICY, person=None, **rows):
    """B1 was suggested M1 last time; since then M2 came and turned out to share so many interests.

    That M2 was not suggested then is worth 15 × 15 = 225.
    """
    likes = ["dogs", "music", "walking"]
    beneficiary = JOINT_ONLY | {"likes": likes} | (person or {})
    last = propose(round_of(beneficiary=beneficiary, second={"available": False}), policy)
    assert [match.mentors for match in last.matches] == [("M1",)]
    now = round_of(beneficiary=beneficiary, second={"likes": likes[:m2_likes]}, rows=rows)
    return propose(now, policy, previous=last)


def test_staying_costs_nothing():
    """M2 shares nothing either: 225 for M2's turn is no reason to move anybody."""
    found = again(0)
    assert found.matches[0].mentors == ("M1",)
    assert found.totals[3] == plain_fit()


def test_somebody_is_moved_only_if_it_is_worth_more_than_the_price():
    """One shared interest is 25 × 40 = 1,000 more, 1,225 in all: with the price off, 225 are left."""
    found = again(1)
    assert found.matches[0].mentors == ("M2",)
    assert found.matches[0].fit == plain_fit() - 300 + 1_225
    assert found.totals[3] == plain_fit() + 1_225 - 1_000


@pytest.mark.parametrize(("price", "moves"), [(1_224, True), (1_226, False), (0, True)])
def test_the_price_is_the_programmes_own(price, moves):
    assert (again(1, Policy(move_price=price)).matches[0].mentors == ("M2",)) == moves


def test_the_same_mentor_in_another_company_is_no_move():
    """What was pencilled jointly may become alone once the question is answered, at any price."""
    asks = {"dual_worked": None, "together": "alone"}
    last = propose(round_of(beneficiary=asks, second={"available": False}), POLICY)
    assert [(match.mentors, match.company) for match in last.matches] == [(("M1",), "joint")]
    settled = [decision("answer", question="dual-worked/B1", answer="no")]
    now = round_of(beneficiary=asks, second={"available": False}, rows={"decisions": settled})
    found = propose(now, Policy(move_price=10_000), previous=last)
    assert [match.company for match in found.matches] == ["alone"]
    assert found.totals[3] == found.matches[0].fit + 300


def test_no_price_for_somebody_who_had_no_suggestion():
    nobody = round_of(mentor={"available": False}, second={"available": False}, beneficiary=JOINT_ONLY)
    last = propose(nobody, POLICY)
    now = round_of(beneficiary=JOINT_ONLY, second={"available": False})
    assert propose(now, POLICY, previous=last).totals[3] == plain_fit() + 225, "M1 was not suggested then"


# --- the order -------------------------------------------------------------------------------------


def two_people(first: dict, second: dict) -> Round:
    """B1 and B2 both could meet M1, who has one place; M2 is away."""
    round_ = round_of(mentor={"people_at_once": 1}, second={"available": False})
    data = round_.model_dump(mode="json")
    person = data["beneficiaries"][0]
    data["beneficiaries"] = [person | first, person | {"id": "B2"} | second]
    data["situations"] += [row | {"beneficiary": "B2"} for row in data["situations"]]
    return Round.from_dict(data)


def served(round_: Round, policy: Policy = POLICY) -> list[str]:
    return [match.beneficiary for match in propose(round_, policy).matches]


LONG = {"asked_on": str(day(-300))}
SUITS = {"meet_where": ["cafe_public"]}
URGENT_NOW = {name: str(value) for name, value in URGENT.items()}


def test_urgent_comes_before_long_waits_and_those_before_fit():
    assert served(two_people(URGENT_NOW, LONG | SUITS)) == ["B1"]
    assert served(two_people(SUITS, LONG)) == ["B2"]
    assert served(two_people(SUITS, {"asked_on": str(day(-31))})) == ["B1"]
    assert served(two_people({}, {"asked_on": str(day(-31))})) == ["B2"]


def test_a_programme_can_put_them_in_another_order():
    waiting = Policy(priorities=("waited", "urgent", "offered", "overdue", "fit"))
    assert served(two_people(URGENT_NOW, LONG), waiting) == ["B2"]
    found = propose(two_people(URGENT_NOW, LONG), waiting)
    assert found.priorities[0].name == "waited"
    assert found.totals[0] == 300
