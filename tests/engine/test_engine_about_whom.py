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
    ("N1", "N1 is a worker, not a mentor. Maybe name a mentor first, then the person."),
    ("m001", "there is no mentor 'm001'. Maybe M1?"),
    ("ann", "there is no mentor 'ann'. Maybe look up the id in the round."),
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


def test_a_worker_in_the_place_of_a_person():
    with pytest.raises(ArgumentError, match="N1 is a worker"):
        who_asked("N1", POLICY.context(round_of()))


@pytest.mark.parametrize(("code", "meant"), [("B7", "B07"), ("b07", "B07"), ("47", "B47"), ("Ben", "")])
def test_a_number_without_its_nought_is_the_same_number(code, meant):
    """Before, B47 was thought to be meant by B7; of two called Ben nobody is."""
    first = round_of().model_dump(mode="json")
    person = first["beneficiaries"][0]
    first |= dict.fromkeys(("situations", "answers", "matches"), ())
    first["beneficiaries"] = [person | {"id": "B07"}, person | {"id": "B47"}]
    with pytest.raises(ArgumentError) as found:
        who_asked(code, POLICY.context(type(round_of()).from_dict(first)))
    assert str(found.value).endswith(f" Maybe {meant}?" if meant else " Maybe look up the id in the round.")


def test_a_name_in_place_of_an_id():
    with pytest.raises(ArgumentError, match=r"there is no open request by 'ben'\. Maybe B1\?"):
        who_asked("ben", POLICY.context(round_of()))


def test_those_who_are_there():
    context = POLICY.context(round_of())
    assert (mentor_of("M1", context).id, who_asked("B1", context).id) == ("M1", "B1")
