"""Journeys take as long there as back, and within one area what is usual."""

from __future__ import annotations

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.habits import Habits
from matchmaker.domain.journeys import Journeys
from tests.domain.test_domain_context import context
from tests.rules.judging import round_of


def journey(start: str, end: str, minutes: int = 33):
    return {"areas": [{"start": start, "end": end, "minutes": minutes}]}


@pytest.mark.parametrize(
    ("start", "end"), [("Heeley", "Walkley"), ("Walkley", "Heeley"), ("HEELEY ", "walkley")]
)
def test_a_journey_takes_as_long_there_as_back(start, end):
    found = context(rows=journey(start, end))
    one, other = found.mentors["M1"], found.beneficiaries["B1"]
    assert found.journeys.minutes(one, other, venue=found.venue["cafe_public"]) == 33


def test_a_journey_within_one_area_takes_what_is_usual_here():
    round_ = round_of(beneficiary={"area": "heeley"})
    for habits, minutes in ((Habits(), 15), (Habits(same_area_minutes=7), 7)):
        found = Context(round_)
        person = found.beneficiaries["B1"]
        journeys = Journeys(round_, habits)
        assert journeys.minutes(found.mentors["M1"], person, venue=found.venue["park"]) == minutes
