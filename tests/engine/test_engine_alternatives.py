"""Other ways that could be chosen anyway: with other mentors, as far as there is room for them at all."""

from __future__ import annotations

from matchmaker.engine.alternatives import Alternatives
from matchmaker.explain.room import Room
from matchmaker.plan import Search
from tests.explain.plans import ALONE, POLICY, plan_of


def alternatives(**different) -> Alternatives:
    plan = plan_of(**(ALONE | different))
    return Alternatives(plan, Room(plan), Search(seconds=60))


def test_of_each_mentor_only_the_best_company_is_told_and_never_what_is_suggested():
    """M1 and M2 could both meet B1, alone or jointly: beside the one suggested there is one other way."""
    asked = alternatives()
    here = asked.plan.match_of("B1")
    assert here is not None
    (place,) = asked.best("B1", here)
    other = asked.plan.options[place]
    assert other.name[1].isdisjoint(here.name[1])
    assert other.fit == max(o.fit for o in asked.plan.options if o.name[1] == other.name[1])
    assert len(asked.best("B1", None)) == 2


def test_the_cheapest_way_is_the_one_that_costs_least():
    asked = alternatives()
    (here,) = asked.plan.chosen
    (mentor,) = {"M1", "M2"} - here.name[1]
    ways = [place for place in asked.plan.places["B1"] if mentor in asked.plan.options[place].name[1]]
    assert len(ways) == 2
    cheapest = asked.cheapest(mentor, "B1")
    assert cheapest is not None
    assert cheapest.regret == min(asked.means(place).regret for place in ways)


def test_without_room_there_is_no_other_way():
    """N1 has one first visit, and an introduction takes two."""
    asked = alternatives(navigator={"first_visits_free": 1})
    assert asked.best("B1", None) == []
    assert asked.cheapest("M1", "B1") is None
    assert POLICY.alternatives > 0
