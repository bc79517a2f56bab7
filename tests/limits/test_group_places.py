"""Places in groups by hand: one each, and enough for everybody where a host has two groups at one place."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.limits.agreed_hours import AgreedHours
from matchmaker.limits.group_places import GroupPlaces
from matchmaker.limits.introduction_visits import IntroductionVisits
from matchmaker.limits.joint_hours import JointHours
from matchmaker.limits.people_at_once import PeopleAtOnce
from matchmaker.limits.supervision_places import SupervisionPlaces
from matchmaker.limits.teams import Teams
from tests.limits.judging import Example, each, fits, full, like_b1
from tests.rules.judging import ART, in_a_group, match, round_of

TEA = ART | {"id": "tea", "slot": "Wed 14:00-15:00", "places": 2}
OTHERS = ART | {"id": "gym", "host": "M2", "places": 9}


def meeting(**given) -> dict[str, Any]:
    """Return the round of the rules' group, without who meets whom."""
    return {name: value for name, value in in_a_group(**given).items() if name not in ("company", "venue")}


def places(number, *going, others=("B2",), **given) -> dict[str, Any]:
    """Art has so many places; those who come already have rows, and others would like to."""
    people = like_b1(*others, together="group") | like_b1("B8", "B9", wants="no")
    rows = {"matches": [match("active", beneficiary=who, company="group") | {"id": who} for who in going]}
    host = {"offers": ["befriending", "group"]}
    rows |= given.pop("rows", {})
    return meeting(group={"places": number}, rows=rows, mentor=host, **given) | {"others": people}


ONE, BOTH = ("B1 M1 group",), ("B1 M1 group", "B2 M1 group")
TWO = {"rows": {"groups": [ART | {"places": 1}, TEA | {"places": 1}]}}
EXAMPLES = (
    fits("one of one", *ONE, uses={"M1 art": 1}, left={"M1 art": 1}, **places(1)),
    full("none at all", *ONE, uses={"M1 art": 1}, left={"M1 art": 0}, **places(0)),
    full("two of one", *BOTH, uses={"M1 art": 2}, left={"M1 art": 1}, **places(1)),
    fits("two of two", *BOTH, uses={"M1 art": 2}, left={"M1 art": 2}, **places(2)),
    full("somebody comes already", *ONE, uses={"M1 art": 1}, left={"M1 art": 0}, **places(1, "B9")),
    fits("somebody comes already, of two", *ONE, uses={"M1 art": 1}, left={"M1 art": 1}, **places(2, "B9")),
    fits("who meets alone takes no place", "B1 M1 alone", uses={}, left={"M1 art": 0}, **places(0)),
    fits("two groups of one place each, either will do", *BOTH, uses={"M1 art+tea": 2},
         left={"M1 art+tea": 2}, **places(1, **TWO)),
    full("three for two groups of one place each", *BOTH, "B3 M1 group", uses={"M1 art+tea": 3},
         left={"M1 art+tea": 2}, **places(1, others=("B2", "B3"), **TWO)),
)  # fmt: skip


@each(EXAMPLES)
def test_group_places(example: Example):
    example.check("group-places")


def context(*groups, matches=(), **person) -> Context:
    given = in_a_group(beneficiary=person, rows={"groups": list(groups), "matches": list(matches)})
    return Context(round_of(**{k: v for k, v in given.items() if k not in ("company", "venue")}))


def joining(found: Context, company="group") -> Pair:
    where = (("coffee_walk", found.venue["hub"]),)
    return Pair((found.mentors["M1"],), found.beneficiaries["B1"], company, where)


def test_who_joins_takes_a_place_of_the_group_and_nothing_of_its_host():
    """One mentor slot serves everyone in it (S0:L122); the first visits are made as in every new match."""
    found = context(ART, OTHERS)
    pair = joining(found)
    assert GroupPlaces().uses(pair, found) == {"M1 art": 1}
    assert GroupPlaces().room(found) == {"M1 art": 6, "M2 gym": 9}
    for limit in (PeopleAtOnce, AgreedHours, JointHours, SupervisionPlaces, Teams):
        assert limit().uses(pair, found) == {}
    assert IntroductionVisits().uses(pair, found) == {"N1": 2}


@pytest.mark.parametrize("company", ["alone", "joint", "paired"])
def test_nobody_else_takes_a_place_of_a_group(company):
    found = context(ART)
    assert GroupPlaces().uses(joining(found, company), found) == {}


@pytest.mark.parametrize(
    ("person", "uses"),
    [
        ({"free": ["Mon 10:00-12:00"]}, {"M1 art": 1, "M1 art+tea": 1}),
        ({"free": ["Wed 13:00-16:00"]}, {"M1 tea": 1, "M1 art+tea": 1}),
        ({}, {"M1 art+tea": 1}),  # either will do: only both together can be too few
    ],
)
def test_of_two_groups_at_one_place_those_count_that_suit(person, uses):
    """6 and 2 places: 6 people for Mondays, 2 for Wednesdays, 8 for either or both."""
    found = context(ART, TEA, **person)
    assert GroupPlaces().uses(joining(found), found) == uses
    assert GroupPlaces().room(found) == {"M1 art": 6, "M1 tea": 2, "M1 art+tea": 8}


def test_with_the_rule_about_times_set_aside_any_group_there_will_do():
    found = context(ART, TEA, free=["Fri 09:00-10:00"])
    assert GroupPlaces().uses(joining(found), found) == {"M1 art+tea": 1}


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ({"group": "art"}, {"M1 art": 5, "M1 tea": 2, "M1 art+tea": 7}),
        ({"group": "tea"}, {"M1 art": 6, "M1 tea": 1, "M1 art+tea": 7}),
        ({}, {"M1 art": 5, "M1 tea": 1, "M1 art+tea": 6}),  # not said which: a place in each
    ],
)
def test_who_comes_already_has_their_place(row, left):
    found = context(ART, TEA, matches=[match("active", company="group", **row)])
    assert GroupPlaces().left(found) == left
    assert PeopleAtOnce().left(found) == {"M1": 2, "M2": 2}
    assert AgreedHours().left(found) == AgreedHours().room(found)


def test_a_group_that_is_too_full_takes_from_no_other():
    """Art has 1 place and two who come: 0 left, and not 3 − 2 = 1 for both groups but 0 + 2 = 2."""
    going = [match("active", company="group", group="art") | {"id": f"X{n}"} for n in (1, 2)]
    found = context(ART | {"places": 1}, TEA, matches=going)
    assert GroupPlaces().left(found) == {"M1 art": 0, "M1 tea": 2, "M1 art+tea": 2}


def test_a_match_with_a_mentor_who_hosts_nothing_takes_nothing():
    found = context(ART | {"host": "M2"}, matches=[match("active", company="group")])
    assert GroupPlaces().left(found) == {"M2 art": 6}
