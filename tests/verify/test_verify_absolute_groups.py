"""Groups as the second judge sees them, on plain records by hand: who hosts, who asked, who else is there."""

from __future__ import annotations

import pytest

from matchmaker.verify.absolute_groups import hosts_of, there_of
from tests.verify.plain_rounds import codes, mentor, one_match, person

CLEAN: set[str] = set()
APART = [{"one": "B1", "other": "B2"}]


def joining(**more):
    """Return B1 suggested for M1's group in the reading room, on a Monday from one to three."""
    return one_match({}, mentor("M1"), company="group", **more)


def test_a_group_that_is_hosted_and_wished_for_is_clean():
    assert codes(*joining()) == CLEAN


@pytest.mark.parametrize(
    ("cells", "groups", "expected"),
    [
        ({"together": "joint"}, None, {"no-such-group"}),
        ({"together": None}, None, {"no-such-group"}),
        ({}, [], {"no-such-group"}),
        ({"dual_worked": True}, None, {"dual-worked"}),
        ({"dual_worked": None}, None, {"dual-worked"}),
        ({"gender_wish": "not_asked"}, None, {"gender-wish"}),
        ({"gender_wish": "must", "gender_wished": "a woman"}, None, {"gender-wish"}),
    ],
)
def test_what_a_group_needs(cells, groups, expected):
    round_, proposal = joining()
    round_["beneficiaries"][0] |= cells
    round_ |= {} if groups is None else {"groups": groups}
    assert codes(round_, proposal) == expected


def test_one_group_and_not_two_places():
    round_, proposal = joining()
    proposal["matches"][0]["arrangements"] += [{"task": "leisure", "venue": "park"}]
    assert codes(round_, proposal) == {"no-such-group"}


@pytest.mark.parametrize(
    ("other", "row", "expected"),
    [
        ({"together": "joint"}, None, CLEAN),
        ({"together": "group"}, None, {"kept-apart"}),
        ({"together": "group", "wants": "maybe_later"}, None, CLEAN),
        ({"together": None}, {"state": "active", "company": "group", "group": "G1"}, {"kept-apart"}),
        ({"together": None}, {"state": "mentor_asked", "company": "group"}, {"kept-apart"}),
        ({"together": None}, {"state": "ended", "company": "group", "group": "G1"}, CLEAN),
        ({"together": None}, {"state": "active", "company": "joint"}, CLEAN),
    ],
)
def test_nobody_sits_in_a_group_with_somebody_they_are_kept_from(other, row, expected):
    round_, proposal = joining()
    round_["keep_apart"] = APART
    round_["beneficiaries"].append(person("B2", **other))
    round_["matches"] = [{"id": "X1", "beneficiary": "B2", "mentor": "M1", **row}] if row else []
    assert codes(round_, proposal) == expected


def test_another_way_that_is_a_group_somewhere_is_judged_for_every_place_it_could_be():
    """M1 also hosts one in the hall, where B2 is not: so it could be there."""
    round_, proposal = joining()
    other = {"mentors": ["M1"], "company": "group", "state": "ready"}
    proposal["matches"][0] |= {"company": "alone", "alternatives": [other]}
    round_["keep_apart"] = [{"one": "B1", "other": "M2"}]
    round_["groups"][1]["slot"] = round_["groups"][0]["slot"]  # M2 is there at the same time
    assert codes(round_, proposal) == {"kept-apart"}
    round_["groups"].append(round_["groups"][0] | {"id": "G9", "place": "hall"})
    assert codes(round_, proposal) == CLEAN


@pytest.mark.parametrize(
    ("slot", "there"),
    [
        ("Mon 12:00-13:00", True),
        ("Mon 15:00-16:00", True),
        ("Mon 15:01-16:00", False),
        ("Tue 13:00-15:00", False),
    ],
)
def test_hosts_of_groups_that_touch_meet(slot, there):
    round_, _ = joining()
    round_["groups"] = [round_["groups"][0], round_["groups"][1] | {"slot": slot}]
    assert there_of(round_)["M1", "room"] == {"M1", "B1"} | ({"M2"} if there else set())


def test_hosts_are_found_by_place():
    round_, _ = joining()
    assert hosts_of(round_) == {"room": {"M1", "M2", "M3", "M4", "M5", "M6"}}
    assert hosts_of({}) == {}
