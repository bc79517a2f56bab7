"""Below the floor no introduction yet is better than a forced one; all figures by hand.

M1 and B1, both joint (two workers always visit B1): 30 for time, 15 for the way and 30 for the company of
practicalities, times 20: 1,500; M1 has room and nobody at present, 25 × 15: 1,875. A shared like is
25 × 40 = 1,000 more.
"""

from __future__ import annotations

import pytest

from matchmaker.domain.proposal import Alternative
from matchmaker.engine import propose
from matchmaker.pages.summary import summary
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import SEED
from tests.rounds import random_round
from tests.rules.judging import day, decision, round_of

JOINT = {"dual_worked": True, "likes": ["chess"]}


def at(floor: int, **different):
    round_ = round_of(**{"beneficiary": JOINT} | different)
    policy = Policy(fit_floor=floor)
    return round_, policy, propose(round_, policy)


@pytest.mark.parametrize(("floor", "suggested"), [(0, 1), (1_874, 1), (1_875, 1), (1_876, 0), (10_000, 0)])
def test_an_option_below_the_floor_is_no_option(floor, suggested):
    _, _, proposal = at(floor)
    assert (len(proposal.matches), len(proposal.unmatched)) == (suggested, 1 - suggested)


def test_readys_bonus_and_the_price_of_a_move_are_not_what_two_people_share():
    """Ready earns 300 in the order of priorities; 1,875 stays below 1,975."""
    assert at(1_975)[2].matches == ()


def test_the_reason_is_counted_like_others_and_told_kindly():
    round_, policy, proposal = at(1_876)
    (nobody,) = proposal.unmatched
    assert [(reason.code, reason.mentors) for reason in nobody.objections] == [("fit-floor", 2)]
    text = " ".join(summary(round_, policy, proposal=proposal).split())
    assert "nobody yet who shares enough with what they hope for; 2 mentors could meet them." in text
    assert "has nobody yet who is hoping for what they could share" in text
    assert "fit-floor" not in text


def test_a_mentor_with_one_way_above_the_floor_is_not_counted():
    """M2 also likes chess: 2,875; M1 stays below."""
    _, _, proposal = at(1_876, second={"likes": ["chess"]})
    assert [match.mentors for match in proposal.matches] == [("M2",)]
    assert proposal.matches[0].alternatives == ()
    busy = at(1_876, second={"likes": ["chess"], "people_at_once": 0})[2]
    assert {(reason.code, reason.mentors) for reason in busy.unmatched[0].objections} == {
        ("fit-floor", 1), ("people-at-once", 1),
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["pin", "accept", "hold", "organic"])
def test_what_somebody_decided_to_keep_stands_whatever_the_floor(kind):
    """A pair that formed by itself is checked for safety, never optimised away."""
    until = {"until": str(day(30))} if kind == "hold" else {}
    kept = decision(kind, beneficiary="B1", mentors=["M1"], company="joint", **until)
    round_, policy, proposal = at(10_000, rows={"decisions": [kept]})
    assert [match.mentors for match in proposal.matches] == [("M1",)]
    assert verify(round_, policy, proposal) == ()


def test_who_would_like_to_hear_more_hears_of_nobody_below_it():
    curious = {"beneficiary": JOINT | {"wants": "would_like_to_hear_more"}}
    assert len(at(1_875, **curious)[2].hear_more[0].introductions) == 2
    assert at(1_876, **curious)[2].hear_more[0].introductions == ()


def test_verify_objects_to_a_suggestion_and_to_another_way_below_the_floor():
    round_, _, proposal = at(0)
    policy = Policy(fit_floor=1_876)
    forced = proposal.model_copy(update={"policy_hash": policy.fingerprint})
    assert "fit-floor" in {breach.code for breach in verify(round_, policy, forced)}
    round_, policy, sound = at(1_876, second={"likes": ["chess"]})
    (match,) = sound.matches
    other = Alternative(mentors=("M1",), company="joint", state="ready", fit=1_875)
    listed = match.model_copy(update={"alternatives": (other,)})
    found = verify(round_, policy, sound.model_copy(update={"matches": (listed,)}))
    assert [breach.code for breach in found] == ["fit-floor"]


def test_a_policy_stored_before_there_was_a_floor_keeps_its_fingerprint():
    """Fields marked as new stay outside the hash while they hold their default."""
    old = Policy.standard().as_data()
    del old["fit_floor"], old["dpia_reference"]
    assert Policy.model_validate(old).fingerprint == Policy.standard().fingerprint
    assert Policy(fit_floor=1).fingerprint != Policy.standard().fingerprint
    assert Policy(dpia_reference="DPIA 7").fingerprint != Policy.standard().fingerprint


def test_among_other_reasons_it_is_listed_with_its_count():
    round_, policy, proposal = at(1_876, second={"likes": ["chess"], "people_at_once": 0})
    text = " ".join(summary(round_, policy, proposal=proposal).split())
    assert "sharing too little yet of what they hope for (1)" in text
    assert "nobody yet who shares enough" not in text


@pytest.mark.parametrize("seed", range(SEED, SEED + 30))
def test_a_floor_only_takes_options_away_and_nothing_below_it_is_let_out(seed):
    """Random rounds: all that is suggested, listed or described reaches the floor or was pinned."""
    round_ = random_round(seed, mentors=4, beneficiaries=4, max_options=8, choices=seed % 2 == 0)
    open_ = propose(round_, Policy.standard())
    floor = sorted([match.fit for match in open_.matches] or [1_000])[-1]  # the best one stays
    policy = Policy(fit_floor=floor)
    proposal = propose(round_, policy)
    assert verify(round_, policy, proposal) == ()
    pinned = {(d.beneficiary, frozenset(d.mentors)) for d in round_.decisions if d.kind == "pin"}
    for match in proposal.matches:
        ways = [(match.fit, match.mentors), *((other.fit, other.mentors) for other in match.alternatives)]
        assert all(fit >= floor or (match.beneficiary, frozenset(who)) in pinned for fit, who in ways)
    if open_.status == proposal.status == "optimal":
        assert len(proposal.matches) <= len(open_.matches)
        assert bool(proposal.matches) == bool(open_.matches)
