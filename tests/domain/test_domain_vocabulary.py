"""The words of the specification, copied by hand, and the words a programme adds."""

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.domain.words import UNDER_WAY
from tests.domain.raw_round import found, read

KINDS = """office_hub cafe_public library park leisure_centre allotment court gp_hospital hostel_communal
    home vehicle prison_gate prison_inside street_outreach remote"""
PUBLIC = "cafe_public library park leisure_centre court gp_hospital"
STAFFED = "office_hub library leisure_centre court gp_hospital hostel_communal prison_gate prison_inside"
TASKS = """coffee_walk leisure gym_sport group_first_time appointment_health appointment_treatment
    appointment_benefits appointment_housing court prison_gate_pickup prison_visit hospital_visit home_visit
    forms_post bank_account shopping_with travel_confidence college job_search advocacy moving_on"""
EVERYDAY = "coffee_walk leisure gym_sport forms_post shopping_with travel_confidence"


def test_the_kinds_of_place():
    assert set(STANDARD.kinds) == set(KINDS.split())
    assert {code for code, kind in STANDARD.kinds.items() if kind.public} == set(PUBLIC.split())
    assert {code for code, kind in STANDARD.kinds.items() if kind.staffed} == set(STAFFED.split())


def test_the_tasks_and_which_are_everyday():
    assert set(STANDARD.tasks) == set(TASKS.split())
    assert {code for code, task in STANDARD.tasks.items() if task.everyday} == set(EVERYDAY.split())


def test_every_task_has_a_kind_of_place_where_it_can_happen():
    for task in STANDARD.tasks.values():
        assert task.kinds
        assert set(task.kinds) <= set(STANDARD.kinds)


def test_a_home_is_where_a_home_visit_is_and_never_public_or_staffed():
    assert "home" in STANDARD.tasks["home_visit"].kinds
    home = STANDARD.kinds["home"]
    assert (home.public, home.staffed) == (False, False)


def test_matches_from_mentor_asked_to_active_use_what_they_use():
    states = """mentor_asked options_ready choosing intro_visit_1 intro_visit_2 intro_visit_3
        three_way_feedback confirmed active"""
    assert set(states.split()) == UNDER_WAY


WORDS = [
    {"sort": "kind", "code": "hall", "label": "a church hall", "public": True},
    {"sort": "task", "code": "choir", "label": "choir practice", "kinds": ["hall", "library"]},
    {"sort": "situation", "code": "sirens", "label": "sirens nearby"},
]


def test_a_programme_adds_its_own_words_and_keeps_the_others():
    context = Context(read(vocabulary=WORDS, beneficiary={"wants_to_do": ["choir"]}))
    assert set(context.vocabulary.tasks) == set(TASKS.split()) | {"choir"}
    assert set(context.vocabulary.kinds) == set(KINDS.split()) | {"hall"}
    assert context.vocabulary.situations["sirens"] == "sirens nearby"
    assert [venue.code for venue in context.venues_for("choir")] == ["library", "hall"]
    assert not context.vocabulary.tasks["choir"].everyday, "an own task needs a clearance unless it says so"


def test_the_words_of_one_programme_are_not_those_of_another():
    assert "choir" not in STANDARD.tasks
    assert "choir" not in Context(read()).vocabulary.tasks


def test_an_own_task_needs_a_place_to_do_it():
    words = [{"sort": "task", "code": "choir", "label": "choir practice"}]
    assert found(vocabulary=words) == [("vocabulary[0].kinds", "blank")]


@pytest.mark.parametrize("sort", ["person", "rule", ""])
def test_other_sorts_of_words_cannot_be_added(sort):
    assert found(vocabulary=[{"sort": sort, "code": "x", "label": "x"}]) == [
        ("vocabulary[0].sort", "literal_error")
    ]
