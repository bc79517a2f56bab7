"""What would help: every remedy that is told does what it says once it is done, and costs nobody more."""

from __future__ import annotations

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.domain.proposal import Unmatched
from matchmaker.engine import Study, propose, what_would_help
from matchmaker.engine.trying import remedies_for
from matchmaker.errors import ArgumentError
from matchmaker.explain.ledger import Ledger
from matchmaker.explain.room import Room
from matchmaker.explain.waiting import Waiting
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import SEED, count
from tests.oracles.test_oracle_rounds import small_round
from tests.rules.judging import cleared, comfort, likely, round_of

POLICY = Policy.standard()
SEARCH = Search(seconds=600)
BATCH = 25
GUARDS = {"kept-apart", "dual-worked", "on-a-break", "wants-a-mentor", "clearance", "situation",
          "lone-working", "checks-and-training", "venue-access"}  # fmt: skip
"""Rules that keep somebody safe, or are somebody's own word: nobody suggests to set them aside."""


def way(option):
    return option.pair.beneficiary.id, frozenset(option.pair.mentor_ids), option.pair.company


@pytest.mark.parametrize("start", range(0, count("helped_rounds"), BATCH))
def test_what_is_said_to_help_helps_when_it_is_done(start):
    told = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        round_ = small_round(seed)
        proposal = propose(round_, POLICY, search=SEARCH)
        study = Study(round_, POLICY, proposal, search=SEARCH)
        before = {way(option) for option in make_plan(round_, POLICY, search=SEARCH).options}
        for entry in proposal.unmatched:
            for found in study.what_would_help(entry.beneficiary):
                told += 1
                again = found.applied(round_)
                after = propose(again, POLICY, search=SEARCH)  # verified as every proposal is
                assert found.verified, (seed, found.sentences)
                assert tuple(new - old for new, old in zip(after.totals, proposal.totals, strict=True)) == (
                    found.gain
                ), (seed, found.sentences)
                suggested = {(m.beneficiary, m.mentors, m.company) for m in after.matches}
                claimed = (entry.beneficiary, found.mentors, found.company)
                assert (claimed in suggested) == (found.comes == "matched"), (seed, found.sentences)
                opened = {way(option) for option in make_plan(again, POLICY, search=SEARCH).options} - before
                if found.comes == "opened":
                    assert (entry.beneficiary, frozenset(found.mentors), found.company) in opened
                elsewhere = {move.beneficiary for move in found.moves}
                assert entry.beneficiary not in elsewhere
                assert elsewhere == {
                    person
                    for person in {m.beneficiary for m in (*after.matches, *proposal.matches)}
                    if person != entry.beneficiary and _of(after, person) != _of(proposal, person)
                }
                decisions = [row for mend in found.mends for _, row in mend.rows if isinstance(row, Decision)]
                waived = {decision.rule for decision in decisions}
                assert not waived & (GUARDS | {"gender-wish"})
    if start == 0:
        assert told > 10


def _of(proposal, person):
    return next(
        ((frozenset(m.mentors), m.company) for m in proposal.matches if m.beneficiary == person), None
    )


@pytest.mark.parametrize("start", range(0, count("reason_rounds"), BATCH))
def test_everybody_without_a_suggestion_has_a_reason_that_verify_confirms(start):
    """`verify` looks at the first reason of everybody; see the lies `no_reason` and `reason_that_is_none`."""
    for seed in range(SEED + start, SEED + start + BATCH):
        round_ = small_round(seed)
        proposal = propose(round_, POLICY, search=SEARCH)
        assert all(entry.objections for entry in proposal.unmatched) or proposal.status == "impossible", seed
        assert verify(round_, POLICY, proposal) == ()


def helped(**different):
    """Return what would help B1 in the tiny round with these differences; nobody goes as a team."""
    round_ = round_of(**({"rows": {"teams": []}} | different))
    return what_would_help(round_, POLICY, propose(round_, POLICY), beneficiary="B1", search=SEARCH)


def test_nothing_is_to_be_helped_where_there_is_a_suggestion():
    assert helped() == ()


def test_the_cheapest_comes_first():
    """M1 has no check-in plan, M2 is away and N1 has no hours for joint visits: a plan costs less than hours."""
    away = {"available": False}
    found = helped(mentor={"check_in_plan": None}, second=away, navigator={"joint_hours": 0})
    assert [(help_.kind, help_.comes) for help_ in found] == [("agree", "matched"), ("make room", "matched")]
    agree, room = found
    assert agree.sentences == (
        "Agree a check-in plan with M1.",
        "Then B1 could meet M1, alone.",
        "Nobody else would be moved.",
    )
    assert room.sentences[0].startswith("N1 finds ")
    assert agree.gain[1] == 1  # one person more is offered an introduction


@pytest.mark.parametrize("rows", [
    {"keep_apart": [{"one": "M1", "other": "B1"}]},
    {"situations": [likely("some"), likely("low", "others_present")], "comfort": [comfort("no")]},
], ids=["kept apart", "rather not"])  # fmt: skip
def test_what_guards_somebody_is_never_to_be_set_aside(rows):
    """M1 is kept from B1, or would rather not be where it is crowded; M2 is away: nothing is for us to do."""
    assert helped(second={"available": False}, rows={"teams": []} | rows) == ()


def test_somebody_unknown_is_an_error_with_a_name_that_is_near():
    round_ = round_of()
    with pytest.raises(ArgumentError, match="Maybe B1"):
        what_would_help(round_, POLICY, propose(round_, POLICY), beneficiary="B11")


def test_the_next_step_is_what_one_mentor_needs():
    """M2 is away, and M1 has not begun with court: having shadowed it is enough for a joint visit."""
    round_ = round_of(second={"available": False}, beneficiary={"wants_to_do": ["court"]},
                      rows={"teams": [], "clearances": [cleared("court", "not_started")]})  # fmt: skip
    plan = make_plan(round_, POLICY, search=SEARCH)
    ledger = Ledger(plan.judged[0])
    found = remedies_for(Waiting(plan, Room(plan)), ledger=ledger, beneficiary="B1", search=SEARCH).remedies
    assert (
        found[0].mends[0].do
        == "M1 takes one more step with a day at court, and may then go together with a worker."
    )


def test_a_plan_that_was_cut_short_proves_nothing():
    """The saved proposal suggests nobody, though B1 could meet M1: what is gained then is not the remedy's."""
    round_ = round_of(second={"available": False}, rows={"teams": []})
    proposal = propose(round_, POLICY)
    names = ("urgent", "offered", "overdue", "fit", "waited")
    assert tuple(priority.name for priority in proposal.priorities) == names
    nothing = tuple(each.model_copy(update={"total": 0}) for each in proposal.priorities)
    waiting = Unmatched(beneficiary="B1")
    cut = proposal.model_copy(
        update={"matches": (), "unmatched": (waiting,), "priorities": nothing, "status": "feasible"}
    )
    study = Study(round_, POLICY, cut, search=SEARCH)
    assert study.plan.status == "feasible"
    assert not any(help_.verified for help_ in study.what_would_help("B1"))
