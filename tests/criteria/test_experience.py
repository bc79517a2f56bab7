"""Similar experience: 70 for one that was asked for and is shared, 100 for two or more."""

import pytest

from tests.criteria.scoring import scored

THREE = ["homelessness", "bereavement", "prison"]


@pytest.mark.parametrize(
    ("asked", "shared", "expected"),
    [
        ([], THREE, 0),  # nobody asked for it
        (THREE, [], 0),  # nobody agreed to share it
        (["homelessness"], ["bereavement"], 0),
        (["homelessness"], THREE, 70),
        (["Homelessness "], ["homelessness"], 70),
        (THREE[:2], THREE[:2], 100),
        (THREE, THREE, 100),  # a third adds nothing
        (["homeless"], ["homelessness"], 0),  # only the same word
    ],
)
def test_only_what_one_asked_for_and_the_other_agreed_to_share(asked, shared, expected):
    assert scored("experience", {"similar_experience": asked}, {"shares": shared}).points == expected


def test_of_two_mentors_the_one_with_more_counts():
    both = {"shares": THREE[:1]}, {"shares": THREE[1:]}
    assert scored("experience", {"similar_experience": THREE}, *both) == (
        100,
        "M2 agreed to share experience that they asked for",
    )


def test_what_it_is_stays_theirs_to_tell():
    found = scored("experience", {"similar_experience": ["prison"]}, {"shares": ["prison"]})
    assert found == (70, "M1 agreed to share experience that they asked for")
    assert scored("experience", {"similar_experience": ["prison"]}, {}) == (0, "")


def test_a_story_not_yet_welcome_takes_nothing_from_what_was_asked_for():
    """To have it in common is one wish, to hear of it another; the second is for the briefing."""
    person = {"similar_experience": ["prison"], "own_story": "not_yet"}
    assert scored("experience", person, {"shares": ["prison"]}).points == 70
