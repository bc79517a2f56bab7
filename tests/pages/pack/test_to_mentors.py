"""The letter that asks a mentor in general: what, when and how, and nobody's name."""

from __future__ import annotations

import pytest

from matchmaker.domain.companies import WAYS
from matchmaker.pages.pack import letters_to_mentors
from matchmaker.pages.pack.unsaid import INSTEAD
from tests.pages.pack.packs import Seen, agenda
from tests.rules.judging import cleared, comfort, data_of, in_a_group

COURT = {"wants_to_do": ["court", "coffee_walk"]}
READY = {"clearances": [cleared("court", "alone")], "comfort": [comfort("yes", "heated_exchange")]}


def texts(**different) -> list[str]:
    return [Seen(page).text for page in letters_to_mentors(agenda(data_of(**different))).values()]


def test_it_says_what_when_and_how():
    """Ann is M1 and likes what Ben likes; Nora supports Ben. Only Ann is named."""
    likes = {"likes": ["chess"]}
    (text,) = texts(mentor=likes, second={"available": False}, beneficiary={**likes, "together": "alone"})
    assert "Dear Ann," in text
    assert "What a coffee or a walk (a café or other public place)" in text
    assert (
        "When Mon 10:00-12:00; Tue 10:00-12:00 How The two of you, after the first visits with a worker."
        in text
    )
    for word in ("Ben", "B1", "Nora", "N1", "chess", "Heeley", "Walkley", "M1"):
        assert word not in text, word


@pytest.mark.parametrize("company", ["alone", "paired", "joint", "group"])
def test_each_of_two_mentors_has_one_and_neither_reads_of_the_other(company):
    there = {"label": "Mo", "available": company != "group"}
    host = {"offers": ["group"] if company == "group" else ["befriending", "mentoring"]}
    given = in_a_group(mentor=host, second=there, beneficiary={"together": company})
    found = texts(**{part: given[part] for part in ("mentor", "second", "beneficiary", "rows")})
    assert len(found) == (2 if company == "paired" else 1)
    assert all(WAYS[company].asked in text for text in found)
    assert [("Ann" in text) + ("Mo," in text) for text in found] == [1] * len(found)


def test_what_tells_of_health_or_justice_is_left_to_a_worker():
    (text,) = texts(second={"available": False}, beneficiary=COURT, rows=READY)
    assert f"and {INSTEAD}" in text or f"; {INSTEAD}" in text
    assert "court" not in text


def test_a_hostel_is_not_named():
    hostel = {"id": "hope", "label": "Hope House", "kind": "hostel_communal", "area": "Heeley"}
    only = {"avoid": [{"who": "B1", "kind": kind} for kind in KINDS - {"hostel_communal"}]}
    asked = {"wants_to_do": ["forms_post"], "together": "joint"}
    (text,) = texts(second={"available": False}, beneficiary=asked, rows={"places": [hostel], **only})
    assert "What forms and post When" in text
    assert "Hope" not in text


def test_what_asks_first_is_mentioned_to_no_mentor():
    assert texts(beneficiary={"dual_worked": None}) == []


KINDS = frozenset(agenda(data_of()).context.vocabulary.kinds)
