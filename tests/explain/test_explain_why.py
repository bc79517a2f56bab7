"""Why a match and why not another, part by part, on the tiny round."""

from __future__ import annotations

import pytest

from matchmaker.engine import Study, propose, why
from matchmaker.errors import ArgumentError
from matchmaker.explain.why import Why
from matchmaker.explain.why_not import WhyNot
from matchmaker.policy import Policy
from tests.counts import SEED
from tests.oracles.test_oracle_rounds import small_round
from tests.rules.judging import apart, cleared, decision, round_of

POLICY = Policy.standard()
vetoed = decision("veto", beneficiary="B1", mentors=["M1", "M2"], company="paired")


def study_of(round_) -> Study:
    return Study(round_, POLICY, propose(round_, POLICY))


@pytest.mark.parametrize("seed", range(SEED, SEED + 20))
def test_what_speaks_for_a_match_adds_up_beside_the_next(seed):
    round_ = small_round(seed)
    proposal = propose(round_, POLICY)
    study = Study(round_, POLICY, proposal)
    for match in proposal.matches:
        found = study.why(match.beneficiary)
        assert (found.mentors, found.company) == (match.mentors, match.company)
        if found.beside:
            fits = {(other.mentors, other.company): other.fit for other in match.alternatives}
            next_fit = next(fit for (mentors, _), fit in fits.items() if mentors == found.next_mentors)
            difference = sum(each.here - each.there for each in found.beside)
            assert difference == match.fit - next_fit
        assert all(other.mentors != match.mentors for other in found.others)
        assert len({other.mentors for other in found.others}) == len(found.others)
    for entry in proposal.unmatched:
        found = study.why(entry.beneficiary)
        assert (found.mentors, found.company, found.beside) == ((), None, ())
        assert found.sentences[0] == f"{entry.beneficiary} has no suggestion yet."
        assert proposal.status != "impossible" or not found.others


def test_one_question_is_a_study_of_its_own():
    round_ = round_of()
    proposal = propose(round_, POLICY)
    (match,) = proposal.matches
    found = why(round_, POLICY, proposal, beneficiary=match.beneficiary)
    assert isinstance(found, Why)
    assert found == Study(round_, POLICY, proposal).why(match.beneficiary)


def test_what_keeps_two_people_apart_is_the_only_thing_said_of_them():
    """M1 also lacks what the rules ask for; next to the row that keeps them apart nothing of it is told."""
    rows = {"keep_apart": [apart("M1", "B1")]}
    round_ = round_of(mentor={"languages": ["Welsh"]}, rows=rows)
    found = study_of(round_).why_not("M1", "B1")
    assert isinstance(found, WhyNot)
    assert {way.stands for way in found.ways} == {"closed"}
    assert {each.code for way in found.ways for each in way.obstacles} == {"kept-apart"}
    assert "M1 and B1 are not to be introduced." in found.sentences


def test_of_two_who_are_kept_apart_that_is_all_that_is_said():
    """It closes meeting alone and jointly; told once, and nothing else."""
    found = study_of(round_of(rows={"keep_apart": [apart("M1", "B1")], "teams": []})).why_not("M1", "B1")
    assert found.sentences == ("M1 and B1 are not to be introduced.",)


def test_every_way_says_what_closes_it():
    """The same reason closes meeting alone and jointly: it stands under both."""
    found = study_of(round_of(second={"languages": ["Welsh"]}, rows={"teams": []})).why_not("M2", "B1")
    assert found.sentences == (
        "Alone: it is closed.",
        "M2 and B1 have no language in common.",
        "Together with their worker: it is closed.",
        "M2 and B1 have no language in common.",
    )


TEAM = "With a second mentor, M2: "


@pytest.mark.parametrize(
    ("different", "said"),
    [
        ({}, ("it could be tried.",)),
        ({"second": {"languages": ["Welsh"]}}, ("it is closed.", "M2 and B1 have no language in common.")),
        ({"rows": {"decisions": [vetoed]}}, ("it was decided against.",)),
        ({"rows": {"keep_apart": [apart("M2", "B1")]}}, ("it is closed.",)),
        ({"rows": {"keep_apart": [apart("M1", "M2")]}}, ("it is closed.",)),
        ({"second": {"available": False}}, ("it is closed.",)),
        ({"beneficiary": {"dual_worked": True}}, ("it is closed.",)),
    ],
    ids=["open", "closed", "vetoed", "one kept apart", "each other", "on a break", "two workers"],
)
def test_a_team_is_a_way_like_any_other(different, said):
    """B1 could also meet M1 and M2 as the team they are; what is the matter with M2 is not told of M1.

    Where two are kept apart no more is said than where one of them is on a break, or two workers always visit.
    """
    found = study_of(round_of(**different)).why_not("M1", "B1")
    way, sentences = found.ways[-1], found.sentences
    assert (way.company, way.second) == ("paired", "M2")
    here = sentences.index(TEAM + said[0])
    end = sentences.index("What it would mean for others:") if found.for_others else None
    assert sentences[here:end] == (TEAM + said[0], *said[1:])


def test_either_may_lead_so_the_one_with_less_in_the_way_is_told():
    """M1 may not lead a visit to court, M2 may: with M2 in the lead only M1's step as second is closed."""
    steps = [cleared("court", "shadowed"), cleared("court", "alone", mentor="M2")]
    round_ = round_of(beneficiary={"wants_to_do": ["court"]}, rows={"clearances": steps})
    way = study_of(round_).why_not("M1", "B1").ways[-1]
    assert (way.company, way.stands, way.second) == ("paired", "closed", "M2")
    assert [each.code for each in way.obstacles if each.closes] == ["clearance"]


def test_a_proposal_that_is_not_open_today_is_refused():
    round_ = round_of()
    proposal = propose(round_, POLICY)
    (match,) = proposal.matches
    other = match.model_copy(update={"mentors": ("M99",)})
    with pytest.raises(ArgumentError, match="not open today"):
        Study(round_, POLICY, proposal.model_copy(update={"matches": (other,)})).why("B1")
