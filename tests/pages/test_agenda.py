"""Whoever has no suggestion is named in the order of their wait, and codes in the order people count."""

from __future__ import annotations

import re

from matchmaker.domain.proposal import Unmatched
from matchmaker.pages.pack import pack_page
from matchmaker.pages.pack.first import first
from matchmaker.pages.pack.not_yet import not_yet
from matchmaker.pages.pack.view import View
from matchmaker.pages.setting import in_turn
from matchmaker.pages.summary import summary
from tests.cli.hamlet import hamlet, person
from tests.pages.pack.packs import POLICY, Seen, agenda

ASKED = {"B10": "2026-09-07", "B3": "2026-09-07", "B2": "2026-10-05", "B1": "2026-11-09", "B20": "2026-08-03"}
IN_TURN = ["B20", "B3", "B10", "B2", "B1"]
"""The earliest day first; of one day B3 before B10."""


def waiting():
    people = [person(code, f"Person {code}", asked_on=day) for code, day in ASKED.items()]
    without = tuple(Unmatched(beneficiary=code) for code in sorted(ASKED))
    return agenda(hamlet(beneficiaries=people, situations=[]), matches=(), unmatched=without)


def test_whoever_waits_longest_is_named_first_on_every_page():
    made = waiting()
    assert [entry.beneficiary for entry in made.without] == IN_TURN
    for room in (False, True):
        view = View(made, room)
        assert [code for code, _ in first(view).without] == IN_TURN
        assert [entry.code for entry in not_yet(view)] == IN_TURN
        text = Seen(pack_page(made, room=room)).text
        assert re.findall(r"Person (B[0-9]+)", text)[: 2 * len(IN_TURN)][: len(IN_TURN)] == IN_TURN
    text = summary(made.context.round, POLICY, proposal=made.proposal)
    assert re.findall(r"^(B[0-9]+) Person", text, re.MULTILINE) == IN_TURN


def test_a_proposal_keeps_its_own_order():
    assert [entry.beneficiary for entry in waiting().proposal.unmatched] == ["B1", "B10", "B2", "B20", "B3"]


def test_codes_are_put_in_order_as_people_count():
    codes = ["M2", "B10", "B3", "B03", "X", "3", "B3a", "B3-10", "B3-9", "coordinator"]
    assert sorted(codes, key=in_turn) == [
        "3", "B3", "B03", "B3-9", "B3-10", "B3a", "B10", "M2", "X", "coordinator",
    ]  # fmt: skip
