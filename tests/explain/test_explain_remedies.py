"""A remedy in words: what to do, what would come of it, and whom it would move."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from matchmaker.domain.mends import Cell, Mend
from matchmaker.explain.for_others import Move
from matchmaker.explain.remedies import TriedRemedy, tried_remedy
from matchmaker.plan import MendedPlan
from tests.rules.judging import round_of

ASK = Mend("find out", "Ask M1 about crowds.", "if they are fine with it")
ROOM = Mend("make room", "N1 finds time.", cells=(Cell("navigators", "N1", "first_visits_free", 9),))
OPTION: Any = SimpleNamespace(pair=SimpleNamespace(mentor_ids=("M1",), company="alone"), state="ready")
"""Stands in for an option: what is told of it."""
ONE = TriedRemedy("B1", (ASK, ROOM), "matched", ("M1",), "alone", "ready", (0, 1), (), True)


def test_what_then_who_then_nobody_else():
    assert ONE.sentences == (
        "Ask M1 about crowds.",
        "N1 finds time.",
        "Then, if they are fine with it, B1 could meet M1, alone.",
        "Nobody else would be moved.",
    )
    assert ONE.kind == "make room"


def test_whoever_is_moved_is_named():
    moved = replace(ONE, mends=(ROOM,), moves=(Move("B2", ("M1",), (), "alone", None),))
    assert moved.sentences[1:] == (
        "Then B1 could meet M1, alone.",
        "B2 would have no suggestion for now; it was M1.",
    )


def test_a_way_that_opens_and_is_not_taken_says_so():
    opened = replace(ONE, mends=(ASK,), comes="opened", company="joint", verified=False)
    assert opened.sentences[1:] == (
        "Then, if they are fine with it, a way would be open for B1 to meet M1, together with their worker; the "
        "plan has no room for it yet, as far as we can tell.",
    )


def test_the_same_condition_is_told_once():
    other = replace(ASK, do="Ask M2 about crowds.")
    assert replace(ONE, mends=(ASK, other)).sentences[2].startswith("Then, if they are fine with it, B1")


def test_the_cheapest_is_in_front_and_then_who_moves_fewest():
    moved = replace(ONE, moves=(Move("B2", ("M1",), (), "alone", None),))
    cheap = replace(ONE, mends=(ASK,))
    assert sorted((moved, ONE, cheap), key=lambda each: each.order) == [cheap, ONE, moved]


def test_a_proposal_keeps_it_in_one_line_and_others_get_plain_data():
    stored = ONE.as_stored
    assert (stored.change, stored.gain, stored.verified) == (" ".join(ONE.sentences), (0, 1), True)
    data = ONE.as_data()
    assert data["do"] == ["Ask M1 about crowds.", "N1 finds time."]
    assert data["given"] == ["if they are fine with it"]
    assert (data["comes"], data["gain"], data["kind"]) == ("matched", (0, 1), "make room")


def test_it_can_be_done():
    again = replace(ONE, mends=(ROOM,)).applied(round_of())
    assert [worker.first_visits_free for worker in again.navigators if worker.id == "N1"] == [9]


def test_room_that_others_take_opens_nothing():
    nothing = MendedPlan((ROOM,), (), None, (0, 1), (), True)
    assert tried_remedy(nothing, beneficiary="B1") is None


def test_a_trial_that_ended_worse_was_cut_short_and_shows_nothing():
    worse = MendedPlan((ASK,), (OPTION,), OPTION, (0, -1), (), False)
    assert tried_remedy(worse, beneficiary="B1") is None
    assert tried_remedy(replace(worse, gain=(0, 1)), beneficiary="B1") is not None
