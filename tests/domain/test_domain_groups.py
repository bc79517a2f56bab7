"""Groups by hand: when somebody could come, which of several, who else is there, and how many sets there are."""

from __future__ import annotations

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.groups import Groups
from matchmaker.domain.words import Company
from tests.rules.judging import ART, HUB, in_a_group, match, round_of

TEA = ART | {"id": "tea", "slot": "Wed 14:00-15:00"}


def context(*groups, **different) -> Context:
    given = in_a_group(**different)
    given["rows"] |= {"groups": list(groups or [ART])}
    return Context(round_of(**{k: v for k, v in given.items() if k not in ("company", "venue")}))


def times(found: Context, venue="hub") -> list[str]:
    host, person = found.mentors["M1"], found.beneficiaries["B1"]
    return list(map(str, found.groups.times(host, person, venue=found.venue[venue])))


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({}, ["Mon 10:00-12:00", "Wed 14:00-15:00"]),  # to be agreed: both, as they are
        ({"free": ["Mon 11:00-14:00"]}, ["Mon 11:00-12:00"]),  # just an hour of the first
        ({"free": ["Mon 11:01-14:00"]}, []),
        ({"free": ["Wed 14:00-15:00"]}, ["Wed 14:00-15:00"]),
        ({"free": ["Mon 10:00-10:30", "Mon 10:30-11:00"]}, ["Mon 10:00-11:00"]),  # two that touch are one
        ({"session_minutes": 120}, ["Mon 10:00-12:00", "Wed 14:00-15:00"]),  # the second is an hour for all
        ({"session_minutes": 120, "free": ["Mon 10:30-12:00"]}, []),
        ({"needed_on": "2026-10-07 14:00"}, ["Wed 14:00-15:00"]),  # a Wednesday
        ({"needed_on": "2026-10-07 14:01"}, []),
    ],
)
def test_somebody_can_come_while_a_group_meets_for_as_long_as_they_meet(person, expected):
    assert times(context(ART, TEA, beneficiary=person)) == expected


def test_what_either_avoids_and_what_the_host_keeps_is_cut_out():
    assert times(context(rows={"avoid": [{"who": "B1", "time": "Mon 10:00-10:45"}]})) == ["Mon 10:45-12:00"]
    assert times(context(rows={"avoid": [{"who": "M1", "time": "Mon 10:00-11:01"}]})) == []
    assert times(context(mentor={"protected_time": ["Mon 11:30-13:00"]})) == ["Mon 10:00-11:30"]
    assert times(context(mentor={"free": ["Fri 09:00-10:00"]})) == ["Mon 10:00-12:00"], "the group is anyway"


def test_without_staff_there_somebody_can_be_rung():
    """Staff can be reached on weekdays from nine to five."""
    unstaffed = {"place": {"staffed": False}}
    assert times(context(**unstaffed)) == ["Mon 10:00-12:00"]
    assert times(context(ART | {"slot": "Mon 16:00-18:00"}, **unstaffed)) == ["Mon 16:00-17:00"]
    assert times(context(ART | {"slot": "Mon 16:00-18:00"})) == ["Mon 16:00-18:00"]
    assert times(context(programme={"staff_reachable": None}, **unstaffed)) == []


def test_a_group_is_where_its_host_hosts_it_and_nowhere_else():
    found = context()
    assert found.groups == Groups(found.round, found.protection, found.habits)
    assert [set(found.groups.places(host)) for host in ("M1", "M2")] == [{"hub"}, set()]
    assert times(found, "park") == []
    companies: tuple[tuple[Company, list[str]], ...]
    companies = (("group", ["hub"]), ("joint", ["cafe_public", "hub", "library"]))
    for company, expected in companies:
        venues = found.venues_in("coffee_walk", company, host=found.mentors["M1"])
        assert {venue.code for venue in venues} >= set(expected)
        assert len(venues) == 1 or company == "joint"


def test_a_pair_in_a_group_meets_when_the_group_does():
    found = context(beneficiary={"free": ["Mon 09:00-11:30"]})
    where = (("coffee_walk", found.venue["hub"]),)
    pair = Pair((found.mentors["M1"],), found.beneficiaries["B1"], "group", where)
    assert list(map(str, found.availability.when_to_meet(pair))) == ["Mon 10:00-11:30"]


@pytest.mark.parametrize(
    ("slot", "met"),
    [
        ("Mon 09:00-10:00", True),
        ("Mon 12:00-13:00", True),
        ("Mon 12:01-13:00", False),
        ("Tue 10:00-12:00", False),
    ],
)
def test_who_hosts_at_the_same_place_is_there_when_the_times_touch(slot, met):
    other = TEA | {"host": "M2", "slot": slot}
    assert context(ART, other).groups.may_be_there("M1", "hub") == {"M1", "B1"} | ({"M2"} if met else set())


def test_who_hosts_elsewhere_at_the_same_time_is_not_there():
    hall = HUB | {"id": "hall", "kind": "hostel_communal"}
    other = TEA | {"host": "M2", "place": "hall", "slot": ART["slot"]}
    found = context(ART, other, rows={"places": [HUB, hall]})
    assert "M2" not in found.groups.may_be_there("M1", "hub")


@pytest.mark.parametrize(
    ("row", "there"),
    [
        ({"group": "art"}, {"hub"}),
        ({"group": "tea"}, {"hall"}),
        ({}, {"hub", "hall"}),  # not said which: it may be either
    ],
)
def test_who_comes_already_is_where_their_group_is(row, there):
    hall = HUB | {"id": "hall", "kind": "hostel_communal"}
    going = match("active", company="group", **row)
    rows = {"places": [HUB, hall], "matches": [going]}
    found = context(ART, TEA | {"place": "hall"}, rows=rows, beneficiary={"together": None})
    assert {place for place in ("hub", "hall") if "B1" in found.groups.may_be_there("M1", place)} == there


def test_there_is_a_set_for_every_choice_of_one_hosts_groups_at_one_place():
    """Of two groups three: each alone, and both together. Another host's and another place's are not mixed in."""
    hall = HUB | {"id": "hall", "kind": "hostel_communal"}
    others = [TEA | {"id": "gym", "host": "M2"}, TEA | {"id": "choir", "place": "hall"}]
    found = context(ART, TEA, *others, rows={"places": [HUB, hall]})
    assert set(found.groups.bundles) == {"M1 art", "M1 tea", "M1 art+tea", "M2 gym", "M1 choir"}
