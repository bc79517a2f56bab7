"""Which way an acceptance is about; what does not fit is tried in the tests of `next_round`."""

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.domain.proposal import Proposal
from matchmaker.engine import propose
from matchmaker.review import accepted_way
from matchmaker.review.fitting import ways_in
from tests.rules.judging import decision, round_of


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    return propose(round_of())


def accepted(mentors, company=None):
    return Decision.from_dict(decision("accept", beneficiary="B1", mentors=mentors, company=company))


def test_the_suggestion_comes_first_and_each_other_way_after_it(proposal):
    (match,) = proposal.matches
    ways = list(ways_in(proposal))
    assert ways[0] == (found := accepted_way(accepted(list(match.mentors)), proposal))
    assert found is not None
    assert [(way.mentors, way.company) for way in ways[1:]] == [
        (other.mentors, other.company) for other in match.alternatives
    ]


def test_another_way_is_found_by_its_mentors_and_company_and_nothing_else_is(proposal):
    (match,) = proposal.matches
    other = match.alternatives[-1]
    found = accepted_way(accepted(list(other.mentors), other.company), proposal)
    assert found is not None
    assert (found.mentors, found.company) == (other.mentors, other.company)
    assert accepted_way(accepted(["M1", "M2"], "group"), proposal) is None
