"""Practicalities: 30 for time, 25 for the way, 15 for the place, 30 for the company; each by itself."""

from __future__ import annotations

import pytest

from matchmaker.criteria.practicalities import Practicalities
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from tests.rules.judging import Row, round_of

FAR = [{"start": "Heeley", "end": "Walkley", "minutes": 46}]
NO_TIME: Row = {"free": []}


def scored(company="alone", venues=("cafe_public",), mentor=None, person=None, minutes=46, **rows):
    """Score B1 with M1 in Heeley and Walkley; nothing earns points unless it is said."""
    areas = [{"start": "Heeley", "end": "Walkley", "minutes": minutes}]
    blank = {"mentor": NO_TIME | (mentor or {}), "second": NO_TIME | (mentor or {})}
    beneficiary = {"together": "group"} | (person or {})
    navigator = rows.pop("navigator", {})
    context = Context(
        round_of(beneficiary=beneficiary, navigator=navigator, rows={"areas": areas, **rows}, **blank)
    )
    party = tuple(context.mentors[m] for m in (("M1", "M2") if company == "paired" else ("M1",)))
    where = tuple(("coffee_walk", context.venue[venue]) for venue in venues)
    pair = Pair(party, context.beneficiaries["B1"], company, where)
    return Practicalities().score(pair, context)


def points(*given, **different):
    return scored(*given, **different).points


@pytest.mark.parametrize(
    ("company", "together", "expected"),
    [
        ("alone", "group", 20), ("paired", "group", 10), ("joint", "group", 0),  # the least staffed
        ("alone", "alone", 30), ("paired", "paired", 30), ("joint", "joint", 30),  # what they would like
        ("alone", "joint", 20), ("joint", "alone", 0), ("paired", "alone", 10),
        ("joint", None, 30), ("alone", None, 20),  # blank is joint
    ],
)  # fmt: skip
def test_the_company_they_would_like_then_the_least_staffed(company, together, expected):
    assert points(company, person={"together": together}) == expected


@pytest.mark.parametrize(
    ("company", "together", "said"),
    [
        ("alone", None, "meeting alone"),
        ("alone", "alone", "the company they would like"),
        ("alone", "joint", "meeting alone, though they would like the worker to come along"),
        ("alone", "paired", "meeting alone, though they would like two mentors to come"),
        ("alone", "group", "meeting alone, though they would like to meet in a group"),
        ("paired", "alone", "meeting in a pair, though they would like to meet alone"),
    ],
)
def test_what_they_asked_for_is_said_where_they_would_meet_in_another_way(company, together, said):
    """So nobody who asked for the worker to be there reads as if meeting alone were their wish."""
    assert scored(company, person={"together": together}).because == said


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, 25), (15, 25), (16, 15), (30, 15), (31, 5), (45, 5), (46, 0)]
)
def test_a_short_way(minutes, expected):
    assert points("joint", minutes=minutes) == expected


def test_a_way_that_is_not_known_earns_nothing_even_beside_one_that_is():
    assert points("joint", mentor={"area": None}, minutes=0) == 0
    places = [{"id": "P1", "label": "Hall", "kind": "cafe_public", "area": "Totley"}]
    assert points("joint", ("P1",), minutes=0, places=places) == 0
    assert points("joint", ("P1", "park"), minutes=0, places=places) == 0
    assert points("joint", ("park",), minutes=0, places=places) == 25


def test_the_longest_of_several_ways_counts():
    """15 minutes within Heeley, 31 to Walkley: 31 counts, 5 points."""
    places = [{"id": "P1", "label": "Caff", "kind": "cafe_public", "area": "Heeley"}]
    assert points("joint", ("P1", "park"), minutes=31, places=places) == 5
    assert points("joint", ("P1",), minutes=31, places=places) == 25


@pytest.mark.parametrize(
    ("free", "expected"),
    [
        (["Mon 10:00-10:59"], 0),
        (["Mon 10:00-11:00"], 10),  # one meeting of 60 minutes
        (["Mon 10:00-11:59"], 10),
        (["Mon 10:00-12:00"], 20),  # two
        (["Mon 10:00-12:00", "Tue 10:00-11:59"], 20),
        (["Mon 10:00-12:00", "Tue 10:00-12:00"], 30),  # four
        (["Mon 08:00-20:00"], 30),
        (None, 0),  # not known
    ],
)
def test_time_in_common(free, expected):
    assert points("joint", mentor={"free": free}) == expected


def test_time_is_what_is_left_of_everybodys_week():
    """120 minutes, less an hour of the mentor's own, or what the person or worker has not."""
    free = {"free": ["Mon 10:00-12:00"]}
    assert points("joint", mentor=free | {"protected_time": ["Mon 11:00-12:00"]}) == 10
    assert points("joint", mentor=free, person={"free": ["Mon 11:00-13:00"]}) == 10
    assert points("joint", mentor=free, navigator={"free": ["Mon 11:00-13:00"]}) == 10
    assert points("alone", mentor=free, navigator={"free": ["Mon 11:00-13:00"]}) == 20 + 20
    assert points("joint", mentor=free, avoid=[{"who": "B1", "time": "Mon 10:00-11:00"}]) == 10
    assert points("joint", mentor=free, person={"session_minutes": 120}) == 10
    assert points("joint", mentor=free, person={"session_minutes": 30}) == 30


@pytest.mark.parametrize(
    ("liked", "venues", "expected"),
    [
        ([], ("park",), 0),
        (["park"], ("park",), 15),
        (["library"], ("park",), 0),
        (["park"], ("park", "library"), 7),  # 15 × 1 / 2, rounded down
        (["park", "library"], ("park", "library"), 15),
        (["park"], ("park", "library", "cafe_public"), 5),
    ],
)
def test_places_they_like_in_proportion(liked, venues, expected):
    assert points("joint", venues, person={"meet_where": liked}) == expected


def test_a_listed_place_is_liked_by_its_id_and_by_its_kind():
    places = [{"id": "P1", "label": "The Bean", "kind": "cafe_public"}]
    for liked in ("P1", "cafe_public"):
        assert points("joint", ("P1",), person={"meet_where": [liked]}, places=places) == 15


def test_all_together_are_a_hundred():
    mentor = {"free": ["Mon 10:00-14:00"]}
    assert (
        points(
            "alone", mentor=mentor, person={"together": "alone", "meet_where": ["cafe_public"]}, minutes=15
        )
        == 100
    )
