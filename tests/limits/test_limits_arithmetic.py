"""Limits by hand: what a match takes, what there is, and what matches under way leave."""

from __future__ import annotations

from typing import get_args

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.habits import Habits
from matchmaker.domain.words import MatchState
from matchmaker.limits.agreed_hours import AgreedHours
from matchmaker.limits.people_at_once import PeopleAtOnce
from tests.rules.judging import match, round_of

USING = {
    "mentor_asked", "options_ready", "choosing", "intro_visit_1", "intro_visit_2", "intro_visit_3",
    "three_way_feedback", "confirmed", "active",
}  # fmt: skip


def pair_in(context, company="alone", venues=("cafe_public",)):
    party = tuple(context.mentors[m] for m in (("M1", "M2") if company == "paired" else ("M1",)))
    where = tuple(("coffee_walk", context.venue[venue]) for venue in venues)
    return Pair(party, context.beneficiaries["B1"], company, where)


def uses(limit, company="alone", venues=("cafe_public",), habits=None, **different):
    context = Context(round_of(**different), habits or Habits())
    return dict(limit.uses(pair_in(context, company, venues), context))


def left(limit, **different):
    return limit.left(Context(round_of(**different)))


# --- agreed hours ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "minutes", "expected"),
    [
        ({}, 20, 65),  # (60 + 2 × 20 + 15 + 15) × 2 / 4 = 65
        ({}, 0, 45),  # 90 × 2 / 4
        ({"session_minutes": 30}, 20, 50),  # 100 × 2 / 4
        ({"session_minutes": 61}, 20, 66),  # 131 × 2 / 4 = 65.5, rounded up
        ({"meetings_a_month": 1}, 20, 33),  # 130 / 4 = 32.5, rounded up
        ({"meetings_a_month": 4}, 20, 130),
        ({"meetings_a_month": 3, "session_minutes": 45}, 7, 67),  # (45 + 14 + 30) × 3 / 4 = 66.75
    ],
)
def test_a_week_holds_the_meeting_the_way_the_writing_up_and_the_debrief(person, minutes, expected):
    areas = [{"start": "Heeley", "end": "Walkley", "minutes": minutes}]
    assert uses(AgreedHours(), beneficiary=person, rows={"areas": areas}) == {"M1": expected}


def test_every_figure_of_the_week_is_the_programmes_own():
    """(30 + 2 × 20 + 5 + 0) × 4 / 4 = 75."""
    habits = Habits(session_minutes=30, meetings_a_month=4, write_up_minutes=5, debrief_minutes=0)
    assert uses(AgreedHours(), habits=habits) == {"M1": 75}


def test_a_way_within_one_area_takes_a_quarter_of_an_hour_and_an_unknown_one_half():
    assert uses(AgreedHours(), mentor={"area": "walkley "}) == {"M1": 60}  # (60 + 30 + 30) / 2
    assert uses(AgreedHours(), mentor={"area": None}) == {"M1": 75}  # (60 + 60 + 30) / 2
    assert uses(AgreedHours(), rows={"areas": []}) == {"M1": 75}


def test_the_longest_of_several_ways_counts_and_a_call_takes_none():
    places = [{"id": "P1", "label": "Hall", "kind": "library", "area": "Heeley"}]
    rows = {"rows": {"places": places, "areas": [{"start": "Heeley", "end": "Walkley", "minutes": 20}]}}
    assert uses(AgreedHours(), venues=("P1",), **rows) == {"M1": 60}
    assert uses(AgreedHours(), venues=("P1", "cafe_public"), **rows) == {"M1": 65}
    assert uses(AgreedHours(), venues=("remote",), **rows) == {"M1": 45}


def test_two_who_go_together_each_give_their_own_hours():
    """M1 from Heeley 65, M2 from Walkley itself 60."""
    assert uses(AgreedHours(), "paired", second={"area": "Walkley"}) == {"M1": 65, "M2": 60}


def test_hours_are_whole_minutes_and_never_below_none():
    assert left(AgreedHours(), mentor={"hours_per_week": 1.25})["M1"] == 75
    under_way = {"rows": {"matches": [match("active")]}}
    assert left(AgreedHours(), mentor={"hours_per_week": 1.25}, **under_way)["M1"] == 10  # 75 − 65
    assert left(AgreedHours(), mentor={"hours_per_week": 1}, **under_way)["M1"] == 0


# --- matches under way ----------------------------------------------------------------------------


@pytest.mark.parametrize("state", get_args(MatchState))
def test_a_match_takes_its_place_from_mentor_asked_to_active(state):
    rows = {"matches": [match(state)]}
    assert left(PeopleAtOnce(), rows=rows) == {"M1": 2 - (state in USING), "M2": 2}
    assert left(AgreedHours(), rows=rows) == {"M1": 240 - 65 * (state in USING), "M2": 240}
