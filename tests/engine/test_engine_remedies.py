"""A proposal with what would help: verified remedies only, and nothing half tried."""

from __future__ import annotations

from matchmaker.domain.proposal import Proposal
from matchmaker.engine import Study, propose
from matchmaker.engine.remedies import with_remedies
from matchmaker.plan import Search
from matchmaker.plan.clock import Clock
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.limits.judging import crowd, like_b1
from tests.oracles.test_oracle_rounds import small_round

POLICY = Policy.standard()
ROOMY = {"people_at_once": 9, "hours_per_week": 20}


def told(round_, seconds=600.0) -> tuple[Proposal, str]:
    proposal = propose(round_, POLICY)
    study = Study(round_, POLICY, proposal)
    return with_remedies(proposal, study, clock=Clock.of(Search(seconds=seconds)))


def test_what_was_seen_to_help_is_kept_with_the_gain():
    """Three people and a worker with four visits, two for each: two more are missing."""
    round_ = crowd(others=like_b1("B2", "B3"), mentor=ROOMY, second=ROOMY)
    proposal, note = told(round_)
    (entry,) = proposal.unmatched
    (remedy,) = (each for each in entry.remedies if "introduction visits" in each.change)
    assert remedy.change.startswith("N1 finds time for 2 more introduction visits. Then ")
    assert remedy.verified
    assert remedy.gain is not None
    assert remedy.gain[:2] == (0, 1)
    assert note == ""
    assert verify(round_, POLICY, proposal) == ()


def test_without_time_nothing_is_told_but_that():
    round_ = crowd(others=like_b1("B2", "B3"), mentor=ROOMY, second=ROOMY)
    proposal, note = told(round_, seconds=0.001)
    assert [entry.remedies for entry in proposal.unmatched] == [()]
    assert note == "For 1 person without a suggestion there was no time to look for what would help."


def test_the_rest_of_a_proposal_stays_as_it_is():
    helped = 0
    for seed in range(20):
        round_ = small_round(seed)
        proposal, _ = told(round_)
        helped += any(entry.remedies for entry in proposal.unmatched)
        bare = propose(round_, POLICY)
        plain = tuple(entry.model_copy(update={"remedies": ()}) for entry in proposal.unmatched)
        assert proposal.model_copy(update={"unmatched": plain}) == bare
        assert verify(round_, POLICY, proposal) == ()
    assert helped >= 5
