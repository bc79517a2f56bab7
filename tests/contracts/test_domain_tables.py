"""The tables of the domain, copied by hand: each row is a clause of the policy, a word or a state.

What each row means is worked out by hand in the table of examples of its own test file.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from matchmaker.criteria import CRITERIA
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.domain.words import (
    Company,
    DecisionKind,
    EndManner,
    EndReason,
    MatchState,
    OverrideReason,
)
from matchmaker.limits import LIMITS
from matchmaker.pages.policy_page import policy_page
from matchmaker.policy import Policy
from matchmaker.policy.priorities import STANDARD_ORDER
from matchmaker.rules import RULES

TESTS = Path(__file__).resolve().parents[1]
POLICY = Policy.standard()

RULE_STRENGTHS = {
    "wants-a-mentor": "absolute",
    "kept-apart": "absolute",
    "gender-wish": "absolute",
    "dual-worked": "absolute",
    "on-a-break": "absolute",
    "clearance": "policy",
    "situation": "policy",
    "lone-working": "policy",
    "checks-and-training": "policy",
    "supervision-current": "policy",
    "has-a-navigator": "policy",
    "venue-access": "policy",
    "availability": "policy",
    "travel": "policy",
    "language": "policy",
    "role": "policy",
    "known-area": "policy",
}
WEIGHTS = {
    "interests": 40,
    "practicalities": 20,
    "style": 15,
    "learning": 15,
    "experience": 5,
    "continuity": 5,
}
LIMIT_CODES = {
    "people-at-once",
    "agreed-hours",
    "one-offs",
    "high-situations",
    "introduction-visits",
    "joint-hours",
    "supervision-places",
    "caseload",
    "group-places",
    "teams",
}


def words(text: str) -> set[str]:
    return set(text.split())


def test_every_rule_with_its_strength():
    assert {rule.code: rule.strength for rule in POLICY.rules} == RULE_STRENGTHS


def test_every_criterion_with_its_weight_and_together_a_hundred():
    assert {criterion.code: criterion.weight for criterion in POLICY.criteria} == WEIGHTS
    assert sum(WEIGHTS.values()) == 100


def test_every_limit():
    assert {limit.code for limit in POLICY.limits} == LIMIT_CODES


def test_the_order_of_priorities():
    assert STANDARD_ORDER == ("urgent", "offered", "overdue", "fit", "waited")


def test_the_figures_of_the_standard():
    """Ready earns 300; 12 weeks; two visits; 15 minutes each for writing up and debrief; twice a month."""
    assert (POLICY.ready_bonus, POLICY.overdue_weeks, POLICY.habits.intro_visits) == (300, 12, 2)
    assert (POLICY.habits.write_up_minutes, POLICY.habits.debrief_minutes) == (15, 15)
    assert (POLICY.habits.session_minutes, POLICY.habits.meetings_a_month) == (60, 2)
    assert POLICY.caseload_warning == 12
    (caseload,) = [limit for limit in POLICY.limits if limit.code == "caseload"]
    assert caseload.model_dump()["stop_from"] == 20


@pytest.mark.parametrize(
    ("kind", "room"),
    [(k, "rules") for k in RULES] + [(k, "criteria") for k in CRITERIA] + [(k, "limits") for k in LIMITS],
    ids=lambda each: each if isinstance(each, str) else each.model_fields["code"].default,
)
def test_each_has_examples_worked_by_hand_and_a_sentence_on_the_page(kind, room):
    """The file of examples is called like the module, and the page prints the sentence word for word."""
    module = kind.__module__.rsplit(".", 1)[1]
    assert list((TESTS / room).glob(f"test_{module}.py")) or list(
        (TESTS / room).glob(f"test_{room}_{module}.py")
    ), f"tests/{room}/test_{module}.py"
    page = " ".join(policy_page(POLICY).split())
    assert " ".join(kind().sentence().split()) in page


def test_the_words_of_the_workflow():
    states = """requested preparing_person mentor_asked options_ready choosing intro_visit_1 intro_visit_2
        intro_visit_3 three_way_feedback confirmed active paused parking_bay handover ended
        hesitant declined not_now no_option_yet waiting_capacity navigator_only_for_now"""
    assert set(get_args(MatchState)) == words(states)
    reasons = """aims_met no_longer_needed moved_on mentor_got_job wellbeing_break not_right_fit
        beliefs_difference known_to_each_other crisis meetings_didnt_get_going lost_touch moved_area
        custody death"""
    assert set(get_args(EndReason)) == words(reasons)
    manners = "planned_goodbye planned_no_goodbye drifted service_ended sudden"
    assert set(get_args(EndManner)) == words(manners)


def test_the_words_of_decisions():
    kinds = """answer pin veto accept reject hold lift change_company switch_navigator none_for_now
        need_information waive organic pause end"""
    assert set(get_args(DecisionKind)) == words(kinds)
    reasons = """knows_both person_asked mentor_asked organic stretch_agreed mentor_wellbeing
        local_knowledge info_out_of_date waited_too_long fair_share continuity policy_waiver
        mitigation_added rule_wrong"""
    assert set(get_args(OverrideReason)) == words(reasons)


def test_the_words_of_an_arrangement():
    assert set(get_args(Company)) == words("alone paired joint group")
    kinds = """office_hub cafe_public library park leisure_centre allotment court gp_hospital
        hostel_communal home vehicle prison_gate prison_inside street_outreach remote"""
    assert set(STANDARD.kinds) == words(kinds)
    public = {kind.code for kind in STANDARD.kinds.values() if kind.public}
    assert public == words("cafe_public library park leisure_centre court gp_hospital")
    staffed = {kind.code for kind in STANDARD.kinds.values() if kind.staffed}
    assert staffed == words(
        "office_hub library leisure_centre court gp_hospital hostel_communal prison_gate prison_inside"
    )
    tasks = """coffee_walk leisure gym_sport group_first_time appointment_health appointment_treatment
        appointment_benefits appointment_housing court prison_gate_pickup prison_visit hospital_visit
        home_visit forms_post bank_account shopping_with travel_confidence college job_search advocacy
        moving_on"""
    assert set(STANDARD.tasks) == words(tasks)
    everyday = {task.code for task in STANDARD.tasks.values() if task.everyday}
    assert everyday == words("coffee_walk leisure gym_sport forms_post shopping_with travel_confidence")
