"""A study: regrets against exhaustive search over the law, chains that are plans, and words."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

import matchmaker.plan.forced as forced_module
from matchmaker.allocation import forced
from matchmaker.domain.decisions import Decision
from matchmaker.domain.round import Round
from matchmaker.engine import Study, propose, why_not
from matchmaker.errors import ArgumentError
from matchmaker.explain.for_others import ForOthers, Move
from matchmaker.explain.gains import lost_parts
from matchmaker.plan import Search, changes_between, forced_plan, make_plan
from matchmaker.plan.forced import worth_of
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import STANDARD_ORDER
from tests.counts import SEED, count
from tests.oracles.rounds_exhaustive import best_totals
from tests.oracles.test_oracle_rounds import small_round
from tests.rules.judging import decision, round_of

POLICY = Policy.standard()
SEARCH = Search(seconds=600)
BATCH = 30


def with_pin(round_: Round, option) -> Round:
    """Return the round in which a coordinator insists on this option."""
    pair = option.pair
    pin = decision("pin", beneficiary=pair.beneficiary.id, mentors=pair.mentor_ids, company=pair.company)
    return round_.with_decisions([Decision.model_validate({**pin, "id": "D-forced"})])


@pytest.mark.parametrize("start", range(0, count("study_rounds"), BATCH))
def test_regret_is_what_the_best_of_all_plans_with_the_pair_is_worth_less(start):
    asked = moved = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        round_ = small_round(seed)
        plan = make_plan(round_, POLICY, search=SEARCH)
        if plan.answer is None or not plan.answer.has_plan:
            continue
        totals = tuple(priority.total for priority in plan.priorities)
        chosen = {option.name for option in plan.chosen}
        for place, option in enumerate(plan.options):
            found = forced_plan(plan, place, search=SEARCH)
            best = best_totals(with_pin(round_, option), POLICY)
            assert found.impossible == (best is None), (seed, option.name)
            if best is None:
                continue
            asked += 1
            assert found.exact, (seed, option.name)
            assert found.regret == tuple(a - b for a, b in zip(totals, best, strict=True)), (
                seed,
                option.name,
            )
            # Whoever moves, moves from what the plan has; together they give up just the regret.
            assert all((c.before is None) or c.before.name in chosen for c in found.changes)
            assert bool(found.changes) == (option.name not in chosen)
            moved += len(found.changes) > 1
            order = Order(POLICY, plan.context)
            lost = worth_of([c.before for c in found.changes if c.before], order)
            won = worth_of([c.after for c in found.changes if c.after], order)
            assert order.told([a - b for a, b in zip(lost, won, strict=True)]) == found.regret
    if start == 0:  # later ones may be rounds in which nobody could meet anybody
        assert asked > 20
        assert moved > 5


@pytest.mark.parametrize("known", range(6))
def test_a_bound_that_ends_before_the_last_priority_is_told_as_far_as_it_goes(known, monkeypatch):
    """Time ran out: what is proved are the first so many levels, of which the standard policy has five."""

    def cut_short(answer, option, **search):
        found = forced(answer, option, **search)
        return replace(found, at_least=found.at_least[:known])

    monkeypatch.setattr(forced_module, "forced", cut_short)
    round_ = round_of(rows={"teams": []})
    plan = make_plan(round_, POLICY, search=SEARCH)
    place = next(n for n, option in enumerate(plan.options) if option.name != plan.chosen[0].name)
    found = forced_plan(plan, place, search=SEARCH)
    assert found.at_least == found.regret[:known]
    assert found.exact == (known == 5)


def meeting(beneficiary: str, mentor: str) -> Any:
    """Stand in for an option: what changes look at."""
    pair = SimpleNamespace(beneficiary=SimpleNamespace(id=beneficiary), mentor_ids=(mentor,), company="alone")
    return SimpleNamespace(name=(beneficiary, frozenset([mentor]), "alone"), pair=pair)


def test_changes_follow_from_one_another():
    """B3 takes B2's mentor, B2 takes B1's, and B1 ends without; B9 changes for a reason of its own."""
    before = [meeting("B1", "M1"), meeting("B2", "M2"), meeting("B5", "M5"), meeting("B9", "M8")]
    after = [meeting("B3", "M2"), meeting("B2", "M1"), meeting("B5", "M5"), meeting("B9", "M9")]
    found = changes_between(before, after, first="B3")
    assert [change.beneficiary for change in found] == ["B3", "B2", "B1", "B9"]
    told = [Move.of(change).sentence for change in found]
    assert told == [
        "B3, who has no suggestion yet, would meet M2.",
        "B2 would meet M1 instead of M2.",
        "B1 would have no suggestion for now; it was M1.",
        "B9 would meet M9 instead of M8.",
    ]
    assert changes_between(before, before) == ()


@pytest.mark.parametrize(
    ("regret", "at_least", "told"),
    [
        (
            (0, 0, 0, 0, 0),
            (0, 0, 0, 0, 0),
            "By everything the programme counts, the whole plan would be just as good.",
        ),
        (
            (0, 1, 0, -300, 12),
            (0, 1, 0, -300, 12),
            "For everybody together, 1 fewer person would be offered one, the introductions would fit a little "
            "better and those offered one would have waited 12 days less in all.",
        ),
        (
            (0, 0, 2, 0, 0),
            (0, 0, 1),
            "For everybody together, 2 fewer people who have waited too long would be offered one. "
            "There may be a better way to do it, but none was found in time.",
        ),
    ],
)
def test_what_it_comes_to_is_told_without_a_score(regret, at_least, told):
    found = ForOthers(True, STANDARD_ORDER, regret, at_least, ())
    assert found.sentences == (told,)
    assert found.exact == (regret == at_least)
    assert found.free == (not any(regret))


@pytest.mark.parametrize(
    ("lost", "told"),
    [(999, "a little less well"), (1_000, "less well"), (9_999, "less well"), (-10_000, "much better")],
)
def test_how_well_it_fits_is_told_beside_what_one_introduction_can_be(lost, told):
    """A tenth of one is a little, a whole one much; the fit of one is at most 10,000."""
    assert list(lost_parts(("fit",), (lost,))) == [f"the introductions would fit {told}"]
    how = told.removeprefix("a little ").removeprefix("much ")
    assert list(lost_parts(("lift_worst",), (lost,))) == [f"the introductions would fit {how}"]


def test_what_nobody_could_tell_is_not_told_as_impossible():
    assert ForOthers(None, STANDARD_ORDER, (), (), ()).sentences == (
        "There was not enough time to find out what it would mean for others.",
    )
    assert ForOthers(False, STANDARD_ORDER, (), (), ()).sentences == (
        "As things are decided, no plan has room for it.",
    )


def test_a_pair_that_is_suggested_a_pair_that_could_be_and_a_pair_that_cannot():
    round_ = round_of()
    proposal = propose(round_, POLICY)
    study = Study(round_, POLICY, proposal)
    (match,) = proposal.matches
    suggested = study.why_not(match.mentors[0], match.beneficiary)
    assert "suggested" in {way.stands for way in suggested.ways}
    assert suggested.for_others is None
    assert "this is what we suggest" in " ".join(suggested.sentences)
    other = next(mentor.id for mentor in round_.mentors if mentor.id not in match.mentors)
    instead = study.why_not(other, match.beneficiary)
    assert instead.for_others is not None
    assert instead.for_others.exact
    assert match.beneficiary == instead.for_others.moves[0].beneficiary
    assert why_not(round_, POLICY, proposal, mentor=other, beneficiary=match.beneficiary) == instead


def test_ids_that_are_not_there_are_refused_with_the_nearest():
    round_ = round_of()
    study = Study(round_, POLICY, propose(round_, POLICY))
    with pytest.raises(ArgumentError, match=r"no mentor 'M11'\. Maybe M1"):
        study.why_not("M11", "B1")
    with pytest.raises(ArgumentError, match="no open request by 'B99'"):
        study.why_not("M1", "B99")
