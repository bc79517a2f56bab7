"""Who is kept from whom, and from what: rows of today, rows that are gone, and what was answered; by hand."""

import json
from typing import Any

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.decided import Decided
from matchmaker.domain.protection import Protection
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.verify.absolute_facts import facts_of
from tests.rules.judging import answer, apart, day, decision, match, round_of

PARK = {"who": "B1", "kind": "park"}
EMPTY: Any = propose(round_of(beneficiary={"wants": "no"}), Policy.standard()).model_dump(mode="json")


def protection(*, before=None, decisions=(), **rows) -> Protection:
    earlier = {"previous": {"proposal": EMPTY, **before}} if before is not None else {}
    round_ = round_of(rows={**rows, **earlier, "decisions": list(decisions)})
    return Protection(round_, Decided(round_))


def key(collection: str, row) -> str:
    (found,) = getattr(round_of(rows={collection: [row]}), collection)
    return str(found.key)


def test_kept_apart_is_kept_apart_from_either_side():
    found = protection(keep_apart=[apart("M1", "B1")])
    assert found.kept_apart("M1", "B1")
    assert found.kept_apart("B1", "M1")
    assert not found.kept_apart("M2", "B1")
    assert not found.kept_apart("M1", "M1")


def test_a_row_that_is_gone_holds_until_it_is_lifted():
    row = apart("M1", "B1")
    assert not protection().kept_apart("M1", "B1")
    assert protection(before={"keep_apart": [row]}).kept_apart("M1", "B1")
    lift = decision("lift", row=key("keep_apart", row))
    assert not protection(before={"keep_apart": [row]}, decisions=[lift]).kept_apart("M1", "B1")


def test_lifting_one_of_two_reasons_leaves_the_other():
    rows = [apart("M1", "B1", kind="no_contact"), apart("M1", "B1", kind="declined_before")]
    lift = decision("lift", row=key("keep_apart", rows[1]))
    found = protection(before={"keep_apart": rows}, decisions=[lift])
    assert [row.kind for row in found.keep_apart] == ["no_contact"]
    assert found.kept_apart("M1", "B1")


def test_a_row_of_today_holds_whatever_was_lifted():
    lift = decision("lift", row=key("avoid", PARK))
    assert [row.kind for row in protection(avoid=[PARK], decisions=[lift]).avoids("B1")] == ["park"]


def test_the_same_row_then_and_now_is_one_row():
    assert len(protection(before={"avoid": [PARK]}, avoid=[PARK]).avoid) == 1


@pytest.mark.parametrize(("said", "apart_"), [("yes", True), ("no", False)])
def test_who_answered_that_they_know_each_other_is_kept_apart(said, apart_):
    key_ = "known-area/B1/M1"
    by_row = protection(answers=[answer(key_, said)])
    by_decision = protection(decisions=[decision("answer", question=key_, answer=said)])
    for found in (by_row, by_decision):
        assert found.kept_apart("M1", "B1") is apart_
        assert not found.kept_apart("M2", "B1")


def test_another_question_answered_yes_keeps_nobody_apart():
    assert protection(answers=[answer("dual-worked/B1", "yes")]).keep_apart == ()


@pytest.mark.parametrize(("state", "apart_"), [("declined", True), ("active", False), ("requested", False)])
def test_who_was_declined_once_is_not_suggested_again(state, apart_):
    assert protection(matches=[match(state)]).kept_apart("B1", "M1") is apart_


def test_a_mentor_is_kept_from_situations_and_from_nobody_by_that():
    found = protection(keep_apart=[{"one": "M1", "situation": "crowds"}])
    assert found.kept_from("M1") == {"crowds"}
    assert found.kept_from("M2") == frozenset()
    assert not found.kept_apart("M1", "B1")


def test_times_to_avoid_are_joined_and_are_ones_own():
    times = [{"who": "B1", "time": time} for time in ("Mon 10:00-11:00", "Mon 11:00-12:00")]
    found = protection(avoid=[*times, PARK])
    assert [str(time) for time in found.avoided_times("B1")] == ["Mon 10:00-12:00"]
    assert found.avoided_times("M1") == ()
    assert [row.kind for row in found.avoids("B1") if row.kind] == ["park"]


def test_a_match_that_ended_well_keeps_nobody_apart():
    ended = {"ended_on": day(-3), "end_manner": "planned_goodbye", "end_reason": "aims_met"}
    assert not protection(matches=[match("ended", **ended)]).kept_apart("B1", "M1")


def test_a_match_that_was_ended_because_they_know_each_other_keeps_them_apart_from_that_decision_on():
    made = decision("end", match="X1", end_reason="known_to_each_other", end_manner="sudden")
    for reason, expected in (("known_to_each_other", True), ("aims_met", False)):
        rows = {"matches": [match("active", company="joint")], "decisions": [made | {"end_reason": reason}]}
        assert Context(round_of(rows=rows)).protection.kept_apart("B1", "M1") is expected
        told = facts_of(json.loads(round_of(rows=rows).to_json()), 60)
        assert ("keep_apart/B1/M1" in told.apart) is expected
