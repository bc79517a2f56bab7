"""Other plans of a study: each is judged by the whole law, and a broken one is not let out."""

from __future__ import annotations

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import Study, propose
from matchmaker.engine import whole_plans as module
from matchmaker.engine.whole_plans import bare_proposal
from matchmaker.errors import ArgumentError, VerificationFailed
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from matchmaker.verify.check import plan_breaches, verify
from tests.cli.hamlet import hamlet
from tests.counts import SEED
from tests.rounds import random_round
from tests.rules.judging import decision

POLICY = Policy.standard()


def study_of(round_: Round) -> Study:
    return Study(round_, POLICY, propose(round_, POLICY))


def test_three_ideas_and_a_few_nearly_as_good():
    found = study_of(Round.from_dict(hamlet())).other_plans(near=2, loss_percent=30)
    ideas = [plan.idea for plan in found.plans]
    assert ideas[:3] == ["recommended", "fewest changes", "longest waiters"]
    assert set(ideas[3:]) == {"nearly as good"}
    assert len(ideas) <= 5
    assert found.missing == ()
    recommended = found.plans[0]
    assert recommended.sure
    assert recommended.contrast.chains == ()
    assert found.plans[1].meets == recommended.meets, "there was no proposal before this one"
    for plan in found.plans:
        gain = plan.contrast.gain
        assert gain is not None
        assert plan.totals == tuple(a + b for a, b in zip(recommended.totals, gain, strict=True))
    assert found.sentences[0].startswith("Each of these plans keeps every rule")


def test_fewest_changes_keeps_those_who_were_suggested_last_time():
    """Last month B1 was to meet M2; a move is worth nothing to the programme here, and to the idea all."""
    policy = POLICY.model_copy(update={"move_price": 0})
    first = Round.from_dict(hamlet())
    then = propose(first, policy)
    swapped = {"B1": ("M2",), "B2": ("M1",)}
    matches = tuple(m.model_copy(update={"mentors": swapped[m.beneficiary]}) for m in then.matches)
    round_ = first.with_previous(then.model_copy(update={"matches": matches}))
    proposal = propose(round_, policy)
    found = Study(round_, policy, proposal).other_plans(near=0)
    kept = found.plans[1]
    assert {(each.beneficiary, each.mentors) for each in kept.meets} == {("B1", ("M2",)), ("B2", ("M1",))}
    assert kept.as_last_time == 2
    assert "2 people would meet the same mentor as in the last proposal." in kept.sentences


def test_a_bare_proposal_is_judged_as_any_other():
    judged = 0
    for seed in range(SEED, SEED + 12):
        round_ = random_round(seed, mentors=5, beneficiaries=6, choices=seed % 2 == 0)
        plan = make_plan(round_, POLICY, search=Search())
        if plan.answer is None or not plan.chosen:
            continue
        judged += 1
        bare = bare_proposal(plan, like=propose(round_, POLICY))
        assert plan_breaches(round_, POLICY, proposal=bare) == ()
        one = bare.matches[0]
        twice = bare.model_copy(update={"matches": (*bare.matches, one)})
        assert plan_breaches(round_, POLICY, proposal=twice)
        assert verify(round_, POLICY, twice)
    assert judged > 3


def test_reasons_that_a_bare_plan_lacks_are_missed_by_verify_and_by_it_alone():
    round_ = Round.from_dict(hamlet())
    plan = make_plan(round_, POLICY, search=Search())
    bare = bare_proposal(plan, like=propose(round_, POLICY))
    assert bare.unmatched
    assert plan_breaches(round_, POLICY, proposal=bare) == ()
    assert {about for breach in verify(round_, POLICY, bare) for about in breach.about} == {"B3"}


def test_a_plan_that_breaks_the_law_is_not_let_out(monkeypatch):
    study = study_of(Round.from_dict(hamlet()))
    monkeypatch.setattr(
        module, "bare_proposal", lambda plan, like: like.model_copy(update={"matches": like.matches[:1]})
    )
    with pytest.raises(VerificationFailed, match="was not let out"):
        study.other_plans(near=0)


@pytest.mark.parametrize(
    "wrong", [{"near": -1}, {"near": True}, {"loss_percent": 101}, {"loss_percent": 2.5}]
)
def test_numbers_that_make_no_sense_are_named(wrong):
    with pytest.raises(ArgumentError, match=next(iter(wrong))):
        study_of(Round.from_dict(hamlet())).other_plans(**wrong)


def test_pins_that_cannot_be_kept_leave_nothing_to_set_beside():
    row = decision("pin", beneficiary="B4", mentors=["M1"], company="alone")
    round_ = Round.from_dict(hamlet(decisions=[{**row, "at": "2026-11-16 09:00"}]))
    found = study_of(round_).other_plans()
    assert found.plans == ()
    assert found.sentences == ("There is no plan, so there is none to set beside it.",)
