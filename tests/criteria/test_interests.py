"""Interests: every point visible. Likes 0, 30, 50, 60; hopes 0, 25, 40; together at most 100."""

from __future__ import annotations

import pytest

from matchmaker.criteria.interests import Interests
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.words import Company
from tests.rules.judging import round_of


def scored(person, *mentors):
    """Score B1 with M1, or with M1 and M2 as a pair."""
    both = {"mentor": mentors[0], "second": mentors[1] if len(mentors) > 1 else {}}
    context = Context(round_of(beneficiary=person, **both))
    party = tuple(context.mentors[f"M{n}"] for n in range(1, len(mentors) + 1))
    venues = (("coffee_walk", context.venue["cafe_public"]),)
    company: Company = "paired" if len(mentors) > 1 else "alone"
    return Interests().score(Pair(party, context.beneficiaries["B1"], company, venues), context)


ONE_TO_FOUR = ["dogs", "music", "walking", "cooking"]


@pytest.mark.parametrize(
    ("likes", "hopes", "mentor", "points"),
    [
        ([], [], {"likes": ONE_TO_FOUR}, 0),
        (["dogs"], [], {}, 0),
        (ONE_TO_FOUR[:1], [], {"likes": ONE_TO_FOUR}, 30),
        (ONE_TO_FOUR[:2], [], {"likes": ONE_TO_FOUR}, 50),
        (ONE_TO_FOUR[:3], [], {"likes": ONE_TO_FOUR}, 60),
        (ONE_TO_FOUR, [], {"likes": ONE_TO_FOUR}, 60),  # a long list earns little
        ([], ["cooking"], {"hopes": ["cooking"]}, 25),
        ([], ["cooking"], {"likes": ["cooking"]}, 25),  # somebody who enjoys it helps as much
        ([], ["cooking"], {"likes": ["cooking"], "hopes": ["cooking"]}, 25),  # but not twice
        ([], ["cooking", "music", "dogs"], {"likes": ONE_TO_FOUR}, 40),
        (["dogs"], ["cooking"], {"likes": ["dogs"], "hopes": ["cooking"]}, 55),  # 30 + 25
        (ONE_TO_FOUR[:3], ["a", "b"], {"likes": ONE_TO_FOUR[:3], "hopes": ["a", "b"]}, 100),  # 60 + 40
        (["Dogs ", "HIP  HOP"], [], {"likes": ["dogs", "hip hop"]}, 50),  # the same words, written otherwise
        (["dogs"], [], {"hopes": ["dogs"]}, 0),  # what the mentor only hopes for is no shared interest
        (["dogs"], [], {"skills": ["dogs"], "dislikes": ["dogs"]}, 0),
    ],
)
def test_what_they_share_earns_points(likes, hopes, mentor, points):
    assert scored({"likes": likes, "hopes": hopes}, mentor).points == points


def test_a_pair_of_mentors_counts_as_the_better_of_the_two():
    """30 with M1, 50 with M2; what only both together share is not added up."""
    person = {"likes": ["dogs", "music", "walking"]}
    found = scored(person, {"likes": ["dogs"]}, {"likes": ["music", "walking"]})
    assert found.points == 50
    assert "music and walking" in found.because


def test_the_reason_names_what_is_shared_and_nothing_else():
    found = scored({"likes": ["dogs", "tea"], "hopes": ["cooking"]}, {"likes": ["dogs", "cooking"]})
    assert found.because == "both like dogs; B1 hopes for cooking, which M1 enjoys too"
    assert scored({"likes": ["dogs"]}, {"likes": ["cats"]}).because == "nothing in common is known yet"
