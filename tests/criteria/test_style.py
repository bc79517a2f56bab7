"""Style and other wishes: a gender they prefer 40, a style 30, an age band 20, a relationship 10.

Points are 100 less what is wished and not met, or not known to be met.
"""

from __future__ import annotations

import pytest

from tests.criteria.scoring import scored
from tests.rules.judging import Row

A_WOMAN: Row = {"gender_wish": "prefer", "gender_wished": "a woman"}
ALL: Row = {**A_WOMAN, "style_wish": "gentle", "age_band_wish": "30s", "relationship": "befriending"}
MEETS_ALL: Row = {"put_forward_for": ["a woman"], "style": "gentle", "age_band": "30s"}
NONE: Row = {"offers": ["mentoring"]}


@pytest.mark.parametrize(
    ("person", "mentor", "expected"),
    [
        ({}, {}, 100),  # no wish: nothing to miss
        ({}, MEETS_ALL, 100),  # a fuller profile of the mentor earns nothing
        (A_WOMAN, {"put_forward_for": ["a woman"]}, 100),
        (A_WOMAN, {"put_forward_for": ["A  Woman"]}, 100),
        (A_WOMAN, {}, 60),  # a blank is not put forward
        (A_WOMAN, {"put_forward_for": ["a man"]}, 60),
        ({"gender_wish": "must", "gender_wished": "a woman"}, {}, 100),  # a must is a rule, no points
        ({"gender_wish": "no_wish", "gender_wished": "a woman"}, {}, 100),
        ({"gender_wish": "not_asked"}, {}, 100),
        ({"style_wish": "gentle"}, {"style": "gentle"}, 100),
        ({"style_wish": "gentle"}, {"style": "direct"}, 70),
        ({"style_wish": "gentle"}, {}, 70),
        ({"age_band_wish": "30S"}, {"age_band": "30s"}, 100),
        ({"age_band_wish": "30s"}, {"age_band": "40s"}, 80),
        ({"age_band_wish": "30s"}, {}, 80),
        ({"relationship": "befriending"}, {"offers": ["befriending"]}, 100),
        ({"relationship": "befriending"}, {"offers": ["mentoring"]}, 90),  # only if the rule is off
        (ALL, MEETS_ALL, 100),
        (ALL, NONE, 0),  # 100 - 40 - 30 - 20 - 10
        (ALL, NONE | {"style": "gentle"}, 30),
        (ALL, MEETS_ALL | {"style": None}, 70),
    ],
)
def test_a_wish_that_is_not_met_takes_its_part_away(person, mentor, expected):
    assert scored("style", person, mentor).points == expected


@pytest.mark.parametrize(("wish", "has"), [("welcome", []), ("not_yet", ["homelessness"]), ("either", [])])
def test_how_much_of_a_story_is_welcome_earns_nothing(wish, has):
    """Agreeing to share something is not telling too much of it (S0:L194): no cell knows who does."""
    assert scored("style", {"own_story": wish}, {"shares": has}).points == 100


@pytest.mark.parametrize(
    ("mentors", "expected"),
    [
        ((MEETS_ALL, MEETS_ALL), 100),
        ((MEETS_ALL, MEETS_ALL | {"put_forward_for": []}), 60),
        ((MEETS_ALL | {"put_forward_for": []}, MEETS_ALL), 60),
        ((MEETS_ALL, MEETS_ALL | {"style": "direct", "age_band": None}), 50),  # 100 - 30 - 20
        ((MEETS_ALL, NONE), 0),
        ((NONE, MEETS_ALL), 0),
    ],
)
def test_two_mentors_meet_a_wish_when_both_do(mentors, expected):
    assert scored("style", ALL, *mentors).points == expected


def test_the_reason_names_what_is_met():
    assert scored("style", ALL, MEETS_ALL).because == (
        "B1 would like a woman, and M1 agreed to be named for that; M1 comes across as gentle, as B1 would "
        "like; the age band B1 would like; befriending, as B1 would like"
    )
    assert scored("style", {"style_wish": "direct"}, {"style": "direct"}, {"style": "direct"}).because == (
        "M1 and M2 come across as direct, as B1 would like"
    )


@pytest.mark.parametrize("put_forward_for", [[], ["a man"], ["a woman in her 30s"]])
def test_nobody_reads_for_what_a_mentor_is_not_named(put_forward_for):
    """The same words as for somebody who has no wish at all."""
    found = scored("style", A_WOMAN, {"put_forward_for": put_forward_for})
    assert found.because == scored("style", {}, {}).because == "no other wishes are known"


def test_a_wish_that_is_not_met_leaves_the_reason_for_the_others_alone():
    gentle = {"style_wish": "gentle"}
    one = scored("style", gentle, {"style": "gentle"})
    two = scored("style", gentle | A_WOMAN, {"style": "gentle", "put_forward_for": ["a man"]})
    assert (one.points, two.points) == (100, 60)
    assert one.because == two.because


def test_when_nothing_is_met_nothing_is_said():
    assert scored("style", ALL, NONE) == (0, "")
