"""From one month to the next: what was decided is what the round says; by hand, and for random rounds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import matchmaker as mm
from matchmaker.domain.context import Context
from matchmaker.errors import InputErrors
from tests.counts import SEED, count
from tests.rounds import random_round
from tests.rules.judging import TODAY, answer, apart, day, decision, match, round_of

ACCEPT = decision("accept", beneficiary="B1", mentors=["M1"])


def after(*made: Any, as_of: date | None = None, **different: Any) -> mm.Round:
    """Propose for the tiny round, decide so, and return the next round."""
    round_ = round_of(**different)
    decisions = [mm.Decision.from_dict(each) for each in made]
    return mm.next_round(round_, mm.propose(round_), decisions, as_of=as_of)


def test_an_accepted_introduction_becomes_a_match_that_uses_places_and_hours():
    """The proposal is M1 or M2 alone or jointly; M2 is away, so it is M1. N1 had 4 visits, N2 3 places."""
    later = after(
        ACCEPT,
        mentor={"navigator": "N1"},
        second={"available": False},
        navigator={"supervision_places": 3},
    )
    (row,) = later.matches
    assert (row.id, row.beneficiary, row.mentors, row.state) == ("D-accept", "B1", ("M1",), "mentor_asked")
    assert (row.tasks, row.started_on) == (("coffee_walk",), TODAY)
    (n1, n2) = later.navigators
    assert (n1.first_visits_free, n2.first_visits_free) == (4 - 2, 4)
    assert n1.supervision_places == 3 - 1
    assert later.decisions == ()
    assert Context(later).requests == ()
    assert mm.propose(later).matches == ()


def test_who_was_accepted_jointly_stays_joint_and_another_way_can_be_accepted_too():
    round_ = round_of()
    proposal = mm.propose(round_)
    (suggested,) = proposal.matches
    other = suggested.alternatives[0]
    made = mm.Decision.from_dict(
        ACCEPT | {"mentors": list(other.mentors), "company": other.company, "id": "D9"}
    )
    (row,) = mm.next_round(round_, proposal, [made]).matches
    assert (row.mentors, row.company) == (other.mentors, other.company)


def test_the_day_is_that_of_the_last_decision_or_the_one_that_is_named():
    assert after().as_of == TODAY
    late = ACCEPT | {"at": "2026-10-07 16:00"}
    assert after(late, second={"available": False}).as_of == day(2)
    assert after(as_of=day(28)).as_of == day(28)


def test_none_for_now_is_maybe_later_and_loses_nothing_else():
    later = after(decision("none_for_now", beneficiary="B1"))
    (person,) = later.beneficiaries
    assert (person.wants, person.wants_to_do, person.asked_on) == ("maybe_later", ("coffee_walk",), day(-30))
    again = mm.propose(later)
    assert (again.matches, again.unmatched) == ((), ())


def test_answers_become_rows_and_the_later_one_counts():
    """The row of yesterday said no; today's decision says yes."""
    rows = {"answers": [answer("known-area/B1/M1", "no"), answer("known-area/B1/M2", "no")]}
    made = decision("answer", question="known-area/B1/M1", answer="yes")
    later = after(made, rows=rows)
    assert {(row.question, row.answer, row.by) for row in later.answers} == {
        ("known-area/B1/M1", "yes", "N1"),
        ("known-area/B1/M2", "no", "N1"),
    }
    assert later.decisions == ()


def test_a_lifted_row_goes_and_one_that_was_only_forgotten_holds():
    rows = {"keep_apart": [apart("M1", "B1"), apart("M2", "B1")]}
    later = after(decision("lift", row="keep_apart/B1/M1"), rows=rows)
    assert [row.key for row in later.keep_apart] == ["keep_apart/B1/M2"]
    forgotten = later.revised(keep_apart=())
    assert {m.mentors for m in mm.propose(forgotten).matches} == {("M1",)}


def test_a_lift_from_before_the_proposal_says_nothing_of_a_row_that_stands():
    """Whoever wrote the row after the lift means it, and it holds even when it goes missing one day."""
    rows = {"keep_apart": [apart("M1", "B1")]}
    lift = decision("lift", row="keep_apart/B1/M1")
    later = after(rows=rows | {"decisions": [lift]})
    assert [row.key for row in later.keep_apart] == ["keep_apart/B1/M1"]
    assert later.previous
    assert [row.key for row in later.previous.keep_apart] == ["keep_apart/B1/M1"]


def test_a_match_ends_pauses_or_changes():
    rows = {"matches": [match("active", company="alone")]}
    ended = decision("end", match="X1", end_reason="aims_met", end_manner="planned_goodbye")
    (row,) = after(ended, rows=rows).matches
    assert (row.state, row.ended_on, row.end_reason, row.end_manner) == (
        "ended", TODAY, "aims_met", "planned_goodbye",
    )  # fmt: skip
    (row,) = after(decision("pause", match="X1"), rows=rows).matches
    assert row.state == "paused"
    (row,) = after(decision("change_company", match="X1", company="joint"), rows=rows).matches
    assert (row.company, row.state) == ("joint", "active")


def test_a_worker_is_switched_for_a_person_or_for_a_mentor():
    later = after(
        decision("switch_navigator", beneficiary="B1", navigator="N2"),
        decision("switch_navigator", mentors=["M1"], navigator="N1") | {"id": "D2"},
    )
    assert later.beneficiaries[0].navigator == "N2"
    assert [mentor.navigator for mentor in later.mentors] == ["N1", "N2"]


def test_what_still_holds_comes_along_and_what_is_over_does_not():
    about = {"beneficiary": "B1", "mentors": ["M1"]}
    made = [
        decision("veto", **about),
        decision("reject", **about, reason="not now"),  # for 90 days
        decision("hold", beneficiary="B1", mentors=["M2"], until=day(20)),
        decision("pin", beneficiary="B1", mentors=["M2"]),  # about this meeting only
        decision("need_information", beneficiary="B1", reason="which days?"),
    ]
    kinds = {20: {"veto", "reject", "hold"}, 21: {"veto", "reject"}, 90: {"veto", "reject"}, 91: {"veto"}}
    for days, expected in kinds.items():
        assert {each.kind for each in after(*made, as_of=day(days)).decisions} == expected


def test_a_court_date_that_has_passed_is_cleared_and_one_to_come_is_kept():
    """Otherwise the next round would be refused for an appointment in the past."""
    needed = {"beneficiary": {"needed_on": "2026-10-19 10:00"}}
    assert after(as_of=day(14), **needed).beneficiaries[0].needed_on is not None
    assert after(as_of=day(15), **needed).beneficiaries[0].needed_on is None


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ([decision("accept", beneficiary="B1", mentors=["M1"])], "ask first"),
        ([decision("accept", beneficiary="B1", mentors=["M1", "M2"])], "not suggested"),
        ([decision("pin", beneficiary="B1", mentors=["M1"]) | {"at": "2026-10-06 09:00"}], "made after"),
        ([decision("pause", match="X1")], "has ended"),
        ([decision("switch_navigator", beneficiary="B1", navigator="N2")], "makes N2 their worker"),
        (
            [decision("none_for_now", beneficiary="B1"), decision("none_for_now", beneficiary="B1") | {"id": "D2"}],
            "once more",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_what_to_do_instead(made, says):
    rows = {"matches": [match("ended", id="X1", end_reason="moved_area", mentor="M2")]}
    rows["keep_apart"] = [apart("N2", "B1")]
    with pytest.raises(InputErrors) as error:
        after(*made, as_of=TODAY, beneficiary={"dual_worked": None}, second={"available": False}, rows=rows)
    (problem,) = error.value.problems
    assert says in problem.message
    assert problem.advice.startswith("Maybe ")
    assert problem.where.startswith("decision D")


def test_all_misfits_are_named_at_once():
    made = [
        decision("pause", match="X1"),
        decision("end", match="X1", end_reason="crisis", end_manner="sudden"),
    ]
    rows = {"matches": [match("ended", id="X1", end_reason="moved_area", mentor="M2")]}
    with pytest.raises(InputErrors) as error:
        after(*made, rows=rows)
    assert len(error.value.problems) == 2


def test_who_is_accepted_and_rejected_at_once_is_refused():
    about = {"beneficiary": "B1", "mentors": ["M1"]}
    with pytest.raises(InputErrors, match="rules out"):
        after(ACCEPT, decision("reject", **about, reason="not now"), second={"available": False})


def test_the_proposal_of_another_policy_is_refused_and_with_it_at_hand_three_visits_are_counted():
    """Housing First sets three visits aside where the standard sets two: 4 − 3 are left."""
    housing = mm.Policy.preset("housing-first")
    both = {"likes": ["chess", "tea"]}
    round_ = round_of(mentor=both, second={"available": False}, beneficiary=both)
    proposal = mm.propose(round_, housing)
    accept = mm.Decision.from_dict(ACCEPT)
    with pytest.raises(InputErrors, match="another policy"):
        mm.next_round(round_, proposal, [accept])
    later = mm.next_round(round_, proposal, [accept], policy=housing)
    assert later.navigators[0].first_visits_free == 4 - 3


def test_none_for_now_until_a_day_is_over_after_it():
    made = decision("none_for_now", beneficiary="B1", until=day(10))
    for days, waiting in ((10, ()), (11, ("B1",))):
        later = after(made, as_of=day(days))
        assert later.beneficiaries[0].wants == "yes"
        assert tuple(person.id for person in Context(later).requests) == waiting


def test_the_new_worker_makes_the_visits():
    """B1 goes over from N1 to N2, who had 4 visits free and makes these two."""
    switch = decision("switch_navigator", beneficiary="B1", navigator="N2")
    later = after(ACCEPT, switch, second={"available": False})
    assert [worker.first_visits_free for worker in later.navigators] == [4, 4 - 2]


def test_the_proposal_of_another_round_is_refused():
    other = round_of(beneficiary={"likes": ["chess"]})
    with pytest.raises(InputErrors, match="another round"):
        mm.next_round(round_of(), mm.propose(other))


@pytest.mark.parametrize("number", range(count("next_rounds")))
def test_nobody_accepted_is_moved_in_random_rounds(number):
    """Every second ready suggestion is accepted: next month it is a match, and the plan keeps every limit."""
    round_ = random_round(SEED + number, mentors=5, beneficiaries=6, previous=number % 2 == 0)
    proposal = mm.propose(round_)
    ready = [each for each in proposal.matches if each.state == "ready"][::2]
    made = [
        mm.Decision.from_dict(
            {"id": f"D{n}", "actor": "Sam", "at": f"{round_.as_of}T09:30", "kind": "accept"}
            | {"beneficiary": each.beneficiary, "mentors": list(each.mentors), "company": each.company}
        )
        for n, each in enumerate(ready)
    ]
    later = mm.next_round(round_, proposal, made, as_of=round_.as_of + timedelta(28))
    assert mm.Round.from_json(later.to_json()) == later
    again = mm.propose(later)
    asked = {m.beneficiary for m in again.matches} | {u.beneficiary for u in again.unmatched}
    assert not asked & {each.beneficiary for each in ready}
    kept = {(m.beneficiary, m.mentors) for m in Context(later).under_way}
    assert {(each.beneficiary, each.mentors) for each in ready} <= kept
    assert again.previous_hash
