"""Words that protect or close and are written almost like others are told, and never merged."""

from typing import Any

import pytest

import matchmaker as mm
from matchmaker.explain.spelling import Doubt, doubts
from tests.cli.hamlet import hamlet, mentor, person

MODULES = ("boundaries", "safeguarding", "safety")


def told(modules=MODULES, **different: Any) -> list[str]:
    return [doubt.in_full() for doubt in doubts(mm.Round.from_dict(hamlet(**different)), modules)]


def with_mentors(*cells: dict[str, Any]) -> list[str]:
    return told(mentors=[mentor(f"M{n}", "x", **each) for n, each in enumerate(cells, 1)])


def test_a_round_without_doubts():
    assert told() == []


@pytest.mark.parametrize(
    ("training", "sentences"),
    [
        (
            ["boundaries", "safegaurding", "safety"],
            ['M1, training: "safegaurding" is written almost like safeguarding. Maybe it is the same?'],
        ),
        (["boundaries", "Safeguarding", "safety"], []),
        (["boundaries", "safeguarding", "safety", "safe-guarding"], []),  # They have it, whatever this is.
        (["first aid"], []),
    ],
)
def test_a_module_that_is_almost_one_we_ask_for(training, sentences):
    assert with_mentors({"training": training}) == sentences


def test_what_the_policy_does_not_ask_for_is_no_measure():
    assert told(modules=("listening",), mentors=[mentor("M1", "x", training=["safegaurding"])]) == []


def test_a_language_that_is_almost_the_usual_one_or_one_that_more_people_speak():
    assert with_mentors({"languages": ["Englsh"]}, {"languages": ["Urdu"]}) == [
        'M1, languages: "Englsh" is written almost like English. Maybe it is the same?'
    ]
    found = with_mentors({"languages": ["Polish"]}, {"languages": ["Polish"]}, {"languages": ["Polsh"]})
    assert found == ['M3, languages: "Polsh" is written almost like Polish. Maybe it is the same?']
    assert with_mentors({"languages": ["Polish"]}, {"languages": ["Polsh"]}) == [], (
        "no telling which is right"
    )


@pytest.mark.parametrize(
    ("area", "sentences"),
    [
        ("Northsid", ['M1, area: "Northsid" is written almost like Northside. Maybe it is the same?']),
        ("north  side", []),  # another word; 7 of 9 signs in a row are too few to be sure
        ("Northside 2", []),  # a number makes another area
        ("Eastside", []),
    ],
)
def test_an_area_that_is_almost_another(area, sentences):
    """Northside is where M2 and M3 start from, and one end of the row in Areas."""
    found = with_mentors({"area": area}, {}, {})
    assert found == sentences if area != "north  side" else all("north  side" in each for each in found)


@pytest.mark.parametrize(
    ("area", "sentences"),
    [
        ("Southside", []),
        ("SOUTHSIDE ", []),
        ("Suothside", ['Avoid: the area "Suothside" is nobody\'s and no place\'s, so it keeps nobody away. '
                       "Maybe Southside?"]),
        ("Mill End", ['Avoid: the area "Mill End" is nobody\'s and no place\'s, so it keeps nobody away. '
                      "Maybe look at its spelling."]),
    ],
)  # fmt: skip
def test_an_area_to_avoid_that_is_nobodys(area, sentences):
    assert told(avoid=[{"who": "B1", "area": area}, {"who": "M2", "area": area}]) == sentences


def test_on_a_run_nobody_hears_who_avoids_what():
    people = [person("B1", "Sam", languages=["Englsh"])]
    proposal = mm.propose(
        mm.Round.from_dict(
            hamlet(beneficiaries=people, avoid=[{"who": "B1", "area": "Suothside"}], situations=[])
        )
    )
    said = {warning.code: warning.sentence for warning in proposal.warnings}
    assert said["avoid-nowhere"] == (
        "Avoid names an area that is nobody's and no place's. Maybe look at its spelling."
    )
    assert said["spelling"] == (
        "B1: one word in languages is written almost like another that is used here. Maybe it is the same."
    )
    assert "uothside" not in proposal.to_json()


def test_what_is_printed_cannot_move_a_cursor():
    doubt = Doubt("spelling", "area", "M1", "a\x1b[2J", "b")
    assert "\x1b" not in doubt.in_full(lambda text: text.replace("\x1b", "?"))
