"""The recipe: plan, put into words, verify, and only then let out."""

from __future__ import annotations

from importlib import import_module

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.domain.proposal import Proposal
from matchmaker.engine import propose
from matchmaker.errors import InputErrors, VerificationFailed
from matchmaker.policy import Policy
from tests.counts import SEED
from tests.rounds import random_round
from tests.rules.judging import decision, round_of


def test_the_standard_policy_is_meant_when_none_is_given():
    assert propose(round_of()).to_json() == propose(round_of(), Policy.standard()).to_json()


def test_a_proposal_comes_back_from_its_json_the_same():
    for seed in range(20):
        found = propose(random_round(SEED + seed, mentors=4, beneficiaries=4, previous=True, choices=True))
        assert Proposal.from_json(found.to_json()) == found


def test_nothing_that_verify_finds_fault_with_is_let_out(monkeypatch):
    """The fault is named by its code, and nobody by their id."""
    module = import_module("matchmaker.engine.propose")
    true = module.proposal_of

    def forgetful(plan):
        return true(plan).model_copy(update={"matches": (), "unmatched": ()})

    monkeypatch.setattr(module, "proposal_of", forgetful)
    with pytest.raises(VerificationFailed) as error:
        propose(round_of())
    assert "missing" in str(error.value)
    assert "M1" not in str(error.value)
    assert "B1" not in str(error.value)


def test_decisions_that_do_not_fit_the_round_are_an_input_error():
    stranger = Decision.model_validate(decision("pin", beneficiary="B9", mentors=["M1"]))
    with pytest.raises(InputErrors, match="B9"):
        propose(round_of(), decisions=[stranger])


def test_the_same_decision_again_changes_nothing_and_another_of_its_id_is_refused():
    veto = Decision.model_validate(decision("veto", beneficiary="B1", mentors=["M1"]))
    once = propose(round_of(), decisions=[veto])
    assert propose(round_of(), decisions=[veto, veto]).to_json() == once.to_json()
    other = veto.model_copy(update={"mentors": ("M2",)})
    with pytest.raises(InputErrors):
        propose(round_of(), decisions=[veto, other])


def test_two_answers_within_a_minute_are_read_alike_by_the_law_and_by_its_second_writing():
    """Of a yes and a no in the same minute the careful one counts, everywhere, and from JSON as well."""
    made = {"actor": "Sam", "kind": "answer", "question": "dual-worked/B1", "at": "2026-10-05T09:00"}
    decisions = [{"id": "D1", "answer": "yes", **made}, {"id": "D2", "answer": "no", **made}]
    round_ = round_of(beneficiary={"dual_worked": None}, rows={"decisions": decisions})
    again = type(round_).from_json(round_.to_json())
    assert again == round_
    assert propose(again).to_json() == propose(round_).to_json()
    assert {match.company for match in propose(round_).matches} == {"joint"}
