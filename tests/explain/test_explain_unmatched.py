"""Why nobody yet: which rules, what to find out, and who else needs the same; by hand."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.explain.unmatched import unmatched as unmatched_of
from matchmaker.limits import Limit
from matchmaker.pages.summary import summary
from matchmaker.policy import Policy
from tests.explain.plans import plan_of, room_and_ledger
from tests.limits.judging import crowd, like_b1
from tests.rules.judging import apart, comfort, likely, match, round_of

POLICY = Policy.standard()


def unmatched(**different):
    """Return the one entry of B1, who got nobody."""
    proposal = propose(round_of(**different), POLICY)
    assert proposal.matches == ()
    (entry,) = proposal.unmatched
    assert entry.beneficiary == "B1"
    return entry


def told(entry):
    return [(objection.code, objection.mentors) for objection in entry.objections]


def test_each_mentor_counts_for_every_rule_that_alone_stands_in_the_way():
    """M1 is away and speaks another language; M2 only the latter: 2 and 1, the greater number first."""
    polish = {"languages": ["Polish"]}
    entry = unmatched(mentor=polish | {"available": False}, second=polish)
    assert told(entry) == [("language", 2), ("on-a-break", 1)]


def test_rules_that_only_together_leave_no_way_count_as_together():
    """M1 alone has no check-in plan, and jointly the wish covers a worker who is not named for it."""
    wish = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": True}
    plain = {"put_forward_for": ["a woman"], "check_in_plan": None}
    entry = unmatched(beneficiary=wish, mentor=plain, second=plain | {"available": False}, rows={"teams": []})
    assert told(entry) == [("on-a-break", 1), ("together", 1)]


def test_what_keeps_people_apart_is_named_last_and_never_counted():
    rows = {"keep_apart": [apart("M1", "B1"), apart("B1", "M2")]}
    assert told(unmatched(rows=rows)) == [("kept-apart", None)]
    assert told(unmatched(rows=rows, mentor={"available": False})) == [
        ("on-a-break", 1),
        ("kept-apart", None),
    ]


def test_what_to_find_out_is_asked_where_we_can_mend_the_rest():
    """M1 has a module to do, which we can arrange, and a supervision due; nothing brings M2 back."""
    owed = {"training": ["safety"], "supervised_on": None}
    entry = unmatched(mentor=owed, second={"available": False, "supervised_on": None})
    assert told(entry) == [("checks-and-training", 1), ("on-a-break", 1)]
    assert [(question.key, question.who) for question in entry.questions] == [("supervision/M1", "N2")]


def test_without_a_worker_that_is_what_comes_first():
    entry = unmatched(beneficiary={"navigator": "none_yet"})
    assert ("has-a-navigator", 2) in told(entry)
    assert [(question.key, question.who) for question in entry.questions] == [("navigator/B1", "coordinator")]


def two_people(**different) -> Round:
    """B2 asked later than B1, and is otherwise the same; M2 is away."""
    data = round_of(second={"available": False}, **different).model_dump(mode="json")
    person = data["beneficiaries"][0]
    data["beneficiaries"].append(person | {"id": "B2", "asked_on": "2026-10-01"})
    data["situations"] += [row | {"beneficiary": "B2"} for row in data["situations"]]
    return Round.from_dict(data)


def test_somebody_who_could_be_met_hears_what_there_is_too_little_of_and_who_has_it():
    proposal = propose(two_people(mentor={"people_at_once": 1}), POLICY)
    assert [match.beneficiary for match in proposal.matches] == ["B1"]
    (entry,) = proposal.unmatched
    assert (entry.beneficiary, entry.contested_with) == ("B2", ("B1",))
    assert ("people-at-once", 1) in told(entry)
    assert ("on-a-break", 1) in told(entry)
    assert entry.questions == ()


def test_a_worker_without_room_contests_as_well():
    proposal = propose(two_people(navigator={"first_visits_free": 2}), POLICY)
    (entry,) = proposal.unmatched
    assert entry.contested_with == ("B1",)
    assert ("introduction-visits", 1) in told(entry)


def test_no_room_at_all_is_contested_with_nobody():
    proposal = propose(two_people(navigator={"first_visits_free": 1}), POLICY)
    assert proposal.matches == ()
    assert {entry.contested_with for entry in proposal.unmatched} == {()}
    assert all(("introduction-visits", 1) in told(entry) for entry in proposal.unmatched)


def test_each_part_is_handed_the_plan_and_judges_it_alone():
    """Both mentors are away: two of them, one rule, and nothing that an answer would mend."""
    plan = plan_of(mentor={"available": False}, second={"available": False})
    room, ledger = room_and_ledger(plan)
    (entry,) = unmatched_of(plan, room, ledger=ledger)
    assert (entry.beneficiary, entry.questions, entry.contested_with) == ("B1", (), ())
    assert told(entry) == [("on-a-break", 2)]


def test_who_has_a_suggestion_is_not_among_them():
    plan = plan_of()
    room, ledger = room_and_ledger(plan)
    assert plan.chosen
    assert unmatched_of(plan, room, ledger=ledger) == ()


AT_TEN = {"needed_on": "2026-10-06 10:00"}
HIGH = [likely("high")]
NINE = {"id": "B9", "wants": "no"}
NO_ROOM: dict[str, tuple[str, dict[str, Any]]] = {
    "supervision-places": ("a worker's room to supervise", {
        "mentor": {"navigator": "N1"}, "second": {"navigator": "N1"},
        "navigator": {"supervision_places": 0}}),
    "caseload": ("supports too many people", {
        "others": like_b1(*(f"B{n}" for n in range(2, 21)), wants="no")}),
    "high-situations": ("something difficult is likely", {
        "rows": {"teams": [], "situations": [*HIGH, HIGH[0] | {"beneficiary": "B9"}],
                 "comfort": [comfort("yes"), comfort("yes", mentor="M2")],
                 "matches": [match("active", beneficiary="B9", second_mentor="M2")]},
        "others": {"B9": NINE}}),
    "one-offs": ("one-off tasks at the same time", {
        "beneficiary": AT_TEN, "others": {"B9": NINE | AT_TEN},
        "rows": {"teams": [], "matches": [match("active", beneficiary="B9", second_mentor="M2")]}}),
    "agreed-hours": ("hours a week agreed with a mentor", {
        "mentor": {"hours_per_week": 2}, "second": {"hours_per_week": 1}, "rows": {
            "teams": [], "places": [{"id": "hub_1", "label": "Hub", "kind": "office_hub"}],
            "groups": [{"id": "G1", "label": "Art", "host": "M1", "place": "hub_1",
                        "slot": "Wed 10:00-11:00", "places": 6}]}}),
}  # fmt: skip
"""What alone keeps B1 from M1 and M2, by limit; hosting takes 60 + 2 × 30 + 30 = 150 of M1's 120."""


@pytest.mark.parametrize("code", sorted(NO_ROOM))
def test_where_there_is_no_room_the_limit_is_named_in_words_for_both_mentors(code):
    words, different = NO_ROOM[code]
    round_ = crowd(**different)
    proposal = propose(round_, POLICY)
    assert proposal.matches == ()
    (entry,) = proposal.unmatched
    assert told(entry) == [(code, 2)]
    assert (entry.questions, entry.contested_with) == ((), ())
    page = " ".join(summary(round_, POLICY, proposal=proposal).split())
    assert f"What is in the way, and with how many mentors: {title(code)} (2)." in page
    assert words in title(code)
    whose = (
        "has no room left" if limit(code).whose == "mentor" else "could meet somebody, but we have no room"
    )
    for spare in proposal.mentors_without_a_match:
        assert spare.reasons == (f"{whose}: {title(code)}",)


def limit(code: str) -> Limit:
    return next(limit for limit in POLICY.limits if limit.code == code)


def title(code: str) -> str:
    return limit(code).title
