"""Advice on a name that is not known: the one written most alike, or the one that this is a part of."""

import pytest

from matchmaker.domain.near import near

TASKS = ("coffee_walk", "gym_sport", "prison_visit", "prison_gate_pickup", "court")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("cofee_walk", "coffee_walk"),
        ("coffee", "coffee_walk"),
        ("gym", "gym_sport"),
        ("Gym", "gym_sport"),
        ("gy", ""),  # too short to be sure
        ("walk", "coffee_walk"),
        ("alk", ""),  # no whole part
        ("bingo", ""),
    ],
)
def test_what_was_probably_meant(name, meant):
    assert near(name, TASKS) == meant


def test_a_part_of_two_is_no_guess():
    assert near("gym", ("gym_and_football", "gym_with_a_coach")) == ""


def test_three_letters_of_five_are_not_enough():
    """n, t and s stand in both in this order: 2 × 3 ÷ (5 + 5) = 0.6."""
    assert near("notes", ("wants", "asked_on")) == ""
    assert near("friend", ("befriending", "mentoring")) == "befriending"  # 2 × 6 ÷ (6 + 11) = 0.71
