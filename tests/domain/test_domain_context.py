"""What a rule can look up: in date, the strictest, the latest, and the same from either side."""

from typing import Any

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.habits import Habits
from tests.rules.judging import answer, apart, cleared, comfort, day, decision, likely, match, round_of


def context(**given: Any) -> Any:
    """Return the context, typed loosely: each test knows which row it put in."""
    return Context(round_of(**given))


# --- judgements ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("review", "counts"), [(1, True), (0, True), (-1, False)])
def test_a_judgement_counts_up_to_and_on_its_review_day(review, counts):
    judgements = context(rows={"clearances": [cleared("court", "alone", review=review)]}).judgements
    assert judgements.in_date(judgements.clearance("M1", "court")) is counts


def test_a_clearance_is_of_one_mentor_for_one_task():
    judgements = context(rows={"clearances": [cleared("court", "alone")]}).judgements
    assert judgements.clearance("M1", "court").step == "alone"
    assert judgements.clearance("M2", "court") is None
    assert judgements.clearance("M1", "leisure") is None


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([], None),
        ([comfort("yes")], "yes"),
        ([comfort("yes"), comfort("with_support")], "with_support"),
        ([comfort("with_support"), comfort("no"), comfort("yes")], "no"),
        ([comfort("yes"), comfort("no", review=-1)], None),
        ([comfort("no"), comfort("yes", review=-1)], "no"),
        ([comfort("no", review=-1)], None),
        ([comfort("no", mentor="M2")], None),
        ([comfort("no", "heated_exchange")], None),
    ],
)
def test_of_several_answers_in_date_the_strictest_counts(rows, counts):
    assert context(rows={"comfort": rows}).judgements.comfort("M1", "crowds") == counts


def test_a_visit_has_the_rows_for_its_task_and_for_any():
    rows = [likely("low", task="any"), likely("high", task="court"), likely("some", task="leisure")]
    judgements = context(rows={"situations": rows}).judgements
    levels = {task: {row.level for row in judgements.situations("B1", task)} for task in ("court", "college")}
    assert levels == {"court": {"low", "high"}, "college": {"low"}}


# --- decided -------------------------------------------------------------------------------------

KEY = "dual-worked/B1"


def decided(said: str, at: str = "2026-10-05 09:00", id_: str = "D1"):
    return decision("answer", question=KEY, answer=said) | {"at": at, "id": id_}


@pytest.mark.parametrize(
    ("answers", "decisions", "counts"),
    [
        ([], [], None),
        ([answer(KEY, "no")], [], "no"),
        ([answer(KEY, "no")], [decided("yes")], "yes"),
        ([answer(KEY, "yes")], [decided("no")], "no"),
        ([], [decided("no", "2026-10-05 10:00"), decided("yes", "2026-10-05 09:59", "D2")], "no"),
        ([answer("wish-covers-navigator/B1", "yes")], [], None),
    ],
)
def test_a_decision_overrides_a_row_and_a_later_decision_an_earlier(answers, decisions, counts):
    found = context(rows={"answers": answers, "decisions": decisions}).decided.answers
    assert found.get(KEY) == counts


def veto(**more):
    return decision("veto", beneficiary="B1", mentors=["M1"], **more)


@pytest.mark.parametrize(("until", "holds"), [(None, True), (day(1), True), (day(0), True), (day(-1), False)])
def test_a_veto_lasts_to_the_end_of_its_last_day(until, holds):
    found = context(rows={"decisions": [veto(until=until) | {"at": "2026-10-01 09:00"}]}).decided
    assert found.vetoed("B1", ["M1"], company="alone") is holds


def test_a_veto_is_about_a_pair_or_only_about_a_company():
    every, joint = (
        context(rows={"decisions": [veto(company=company)]}).decided for company in (None, "joint")
    )
    assert every.vetoed("B1", ["M1"], company="alone")
    assert every.vetoed("B1", ["M2", "M1"], company="paired"), "a team with that mentor in it, too"
    assert not every.vetoed("B1", ["M2"], company="alone")
    assert joint.vetoed("B1", ["M1"], company="joint")
    assert not joint.vetoed("B1", ["M1"], company="alone")


def test_a_pin_is_about_just_these_mentors():
    pin = decision("pin", beneficiary="B1", mentors=["M1"])
    (found,) = context(rows={"decisions": [pin]}).decided.pins
    assert found.is_about("B1", ["M1"], company="alone")
    assert not found.is_about("B1", ["M1", "M2"], company="paired")


# --- protection ----------------------------------------------------------------------------------


def test_being_kept_apart_is_mutual():
    protection = context(rows={"keep_apart": [apart("M1", "B1")]}).protection
    assert protection.kept_apart("M1", "B1")
    assert protection.kept_apart("B1", "M1")
    assert not protection.kept_apart("M2", "B1")


def test_times_to_avoid_are_joined():
    times = ("Mon 10:00-11:00", "Mon 11:00-12:00")
    rows = {"avoid": [{"who": "B1", "time": time} for time in times] + [{"who": "B1", "kind": "park"}]}
    assert [str(window) for window in context(rows=rows).protection.avoided_times("B1")] == [
        "Mon 10:00-12:00"
    ]


# --- requests and histories ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "asks"),
    [
        ("active", False),
        ("mentor_asked", False),
        ("confirmed", False),
        ("paused", False),
        ("parking_bay", False),
        ("ended", True),
        ("declined", True),
        ("requested", True),
    ],
)
def test_somebody_with_a_match_under_way_makes_no_request(state, asks):
    found = context(rows={"matches": [match(state)]})
    assert bool(found.requests) is asks


@pytest.mark.parametrize("wants", ["would_like_to_hear_more", "maybe_later", "no"])
def test_nobody_who_did_not_say_yes_makes_a_request(wants):
    assert context(beneficiary={"wants": wants}).requests == ()


@pytest.mark.parametrize(
    ("state", "met"),
    [
        ("mentor_asked", False),
        ("choosing", False),
        ("declined", False),
        ("intro_visit_1", True),
        ("active", True),
        ("ended", False),
    ],
)
def test_two_people_have_met_once_there_was_a_visit(state, met):
    found = context(rows={"matches": [match(state)]})
    assert found.history.have_met("M1", "B1") is met
    assert not found.history.have_met("M2", "B1")


# --- habits --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("journey_minutes", "minutes_a_week"),
    [
        (0, 45),  # (60 + 0 + 15 + 15) × 2 / 4 = 45
        (15, 60),  # (60 + 30 + 30) × 2 / 4 = 60
        (16, 61),  # (60 + 32 + 30) × 2 / 4 = 61
        (30, 75),  # (60 + 60 + 30) × 2 / 4 = 75
    ],
)
def test_minutes_a_week_count_both_ways_write_up_and_debrief(journey_minutes, minutes_a_week):
    person = context().beneficiaries["B1"]
    assert Habits().weekly_minutes(person, journey_minutes) == minutes_a_week


@pytest.mark.parametrize(
    ("cells", "minutes_a_week"),
    [
        ({"session_minutes": 61}, 46),  # (61 + 30) × 2 / 4 = 45.5, rounded up
        ({"meetings_a_month": 4}, 90),  # (60 + 30) × 4 / 4
        ({"meetings_a_month": 1}, 23),  # (60 + 30) × 1 / 4 = 22.5, rounded up
    ],
)
def test_a_persons_own_figures_beat_the_usual_ones(cells, minutes_a_week):
    person = context(beneficiary=cells).beneficiaries["B1"]
    assert Habits().weekly_minutes(person, 0) == minutes_a_week
