"""What was decided and answered, as it stands today; by hand."""

import pytest

from matchmaker.domain.decided import Decided
from tests.rules.judging import answer, day, decision, round_of

KEY = "dual-worked/B1"


def decided(*decisions, answers=()) -> Decided:
    return Decided(round_of(rows={"decisions": list(decisions), "answers": list(answers)}))


def pair(kind, **more):
    return decision(kind, beneficiary="B1", mentors=["M1"], **more)


@pytest.mark.parametrize(("until", "holds"), [(None, True), (day(1), True), (day(0), True), (day(-1), False)])
def test_a_veto_holds_until_its_last_day_and_on_it(until, holds):
    found = decided(pair("veto", until=until) | {"at": "2026-10-01 09:00"})
    assert found.vetoed("B1", ("M1",), company="alone") is holds
    assert bool(found.vetoes) is holds


@pytest.mark.parametrize(
    ("who", "mentors", "company", "vetoed"),
    [
        ("B1", ("M1",), "joint", True),
        ("B1", ("M1", "M2"), "joint", True),
        ("B1", ("M1",), "alone", False),
        ("B1", ("M2",), "joint", False),
        ("B2", ("M1",), "joint", False),
    ],
)
def test_a_veto_speaks_of_its_person_mentors_and_company(who, mentors, company, vetoed):
    assert decided(pair("veto", company="joint")).vetoed(who, mentors, company=company) is vetoed


def test_the_mentors_may_be_handed_in_only_once():
    """Two vetoes, and mentors that can be read a single time: the second veto sees them too."""
    other = decision("veto", beneficiary="B1", mentors=["M2"]) | {"id": "D0"}
    found = decided(other, pair("veto"))
    assert found.vetoed("B1", iter(("M1",)), company="alone")


def test_pins_are_pins_and_nothing_else():
    found = decided(pair("pin"), pair("veto"))
    assert [each.kind for each in found.pins] == ["pin"]


def said(what: str, at: str, id_: str):
    return decision("answer", question=KEY, answer=what) | {"at": at, "id": id_}


@pytest.mark.parametrize(
    ("decisions", "answers", "counts"),
    [
        ([], [answer(KEY, "yes")], "yes"),
        ([said("no", "2026-10-05 09:00", "D1")], [answer(KEY, "yes")], "no"),
        ([said("no", "2026-10-04 09:00", "D1"), said("yes", "2026-10-05 09:00", "D2")], [], "yes"),
        ([said("yes", "2026-10-04 09:00", "D1"), said("no", "2026-10-05 09:00", "D2")], [], "no"),
        ([said("yes", "2026-10-05 09:00", "D2"), said("no", "2026-10-05 09:00", "D1")], [], "yes"),
        ([said("yes", "2026-10-05 09:00", "D1"), said("no", "2026-10-05 09:00", "D2")], [], "yes"),
    ],
)
def test_the_later_answer_wins_and_of_two_at_once_the_careful_one(decisions, answers, counts):
    assert decided(*decisions, answers=answers).answers == {KEY: counts}


def test_a_question_nobody_answered_has_no_answer():
    assert decided(pair("pin")).answers == {}


def test_lifting_names_its_row():
    assert decided(decision("lift", row="avoid/B1/kind:park")).lifted == {"avoid/B1/kind:park"}
    assert decided(pair("pin")).lifted == frozenset()
