"""The questions that a plain yes or no settles, and the question for an area; by hand."""

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.questions import ABOUT, flaws, question_key, where_is
from tests.rules.judging import round_of

KNOWN = {"beneficiaries": {"B1"}, "mentors": {"M1"}, "navigators": {"N1"}}


@pytest.mark.parametrize(
    "question",
    ["dual-worked/B1", "joint-room/N1", "known-area/B1/M1", "wish-covers-navigator/B1"],
)
def test_a_question_that_names_whom_it_is_about_has_no_flaw(question):
    assert question.split("/")[0] in ABOUT
    assert list(flaws(question, KNOWN)) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("supervision/M1", "is not a question for yes or no"),
        ("dual-worked", "Maybe dual-worked/…."),
        ("known-area/B1", "Maybe known-area/…/…."),
        ("dual-worked/B1/M1", "does not name whom it is about"),
        ("dual-worked/B2", "names B2, who is not among the beneficiaries"),
        ("known-area/M1/B1", "names M1, who is not among the beneficiaries"),
    ],
)
def test_a_question_that_nobody_would_read_is_told_once(question, words):
    (text,) = flaws(question, KNOWN)
    assert words in text


def test_a_key_is_the_code_and_then_whom_it_is_about():
    assert question_key("known-area", "B1", "M1") == "known-area/B1/M1"


def test_a_listed_place_is_asked_about_itself_and_a_kind_about_where_the_person_lives():
    cafe = {"id": "P1", "label": "Blue Café", "kind": "cafe_public"}
    context = Context(round_of(rows={"places": [cafe]}))
    person = context.beneficiaries["B1"]
    here, near = (where_is(context.venue[code], person) for code in ("P1", "park"))
    assert (here.key, here.ask, here.who) == ("area/P1", "In which area is Blue Café?", "N1")
    assert (near.key, near.who) == ("area/B1", "N1")
