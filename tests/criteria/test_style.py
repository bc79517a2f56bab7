"""Style and other wishes: a gender they prefer 40, a style 30, an age band 20; nothing is taken away."""

from __future__ import annotations

import pytest

from matchmaker.criteria.style import Style
from tests.criteria.scoring import pair_of, scored
from tests.rules.judging import Row

A_WOMAN: Row = {"gender_wish": "prefer", "gender_wished": "a woman"}
ALL: Row = {**A_WOMAN, "style_wish": "gentle", "age_band_wish": "30s", "relationship": "befriending"}
MEETS_ALL: Row = {"put_forward_for": ["a woman"], "style": "gentle", "age_band": "30s"}
NONE: Row = {"offers": ["mentoring"]}


@pytest.mark.parametrize(
    ("person", "mentor", "expected"),
    [
        ({}, {}, 0),
        ({}, MEETS_ALL, 0),  # nobody asked for it: a fuller profile earns nothing
        (A_WOMAN, {"put_forward_for": ["a woman"]}, 40),
        (A_WOMAN, {"put_forward_for": ["a man", "A  Woman"]}, 40),
        (A_WOMAN, {}, 0),  # a blank is not put forward
        (A_WOMAN, {"put_forward_for": ["a man"]}, 0),
        ({"gender_wish": "must", "gender_wished": "a woman"}, {"put_forward_for": ["a woman"]}, 0),  # a rule
        ({"gender_wish": "no_wish", "gender_wished": "a woman"}, {"put_forward_for": ["a woman"]}, 0),
        ({"gender_wish": "not_asked", "gender_wished": "a woman"}, {"put_forward_for": ["a woman"]}, 0),
        ({"style_wish": "gentle"}, {"style": "gentle"}, 30),
        ({"style_wish": "gentle"}, {"style": "direct"}, 0),
        ({"style_wish": "gentle"}, {}, 0),
        ({}, {"style": "gentle"}, 0),
        ({"age_band_wish": "30S"}, {"age_band": "30s"}, 20),
        ({"age_band_wish": "30s"}, {"age_band": "40s"}, 0),
        ({"age_band_wish": "30s"}, {}, 0),
        (ALL, MEETS_ALL, 90),  # 40 + 30 + 20
        (ALL, MEETS_ALL | {"style": None}, 60),
        (ALL, {"style": "gentle"}, 30),
        (ALL, NONE, 0),
    ],
)
def test_a_wish_that_is_met_earns_its_part(person, mentor, expected):
    assert scored("style", person, mentor).points == expected


@pytest.mark.parametrize(
    ("wished", "offers", "usual", "counted"),
    [
        ("befriending", ["befriending"], 0, 10),
        ("befriending", ["befriending", "mentoring"], 0, 10),
        ("befriending", ["mentoring"], 0, 0),
        (None, ["befriending", "mentoring"], 0, 0),
    ],
)
def test_befriending_or_mentoring_is_a_rule_and_counts_only_where_that_is_off(wished, offers, usual, counted):
    """With the rule, all who may be suggested offer it: points would only favour people who said."""
    pair, context = pair_of({"relationship": wished}, {"offers": offers})
    assert Style().score(pair, context).points == usual
    assert Style(relationship_counts=True).score(pair, context).points == counted


def test_all_together_are_a_hundred():
    pair, context = pair_of(ALL, MEETS_ALL)
    assert Style(relationship_counts=True).score(pair, context) == (
        40 + 30 + 20 + 10,
        "they would like a woman, and M1 agreed to be named for that; gentle, as they would like; "
        "the age band they would like; befriending, as they would like",
    )


@pytest.mark.parametrize("wish", ["welcome", "not_yet", "either", None])
def test_how_much_of_a_story_is_welcome_earns_nothing(wish):
    """Agreeing to share something is not telling too much of it (S0:L194): no cell knows who does."""
    assert scored("style", {"own_story": wish}, {"shares": ["homelessness"]}) == (0, "")


@pytest.mark.parametrize(
    ("mentors", "expected"),
    [
        ((MEETS_ALL, MEETS_ALL), 90),
        ((MEETS_ALL, MEETS_ALL | {"put_forward_for": []}), 50),
        ((MEETS_ALL | {"put_forward_for": []}, MEETS_ALL), 50),
        ((MEETS_ALL, MEETS_ALL | {"style": "direct", "age_band": None}), 40),
        ((MEETS_ALL, NONE), 0),
        ((NONE, MEETS_ALL), 0),
    ],
)
def test_two_mentors_meet_a_wish_when_both_do(mentors, expected):
    assert scored("style", ALL, *mentors).points == expected


def test_two_mentors_are_told_together_in_the_order_of_their_ids():
    woman = {"put_forward_for": ["a woman"]}
    said = scored("style", A_WOMAN, woman, woman).because
    assert said == "they would like a woman, and M1 and M2 agreed to be named for that"


@pytest.mark.parametrize("put_forward_for", [[], ["a man"], ["a woman in her 30s"]])
def test_nobody_reads_for_what_a_mentor_is_not_named(put_forward_for):
    """The same words as for somebody without a wish, alone and beside another wish."""
    mentor = {"style": "gentle", "put_forward_for": put_forward_for}
    for other in ({}, {"style_wish": "gentle"}):
        assert scored("style", {**other, **A_WOMAN}, mentor) == scored("style", other, mentor)
