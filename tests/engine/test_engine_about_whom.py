"""Who is not there, or has not asked, is told why."""

from __future__ import annotations

import pytest

from matchmaker.engine.about_whom import mentor_of, who_asked
from matchmaker.errors import ArgumentError
from matchmaker.policy import Policy
from tests.limits.judging import crowd, like_b1
from tests.rules.judging import match, round_of

POLICY = Policy.standard()


@pytest.mark.parametrize(("code", "said"), [
    ("M11", "there is no mentor 'M11'. Maybe M1?"),
    ("Z", "there is no mentor 'Z'. Maybe look up the id in the round."),
    ("B1", "B1 is a person, not a mentor. Maybe name the mentor first."),
])  # fmt: skip
def test_a_mentor(code, said):
    with pytest.raises(ArgumentError) as found:
        mentor_of(code, POLICY.context(round_of()))
    assert str(found.value) == said


@pytest.mark.parametrize(("cells", "said"), [
    ({"wants": "no"}, "B2 makes no request at present: they said no to a mentor."),
    ({"wants": "maybe_later"}, "B2 makes no request at present: they said: maybe later."),
])  # fmt: skip
def test_a_person_who_did_not_ask(cells, said):
    with pytest.raises(ArgumentError) as found:
        who_asked("B2", POLICY.context(crowd(others=like_b1("B2", **cells))))
    assert str(found.value) == said


def test_a_person_whose_match_is_under_way():
    context = POLICY.context(round_of(rows={"matches": [match("active")]}))
    with pytest.raises(ArgumentError, match="B1 makes no request at present: they have a match under way"):
        who_asked("B1", context)


def test_a_mentor_in_the_place_of_a_person():
    with pytest.raises(ArgumentError, match="M1 is a mentor"):
        who_asked("M1", POLICY.context(round_of()))


def test_those_who_are_there():
    context = POLICY.context(round_of())
    assert (mentor_of("M1", context).id, who_asked("B1", context).id) == ("M1", "B1")
