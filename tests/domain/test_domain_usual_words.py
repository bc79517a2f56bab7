"""A programme adds words; it does not change what the usual ones mean. And nothing is told twice."""

import pytest

from tests.domain.raw_round import found, read

WORD = {"label": "something of ours", "kinds": ["library"]}
AGREED = {"mitigation": "joint", "agreed_with": "Sam", "agreed_on": "2026-10-01"}


@pytest.mark.parametrize(
    ("sort", "code"),
    [("task", "court"), ("kind", "home"), ("situation", "crowds"), ("task", "any"), ("task", "home")],
)
def test_a_usual_word_keeps_its_meaning(sort, code):
    """Court as an everyday task would need no clearance; a home that counts as staffed no second thought."""
    row = WORD | {"sort": sort, "code": code}
    assert found(vocabulary=[row]) == [("vocabulary[0].code", "usual_word")]


def test_a_word_of_its_own_is_welcome():
    assert read(vocabulary=[WORD | {"sort": "task", "code": "choir"}]).vocabulary[0].code == "choir"


def test_two_mentors_are_one_team_whichever_is_named_first():
    teams = [{"id": "T1", "one": "M1", "other": "M2"}, {"id": "T2", "one": "M2", "other": "M1"}]
    assert ("teams[1].other", "contradiction") in found(teams=teams)


def test_a_stretch_is_agreed_once_for_a_task():
    rows = [{"mentor": "M1", "task": "court"} | AGREED, {"mentor": "M1", "task": "court"} | AGREED]
    assert found(stretch=rows) == [("stretch[1].task", "contradiction")]
