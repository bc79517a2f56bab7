"""One person at a time: what is drawn for them, what is left blank, and that nobody else plays a part."""

from collections import Counter

import pytest

from matchmaker.simulate import STYLES
from matchmaker.simulate.beneficiaries import beneficiary
from matchmaker.simulate.dice import AS_OF, Dice
from matchmaker.simulate.judgements import about_mentor, visits, vocabulary
from matchmaker.simulate.mentors import REQUIRED, mentor, teams

WYFI = STYLES["wyfi"]
WORDS = vocabulary(WYFI)
THERE = {"navigator": "N001", "areas": ("Oval", "Brixton"), "hubs": ["office_hub_1"]}
LABELS = {"N001": "Bev A"}


def mentors(count=300):
    return [mentor(place, places=THERE, figures=WYFI, seed="a") for place in range(count)]


def people(count=300, style="wyfi"):
    there = {"navigator": "N001", "areas": THERE["areas"]}
    return [beneficiary(place, places=there, figures=STYLES[style], seed="a") for place in range(count)]


def test_a_person_depends_on_nobody_else():
    assert mentors(5)[3] == mentors(9)[3]
    assert people(5)[3] == people(9)[3]


def test_everybody_has_what_is_required():
    assert all(set(row) >= set(REQUIRED) for row in mentors())
    for row in people():
        if row["wants"] == "yes":
            assert row["wants_to_do"]
            assert row["asked_on"] <= AS_OF
        else:
            assert "asked_on" not in row
        assert ("gender_wished" in row) == (row.get("gender_wish") in ("must", "prefer"))


def test_one_in_sixteen_is_a_first_pass():
    bare = sum(set(row) == set(REQUIRED) for row in mentors())
    assert 300 * 0.02 < bare < 300 * 0.12


def test_two_mentors_in_three_are_free_and_two_in_five_have_a_device():
    rows = mentors(1000)
    assert 0.62 < sum(row["available"] for row in rows) / 1000 < 0.72
    known = [row["device"] for row in rows if "device" in row]
    assert 0.35 < sum(known) / len(known) < 0.45


def test_one_offs_are_on_a_weekday_of_the_coming_weeks():
    when = [row["needed_on"] for row in people(1000) if "needed_on" in row]
    assert len(when) > 20
    assert all(0 < (moment.date() - AS_OF).days <= 42 for moment in when)
    assert all(moment.weekday() < 5 and 9 <= moment.hour <= 14 for moment in when)


@pytest.mark.parametrize("style", STYLES)
def test_people_ask_for_what_the_style_is_about(style):
    """The three likeliest of a style's own tasks are asked for by somebody."""
    wanted = Counter(task for row in people(600, style) for task in row.get("wants_to_do", ()))
    own = STYLES[style].tasks
    assert all(wanted[task] for task in sorted(own, key=lambda task: own[task])[-3:])


def test_a_first_pass_has_no_rows_yet():
    bare = {"id": "M001", "navigator": "N001"}
    assert about_mentor(bare, words=WORDS, labels=LABELS, figures=WYFI, seed="a") == ([], [], [])
    assert not list(visits({"id": "B001", "navigator": "N001"}, words=WORDS, labels=LABELS, seed="a"))


def test_steps_are_agreed_for_most_tasks_that_are_not_everyday():
    row = next(row for row in mentors() if "skills" in row)
    clearances, comfort, _ = about_mentor(row, words=WORDS, labels=LABELS, figures=WYFI, seed="a")
    further = [task.code for task in WORDS.tasks.values() if not task.everyday]
    assert len(further) / 2 < len(clearances) <= len(further)
    assert {each["task"] for each in clearances} <= set(further)
    assert {each["by"] for each in clearances} == {"Bev A"}
    assert {each["by"] for each in comfort} == {row["label"]}, "comfort is the mentor's own answer"


def test_a_visit_at_home_always_has_a_row_about_others_there():
    person = {"id": "B001", "navigator": "N001", "dislikes": [], "wants_to_do": ["home_visit"]}
    rows = list(visits(person, words=WORDS, labels=LABELS, seed="a"))
    assert "others_present" in [row["situation"] for row in rows if row["task"] == "home_visit"]


def test_a_team_is_two_mentors_of_one_worker_who_can_go_out():
    rows = [
        {"id": f"M{n}", "navigator": f"N{n % 2}", "usual_step": "shadowed" if n < 2 else "alone"}
        for n in range(24)
    ]
    found = list(teams(rows, Dice(1)))
    assert [row["id"] for row in found] == ["T001", "T002"]  # 24 mentors are two dozen: two teams
    for row in found:
        assert int(row["one"][1:]) % 2 == int(row["other"][1:]) % 2
        assert not {"M0", "M1"} & {row["one"], row["other"]}
    assert not list(teams([], Dice(1)))
