"""What the golden rounds have in common; each module says itself what its `round_` is."""

import pytest

import matchmaker as mm


@pytest.fixture(scope="module")
def proposal(round_) -> mm.Proposal:
    return mm.propose(round_)


@pytest.fixture(scope="module")
def match_of(proposal):
    return {match.beneficiary: match for match in proposal.matches}
