"""In the room no task or place that tells of health or justice stands beside a person, whatever it is called."""

from __future__ import annotations

import pytest

from matchmaker.domain.proposal import Contribution, ToAsk
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import pack_page
from matchmaker.pages.pack.introductions import introduction
from matchmaker.pages.pack.sums import wanted
from matchmaker.pages.pack.unsaid import INSTEAD, KINDS, TASKS, Unsaid
from matchmaker.pages.pack.view import View
from tests.cli.hamlet import hamlet
from tests.pages.pack.packs import Seen, agenda, view

UNSAID = {
    "appointment_health", "appointment_treatment", "court", "hospital_visit", "prison_gate_pickup",
    "prison_visit",
}  # fmt: skip
OWN = [
    {"sort": "task", "code": "zchoir", "label": "Zown task", "kinds": ["zsauna"]},
    {"sort": "kind", "code": "zsauna", "label": "Zown kind"},
    {"sort": "task", "code": "zgroup", "label": "Zgroup; in two pieces", "kinds": ["park"]},
]
PLACES = [
    {"id": "P1", "label": "Zsurgery", "kind": "gp_hospital"},
    {"id": "P2", "label": "Zsauna of ours", "kind": "zsauna"},
    {"id": "P3", "label": "Zhostel", "kind": "hostel_communal"},
    {"id": "P4", "label": "the Beck café", "kind": "cafe_public"},
]


def meeting(task: str, venue: str, because: str = "", **collections: object) -> Agenda:
    """Return a ready introduction for one task at one place, and B3 without one who would like the same."""
    data = hamlet(**collections)
    data["beneficiaries"][2]["wants_to_do"] = [task]
    made = agenda(data)
    found = next(match for match in made.proposal.matches if match.state == "ready")
    why = tuple(
        Contribution(criterion=each, points=9, weight=9, because=because)
        for each in ("interests", "learning")
    )
    met = (found.arrangements[0].model_copy(update={"task": task, "venue": venue}),)
    match = found.model_copy(update={"arrangements": met, "contributions": why})
    return Agenda(made.proposal.model_copy(update={"matches": (match,)}), made.policy, made.context)


def texts(made: Agenda) -> tuple[str, str]:
    return Seen(pack_page(made, room=True)).text, Seen(pack_page(made)).text


def test_every_task_of_ours_was_thought_about():
    assert STANDARD.tasks.keys() - TASKS == UNSAID
    assert STANDARD.tasks.keys() >= TASKS
    hidden = {"court", "gp_hospital", "prison_gate", "prison_inside", "hostel_communal", "home"}
    assert STANDARD.kinds.keys() - KINDS == hidden | {"street_outreach"}


@pytest.mark.parametrize("task", sorted(STANDARD.tasks))
def test_the_room_reads_only_the_tasks_that_are_listed(task):
    label, kind = STANDARD.tasks[task].label, STANDARD.tasks[task].kinds[0]
    because = f"both like chess; B1 would like help with {label}, which M1 knows well"
    made = meeting(task, kind, because)
    room, all_of_it = texts(made)
    place = STANDARD.kinds[kind].label
    assert f"{label} ({place})" in all_of_it
    assert f"help with {label}" in all_of_it
    assert "both like chess" in room
    assert (label in room) == (task not in UNSAID)
    assert (INSTEAD in room) == (task in UNSAID)
    assert (f"help with {label}" in room) == (task not in UNSAID)
    if task in UNSAID:
        assert f"({place})" not in room


@pytest.mark.parametrize(
    ("task", "venue"),
    [("zchoir", "P2"), ("zgroup", "park"), *(("coffee_walk", place) for place in ("P1", "P2", "P3"))],
)
def test_what_a_programme_added_itself_stays_out(task, venue):
    because = (
        "both like ZOWN  TASK; M1 would like to learn this task: zchoir; B1 looks for Zgroup; in two pieces"
    )
    room, all_of_it = texts(meeting(task, venue, because, vocabulary=OWN, places=PLACES))
    labels = {"P1": "Zsurgery", "P2": "Zsauna of ours", "P3": "Zhostel", "park": "Zgroup; in two pieces"}
    assert labels[venue] in all_of_it
    assert "zchoir" in all_of_it
    assert "z" not in room.casefold()
    assert "in two pieces" not in room


def test_a_place_that_may_be_read_is_read():
    room, _ = texts(meeting("forms_post", "P4", vocabulary=OWN, places=PLACES))
    assert "forms and post (the Beck café)" in room


def test_what_may_be_said_comes_first_and_the_rest_is_not_counted():
    data = hamlet()
    tasks = ("court", "coffee_walk", "prison_visit")
    data["beneficiaries"][2]["wants_to_do"] = list(tasks)
    there, all_of_it = view(data, room=True), view(data)
    assert Seen(str(there.tasks(tasks))).text == f"a coffee or a walk and {INSTEAD}"
    assert INSTEAD not in all_of_it.tasks(tasks)
    match = there.matches[0]
    place = "library"
    met = tuple(match.arrangements[0].model_copy(update={"task": t, "venue": place}) for t in tasks)
    match = match.model_copy(update={"arrangements": met})
    told = [Seen(str(what)).text for what in introduction(match, there).what]
    assert told == ["a coffee or a walk (a library)", INSTEAD]
    counts = [[(Seen(str(task)).text, n) for task, n in wanted(each)] for each in (there, all_of_it)]
    assert [(len(counts[0]), len(counts[1]))] == [(1, 3)], "of one person, a count would say whose it is"


def test_where_the_court_is_is_not_asked_in_the_room():
    made = agenda(hamlet(vocabulary=OWN, places=PLACES))
    keys = {"area/court": False, "area/P1": False, "area/P4": True, "minutes/Northside/Southside": True}
    for key, may in keys.items():
        question = ToAsk(key=key, ask="How far is it?", who="N1")
        assert View(made, room=True).may_ask(question) == may, key
        assert View(made).may_ask(question)
    named = ToAsk(key="minutes/a/b", ask="How many minutes is it from Northside to Zsurgery?", who="N1")
    assert not View(made, room=True).may_ask(named)


def test_names_are_found_as_people_write_them_and_not_inside_other_words():
    unsaid = Unsaid(agenda(hamlet(vocabulary=OWN)).context)
    assert unsaid.within("M1 would like to learn this task: A Day  at COURT")
    assert unsaid.within("B1 hopes for prison visit, which M1 enjoys too")
    assert not unsaid.within("both like courtyards")
    assert unsaid.without("both like chess; both like in two pieces; 10 minutes to travel") == (
        "both like chess", "10 minutes to travel",
    )  # fmt: skip
