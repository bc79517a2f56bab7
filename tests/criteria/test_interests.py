"""Interests, every point visible: likes 0, 25, 40, 50; hopes 0, 20, 30; known well 0, 10, 15; dislikes 5.

50 + 30 + 15 + 5 = 100, so that nothing is cut off.
"""

from __future__ import annotations

import pytest

from tests.criteria.scoring import scored
from tests.rules.judging import Row

FOUR = ["dogs", "music", "walking", "cooking"]


def points(person: Row, *mentors: Row, **given: object) -> int:
    return scored("interests", person, *mentors, **given).points


@pytest.mark.parametrize(
    ("likes", "hopes", "mentor", "expected"),
    [
        ([], [], {"likes": FOUR}, 0),
        (["dogs"], [], {}, 0),
        (FOUR[:1], [], {"likes": FOUR}, 25),
        (FOUR[:2], [], {"likes": FOUR}, 40),
        (FOUR[:3], [], {"likes": FOUR}, 50),
        (FOUR, [], {"likes": FOUR}, 50),  # a long list earns little
        ([], ["cooking"], {"hopes": ["cooking"]}, 20),
        ([], ["cooking"], {"likes": ["cooking"]}, 20),  # somebody who enjoys it helps as much
        ([], ["cooking"], {"likes": ["cooking"], "hopes": ["cooking"]}, 20),  # but not twice
        ([], FOUR[:2], {"likes": FOUR}, 30),
        ([], FOUR[:3], {"likes": FOUR}, 30),
        (["dogs"], ["cooking"], {"likes": ["dogs"], "hopes": ["cooking"]}, 45),  # 25 + 20
        (FOUR[:3], ["a", "b"], {"likes": FOUR[:3], "hopes": ["a", "b"]}, 80),  # 50 + 30
        (["Dogs ", "HIP  HOP"], [], {"likes": ["dogs", "hip hop"]}, 40),  # the same words, written otherwise
        (["Dogs", "dogs"], [], {"likes": ["dogs"]}, 25),  # one thing, written twice
        (["dogs"], [], {"hopes": ["dogs"]}, 0),  # what the mentor only hopes for is no shared interest
        (["dogs"], [], {"skills": ["dogs"], "dislikes": ["dogs"]}, 0),
        (["dog"], [], {"likes": ["dogs"]}, 0),  # only the same word; nothing is guessed
    ],
)
def test_what_they_share_earns_points(likes, hopes, mentor, expected):
    assert points({"likes": likes, "hopes": hopes}, mentor) == expected


@pytest.mark.parametrize(
    ("person", "mentor", "expected"),
    [
        ({"hopes": ["guitar"]}, {"skills": ["guitar"]}, 10),
        ({"hopes": ["housing"]}, {"services_known": ["Housing"]}, 10),
        ({"hopes": ["housing"]}, {"skills": ["housing"], "services_known": ["housing"]}, 10),
        ({"hopes": ["guitar", "housing"]}, {"skills": ["guitar"], "services_known": ["housing"]}, 15),
        ({"hopes": ["a", "b", "c"]}, {"skills": ["a", "b", "c"]}, 15),
        ({"hopes": ["guitar"]}, {"skills": ["guitar"], "likes": ["guitar"]}, 20),  # enjoyed: once, not 30
        ({"likes": ["guitar"]}, {"skills": ["guitar"]}, 0),  # they did not say that they hope for it
        ({"wants_to_do": ["job_search"]}, {"skills": ["job search"]}, 10),  # the code, spoken
        ({"wants_to_do": ["job_search"]}, {"skills": ["looking for work"]}, 10),  # as it is said
        ({"wants_to_do": ["job_search"]}, {"skills": ["job_search", "looking for work"]}, 10),
        ({"wants_to_do": ["job_search"]}, {"skills": ["work"]}, 0),
        ({"wants_to_do": ["job_search"]}, {"likes": ["looking for work"]}, 0),  # a must task is no hope
        ({"wants_to_do": ["job_search"], "hopes": ["looking for work"]}, {"skills": ["job search"]}, 10),
        ({"wants_to_do": ["job_search"], "hopes": ["looking for work"]}, {"likes": ["job search"]}, 20),
    ],
)
def test_what_the_mentor_knows_well_and_the_person_looks_for(person, mentor, expected):
    assert points(person, mentor) == expected


@pytest.mark.parametrize(
    ("mentor", "expected"),
    [
        ({"likes": ["gym or sport"]}, 20),
        ({"hopes": ["gym sport"]}, 20),
        ({"skills": ["gym or sport"]}, 10),
        ({"likes": ["gym or sport"], "skills": ["gym_sport"]}, 20),
        ({"likes": ["sport"]}, 0),
    ],
)
def test_a_task_that_would_be_nice_counts_as_a_hope(mentor, expected):
    assert points({"nice_tasks": ["gym_sport"]}, mentor) == expected
    assert points({"nice_tasks": ["gym_sport"], "hopes": ["Gym or sport"]}, mentor) == expected  # one thing
    assert points({"nice_tasks": ["gym_sport", "job_search"]}, mentor) == expected


@pytest.mark.parametrize(
    ("person", "mentor", "expected"),
    [
        (["crowds"], ["Crowds"], 5),
        (["crowds", "football"], ["football", "crowds"], 5),  # small, and the same however many
        (["crowds"], [], 0),
        ([], ["crowds"], 0),
        (["crowds"], ["football"], 0),
    ],
)
def test_what_both_would_rather_avoid_earns_a_little(person, mentor, expected):
    assert points({"dislikes": person}, {"dislikes": mentor}) == expected


def test_all_together_are_a_hundred():
    person = {"likes": FOUR, "hopes": ["a", "b", "c", "d"], "dislikes": ["crowds"]}
    mentor = {"likes": FOUR, "hopes": ["a", "b"], "skills": ["c", "d"], "dislikes": ["crowds"]}
    assert points(person, mentor) == 50 + 30 + 15 + 5


def test_what_one_likes_and_the_other_does_not_takes_nothing_away():
    assert points({"likes": ["dogs"]}, {"likes": ["dogs"], "dislikes": ["dogs"]}) == 25
    assert points({"likes": ["dogs", "tea"]}, {"likes": ["dogs"], "dislikes": ["tea"]}) == 25


def test_a_pair_of_mentors_counts_as_the_better_of_the_two():
    """25 with M1, 40 with M2; what only both together share is not added up."""
    found = scored("interests", {"likes": FOUR}, {"likes": ["dogs"]}, {"likes": ["music", "walking"]})
    assert found == (40, "both like music and walking")


def test_the_reason_names_each_part_and_nothing_else():
    person = {
        "likes": ["dogs", "tea"],
        "hopes": ["cooking", "guitar"],
        "nice_tasks": ["gym_sport"],
        "wants_to_do": ["job_search"],
        "dislikes": ["crowds", "rain"],
    }
    mentor = {
        "likes": ["dogs", "cooking", "cats"],
        "skills": ["job search", "guitar", "chess"],
        "dislikes": ["crowds", "noise"],
    }
    assert scored("interests", person, mentor) == (
        25 + 20 + 15 + 5,
        "both like dogs; B1 hopes for cooking, which M1 enjoys too; "
        "B1 would like help with guitar and looking for work, which M1 knows well; both would rather avoid crowds",
    )
    assert scored("interests", {"likes": ["dogs"]}, {"likes": ["cats"]}) == (
        0,
        "nothing in common is known yet",
    )


def test_words_are_told_on_one_line_and_as_they_are():
    assert scored("interests", {"likes": ["board\ngames {}"]}, {"likes": ["board games {}"]}) == (
        25,
        "both like board games {}",
    )
