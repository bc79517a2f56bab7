"""What there is only so much of, who lacks it, and who has it; by hand.

A match takes (60 + 2 × 20 + 30) × 2 / 4 = 65 minutes a week, one place, and two introduction visits.
"""

from __future__ import annotations

from dataclasses import replace

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.round import Round
from matchmaker.explain.room import Room, lacking_in_all
from matchmaker.plan import Plan, Search, make_plan
from tests.explain.plans import POLICY, plan_of
from tests.rules.judging import round_of


def two_people(**different) -> Plan:
    """B2 asked later than B1 and is otherwise the same; M2 is away."""
    data = round_of(second={"available": False}, **different).model_dump(mode="json")
    person = data["beneficiaries"][0]
    data["beneficiaries"].append(person | {"id": "B2", "asked_on": "2026-10-01"})
    data["situations"] += [row | {"beneficiary": "B2"} for row in data["situations"]]
    return make_plan(Round.from_dict(data), POLICY, search=Search())


def options(plan: Plan, person: str):
    return [option for option in plan.options if option.pair.beneficiary.id == person]


def test_what_the_plan_took_is_lacking_to_the_next():
    """One place, and B1 has it: B2 lacks M1's place, alone and joint."""
    plan = two_people(mentor={"people_at_once": 1})
    assert [option.pair.beneficiary.id for option in plan.chosen] == ["B1"]
    room = Room(plan)
    for option in options(plan, "B2"):
        assert room.lacking(option) == {("people-at-once", "M1")}
        assert room.at_all(option.pair), "alone in the round there would be room"
    assert room.lacking_with(options(plan, "B2")) == {"M1": {"people-at-once"}}
    assert room.contested_with(options(plan, "B2")) == ("B1",)


def test_where_there_is_room_nothing_is_lacking_and_nobody_is_in_the_way():
    plan = two_people()
    assert len(plan.chosen) == 2
    room = Room(plan)
    assert room.lacking_with([]) == {}
    assert room.contested_with([]) == ()


def test_what_nobody_has_is_contested_with_nobody():
    """One visit is free, and every introduction takes two."""
    plan = two_people(navigator={"first_visits_free": 1})
    assert plan.chosen == ()
    room = Room(plan)
    assert room.contested_with(options(plan, "B2")) == ()
    assert not any(room.at_all(option.pair) for option in plan.options)


def test_at_all_is_judged_to_the_minute():
    """65 minutes are 1 hour and 5; 1.25 hours are 75."""
    for hours, fits in ((1.0, False), (1.25, True)):
        plan = plan_of(mentor={"hours_per_week": hours})
        mentors = (plan.context.mentors["M1"],)
        where = (("coffee_walk", plan.context.venue["park"]),)
        pair = Pair(mentors, plan.context.beneficiaries["B1"], "alone", where)
        assert Room(plan).at_all(pair) is fits


def test_what_is_lacking_each_time_but_is_not_the_same_is_together():
    """Alone lacks M1's place in the plan, jointly the worker's hours; nothing is lacking in both."""
    one, other = frozenset({"people-at-once"}), frozenset({"joint-hours"})
    assert lacking_in_all([one, other]) == {"together"}
    assert lacking_in_all([one, one | other]) == one
    assert lacking_in_all([one, frozenset()]) == frozenset(), "in one company nothing is lacking"


def test_room_once_something_is_given_up():
    """B2 has no place with M1 until B1 gives theirs back; with no visits free that would not help either."""
    plan = two_people(mentor={"people_at_once": 1})
    room = Room(plan)
    (has,) = plan.chosen
    assert all(room.instead(option, of=has) for option in options(plan, "B2"))
    other = options(plan, "B2")[0]
    assert not room.instead(
        has, of=replace(other, pair=replace(other.pair, mentors=(plan.context.mentors["M2"],)))
    )
    assert room.left_of("people-at-once", "M1") == 0
    assert room.left_of("introduction-visits", "N1") == 2
    assert room.left_of("people-at-once", "nobody") is None
