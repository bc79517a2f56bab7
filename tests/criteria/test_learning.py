"""Learning and a fair share: a must task to learn 60, a nice one 30; nobody at present 25, not named 15.

60 + 25 + 15 = 100. Where learning is judged, M1 has one place and sees B2, so that no turn is added.
"""

from __future__ import annotations

import pytest

from matchmaker.domain.rows import Group
from matchmaker.domain.vocabulary import STANDARD
from tests.criteria.scoring import last_time, scored, seeing
from tests.rules.judging import Row, day

FULL: Row = {"people_at_once": 1}
LEARNS: Row = FULL | {"learning_goals": ["a coffee or a walk"]}


def stretch(mitigation: str, task: str = "coffee_walk", mentor: str = "M1") -> Row:
    return {
        "mentor": mentor, "task": task, "mitigation": mitigation, "agreed_with": "N2", "agreed_on": day(-9),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("company", "rows", "expected"),
    [
        ("joint", [], 0),
        ("joint", [stretch("joint")], 60),
        ("alone", [stretch("joint")], 0),  # without the support that was agreed it does not count
        ("paired", [stretch("joint")], 0),
        ("paired", [stretch("paired")], 60),
        ("joint", [stretch("paired")], 60),  # with the worker is as much support (as the clearance rule)
        ("alone", [stretch("paired")], 0),
        ("joint", [stretch("joint", "leisure")], 30),  # the nice task
        ("alone", [stretch("joint", "leisure")], 0),
        ("joint", [stretch("joint"), stretch("joint", "leisure")], 60),  # the must task counts, once
        ("joint", [stretch("joint", "court")], 0),  # nobody asked for it
        ("joint", [stretch("joint", mentor="M2")], 0),  # M2 does not go
    ],
)
def test_a_stretch_counts_with_the_support_that_was_agreed(company, rows, expected):
    person = {"nice_tasks": ["leisure"]}
    given = {"rows": {"stretch": rows}, "matches": seeing("B2"), "company": company}
    assert scored("learning", person, FULL, **given).points == expected


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ([], 0),
        (["coffee_walk"], 60),
        (["Coffee  walk"], 60),
        (["a coffee or a walk", "leisure"], 60),
        (["something to do together"], 30),
        (["coffee"], 0),
        (["court"], 0),
    ],
)
def test_a_goal_is_named_by_the_words_of_the_task(goals, expected):
    person = {"nice_tasks": ["leisure"]}
    assert (
        scored("learning", person, FULL | {"learning_goals": goals}, matches=seeing("B2")).points == expected
    )


def test_a_goal_that_is_a_stretch_still_needs_its_support():
    given = {"rows": {"stretch": [stretch("joint")]}, "matches": seeing("B2")}
    assert scored("learning", {}, LEARNS, company="alone", **given).points == 0
    assert scored("learning", {}, LEARNS, company="joint", **given).points == 60


@pytest.mark.parametrize(
    ("mentor", "records", "expected"),
    [
        ({}, {}, 25),  # room and nobody
        ({"people_at_once": 0}, {}, 0),  # no room
        ({"people_at_once": 2}, {"matches": seeing("B2")}, 0),  # room for one more, but somebody already
        ({}, {"matches": seeing("B2", mentor="M2")}, 25),
        ({}, {"matches": seeing("B2", mentor="M2", second_mentor="M1")}, 0),
        ({}, {"matches": seeing("B2", state="mentor_asked")}, 0),
        ({}, {"matches": seeing("B2", state="ended")}, 25),
        ({}, {"matches": seeing("B2", state="paused")}, 25),  # resting uses no place
        ({}, {"previous": last_time()}, 40),  # 25 + 15
        ({}, {"previous": last_time("M2")}, 40),
        ({}, {"previous": last_time("M1")}, 25),
        ({"people_at_once": 2}, {"previous": last_time(), "matches": seeing("B2")}, 15),
        ({"people_at_once": 1}, {"previous": last_time(), "matches": seeing("B2")}, 0),
        (FULL, {"previous": last_time(), "matches": seeing("B2", company="group")}, 15),  # takes no place
        ({"people_at_once": 2}, {"previous": last_time(), "matches": seeing("B2", "B3")}, 0),
    ],
)
def test_whose_turn_it_is(mentor, records, expected):
    assert scored("learning", {}, mentor, **records).points == expected


def test_a_turn_is_told_kindly_and_only_as_far_as_it_is_so():
    assert scored("learning").because == "M1 has room and nobody at present"
    found = scored("learning", previous=last_time(), matches=seeing("B2"))
    assert found == (15, "M1 has room and was not suggested last time")


@pytest.mark.parametrize(("host", "expected"), [("M1", 0), ("M2", 25), ("N1", 25)])
def test_a_mentor_who_hosts_a_group_has_something_to_do(host, expected):
    group = Group.model_validate(
        {"id": "G1", "label": "Art", "host": host, "place": "P1", "slot": "Wed 13:00-15:00", "places": 6}
    )
    assert scored("learning", groups=(group,)).points == expected


def test_all_together_are_a_hundred():
    found = scored("learning", {}, {"learning_goals": ["coffee_walk"]}, previous=last_time())
    assert found == (
        60 + 25 + 15,
        "M1 would like to learn this task: a coffee or a walk; "
        "M1 has room and nobody at present, and was not suggested last time",
    )


@pytest.mark.parametrize("task", sorted(STANDARD.tasks))
def test_every_task_is_said_so_that_it_can_be_read_aloud(task):
    """Nobody learns "being met at the prison gate": a task is named behind a colon, whatever its words."""
    said = STANDARD.tasks[task].label
    found = scored(
        "learning", {"wants_to_do": [task]}, FULL | {"learning_goals": [task]}, matches=seeing("B2")
    )
    assert found == (60, f"M1 would like to learn this task: {said}")


def test_several_tasks_are_said_as_several():
    person, mentor = (
        {"wants_to_do": ["coffee_walk", "court"]},
        FULL | {"learning_goals": ["court", "coffee_walk"]},
    )
    found = scored("learning", person, mentor, matches=seeing("B2"))
    assert found == (60, "M1 would like to learn these tasks: a coffee or a walk and a day at court")


def test_of_two_mentors_the_one_who_gains_more_counts():
    """M1 has nobody: 25. M2 would learn: 60, with one place taken."""
    found = scored("learning", {}, {}, LEARNS, matches=seeing("B2", mentor="M2"))
    assert found == (60, "M2 would like to learn this task: a coffee or a walk")


def test_where_there_is_nothing_to_gain_nothing_is_said():
    assert scored("learning", {}, FULL, matches=seeing("B2")) == (0, "")
