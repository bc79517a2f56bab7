"""A proposal with explanations: against exhaustive search, the same again, and honest about the clock."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import Any

import pytest

from matchmaker.domain.proposal import Proposal, Unmatched
from matchmaker.domain.round import Round
from matchmaker.engine import Study, explained, explaining, other_ways, propose, proposed, standing_by
from matchmaker.engine.standing_by import with_standbys
from matchmaker.errors import ArgumentError, VerificationFailed
from matchmaker.plan import Search, forced_plan
from matchmaker.plan.clock import Clock
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import SEED, count
from tests.engine.test_engine_study import with_pin
from tests.oracles.rounds_exhaustive import best_totals
from tests.oracles.test_oracle_rounds import small_round
from tests.rules.judging import decision, round_of

POLICY = Policy.standard()
SEARCH = Search(seconds=600)
BATCH = 30
TWO: dict[str, Any] = {
    "beneficiary": {"together": "alone"},
    "rows": {"teams": []},
}


def study_of(round_: Round, policy: Policy = POLICY) -> Study:
    return Study(round_, policy, propose(round_, policy))


def without_explanations(proposal: Proposal) -> Proposal:
    return proposal.model_copy(
        update={
            "matches": tuple(
                match.model_copy(
                    update={"standby": (), "alternatives": tuple(way.unpriced for way in match.alternatives)}
                )
                for match in proposal.matches
            ),
            "unmatched": tuple(entry.model_copy(update={"remedies": ()}) for entry in proposal.unmatched),
            "warnings": tuple(each for each in proposal.warnings if each.code != "not-worked-out"),
        }
    )


@pytest.mark.parametrize("start", range(0, count("explained_rounds"), BATCH))
def test_every_regret_is_what_the_best_plan_with_that_way_is_worth_less(start):
    priced = closed = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        round_ = small_round(seed)
        made = proposed(round_, POLICY, search=SEARCH)
        study = Study(round_, POLICY, made.proposal, plan=made.plan)
        found = explained(made.proposal, study, search=SEARCH)
        assert found.not_reached == ()
        assert without_explanations(found.proposal).to_json() == made.proposal.to_json()
        assert verify(round_, POLICY, found.proposal) == ()
        options = {option.name: option for option in study.plan.options}
        for match in found.proposal.matches:
            for way in match.alternatives:
                option = options[match.beneficiary, frozenset(way.mentors), way.company]
                best = best_totals(with_pin(round_, option), POLICY)
                assert way.impossible == (best is None), (seed, option.name)
                if best is None:
                    closed += 1
                    assert (way.regret, way.moves, way.regret_at_least) == (None, (), None)
                    continue
                priced += 1
                totals = made.proposal.totals
                assert way.regret == tuple(a - b for a, b in zip(totals, best, strict=True)), seed
                assert way.moves[0] == match.beneficiary
    if start == 0:
        assert priced > 10
        assert closed > 0


def test_the_same_comes_out_again_whoever_made_the_plan_and_in_whatever_order_the_rows_stand():
    for seed in range(SEED, SEED + 12):
        round_ = small_round(seed)
        made = proposed(round_, POLICY)
        first = explained(made.proposal, Study(round_, POLICY, made.proposal, plan=made.plan))
        again = explained(made.proposal, study_of(round_))
        data = json.loads(round_.to_json())
        turned = Round.from_dict({
            key: rows[::-1] if isinstance(rows, list) else rows for key, rows in data.items()
        })  # fmt: skip
        other = explained(propose(turned, POLICY), study_of(turned))
        assert first.proposal.to_json() == again.proposal.to_json() == other.proposal.to_json(), seed


def test_who_would_move_is_told_as_the_forced_plan_has_it():
    round_ = round_of(**TWO)
    study = study_of(round_)
    (match,) = explained(propose(round_, POLICY), study).proposal.matches
    assert match.mentors == ("M1",)
    assert [(way.mentors, way.company) for way in match.alternatives] == [
        (("M2",), "alone"),
        (("M2",), "joint"),
        (("M1",), "joint"),
    ]
    # Both have the same hours and nobody at present: nothing the programme counts tells them apart.
    assert (match.alternatives[0].regret, match.alternatives[0].moves) == ((0, 0, 0, 0, 0), ("B1",))
    # Joint is not what they would like: 20 points of 100, times 20, less.
    places = {option.name: place for place, option in enumerate(study.plan.options)}
    joint = forced_plan(study.plan, places["B1", frozenset({"M2"}), "joint"], search=SEARCH)
    assert match.alternatives[1].regret == joint.regret
    assert match.alternatives[1].regret[3] > 0
    assert match.standby == ("M2",)


def test_a_pin_that_no_plan_can_give_up_is_told_as_no_room():
    pin = decision("pin", beneficiary="B1", mentors=["M1"], company="alone")
    round_ = round_of(**TWO | {"rows": {"teams": [], "decisions": [pin]}})
    (match,) = explained(propose(round_, POLICY), study_of(round_)).proposal.matches
    assert [(way.regret, way.impossible) for way in match.alternatives] == [(None, True)] * 3


def test_without_time_everything_stays_blank_and_is_told():
    round_ = round_of(**TWO)
    proposal, over = propose(round_, POLICY), threading.Event()
    over.set()
    found = explained(proposal, study_of(round_), search=Search(cancel=over))
    assert without_explanations(found.proposal) == proposal
    assert found.proposal.matches == proposal.matches
    assert [(each.code, each.sentence) for each in found.proposal.warnings[len(proposal.warnings) :]] == [
        ("not-worked-out", f"{note} Maybe run it again with more time (--seconds).")
        for note in found.not_reached
    ]
    assert (
        explained(found.proposal, study_of(round_)).proposal == explained(proposal, study_of(round_)).proposal
    )
    assert found.not_reached == (
        "There was no time to find out who could step in.",
        "For 3 of 3 other ways there was no time to find out what each means for others.",
    )


def test_what_is_only_a_bound_never_stands_where_exact_figures_do(monkeypatch):
    def cut_short(plan, place, *, search):
        return replace(forced_plan(plan, place, search=search), at_least=(0, 1))

    monkeypatch.setattr(other_ways, "forced_plan", cut_short)
    round_ = round_of(**TWO)
    found = explained(propose(round_, POLICY), study_of(round_))
    (match,) = found.proposal.matches
    assert {(way.regret, way.moves, way.regret_at_least) for way in match.alternatives} == {
        (None, (), (0, 1))
    }
    assert len(found.not_reached) == 1


@pytest.mark.parametrize(
    ("proved", "told"),
    [
        ((), None),
        ((0, 0, 0), None),
        ((0, 0, -1), None),
        ((0, -1, 0), None),
        ((0, 1, -3), (0, 1)),
        ((0, 1, -3, 5), (0, 1, -3, 5)),
    ],
)
def test_a_bound_that_could_also_be_a_gain_says_nothing(proved, told, monkeypatch):
    """Of the levels that are told, all but the last are exact; the last may lie below what is true."""

    def cut_short(plan, place, *, search):
        return replace(forced_plan(plan, place, search=search), at_least=proved)

    monkeypatch.setattr(other_ways, "forced_plan", cut_short)
    round_ = round_of(**TWO)
    (match,) = explained(propose(round_, POLICY), study_of(round_)).proposal.matches
    assert {way.regret_at_least for way in match.alternatives} == {told}


def test_a_plan_whose_ties_were_not_broken_to_the_end_is_not_told_either(monkeypatch):
    def by_chance(plan, place, *, search):
        return replace(forced_plan(plan, place, search=search), canonical=False)

    monkeypatch.setattr(other_ways, "forced_plan", by_chance)
    round_ = round_of(**TWO)
    (match,) = explained(propose(round_, POLICY), study_of(round_)).proposal.matches
    assert {(way.regret, way.moves) for way in match.alternatives} == {(None, ())}


def test_first_other_ways_come_before_second_ones(monkeypatch):
    asked = []

    def noted(plan, place, *, search):
        asked.append(plan.options[place].name[0])
        return forced_plan(plan, place, search=search)

    monkeypatch.setattr(other_ways, "forced_plan", noted)
    round_ = small_round(SEED)
    proposal = propose(round_, POLICY)
    explained(proposal, study_of(round_))
    ways = [len(match.alternatives) for match in proposal.matches]
    people = [match.beneficiary for match in proposal.matches]
    assert len(people) > 1
    assert asked == [
        who for rank in range(max(ways)) for who, many in zip(people, ways, strict=True) if many > rank
    ]


def test_what_was_explained_before_is_explained_anew(monkeypatch):
    """What an earlier run only had a bound for, or named as standby, does not stay beside what is found now."""
    round_ = round_of(**TWO)
    fresh = explained(propose(round_, POLICY), study_of(round_)).proposal
    (match,) = fresh.matches
    ways = tuple(way.unpriced.model_copy(update={"regret_at_least": (0, 1)}) for way in match.alternatives)
    older = match.model_copy(update={"alternatives": ways, "standby": ()})
    assert explained(fresh, study_of(round_)).proposal == fresh
    assert explained(fresh.model_copy(update={"matches": (older,)}), study_of(round_)).proposal == fresh
    monkeypatch.setattr(standing_by, "standbys", lambda plan, *, search: {})
    assert explained(fresh, study_of(round_)).proposal.matches[0].standby == ()


def test_explanations_that_break_the_law_do_not_leave(monkeypatch):
    def wrong(proposal, study, *, clock):
        first, *rest = proposal.matches
        own = first.model_copy(update={"standby": first.mentors})
        return proposal.model_copy(update={"matches": (own, *rest)}), ""

    monkeypatch.setattr(explaining, "ADDITIONS", (wrong,))
    round_ = round_of(**TWO)
    with pytest.raises(VerificationFailed, match="1 breaches and were not let out: standby"):
        explained(propose(round_, POLICY), study_of(round_))


def test_a_standby_is_added_and_nothing_else_changes():
    round_ = round_of(**TWO)
    proposal = propose(round_, POLICY)
    found, lacking = with_standbys(proposal, study_of(round_), clock=Clock.of(SEARCH))
    assert ([match.standby for match in found.matches], lacking) == ([("M2",)], "")
    assert without_explanations(found) == proposal


def test_a_study_of_another_proposal_is_refused():
    one, other = study_of(small_round(SEED)), propose(small_round(SEED + 1), POLICY)
    with pytest.raises(ArgumentError, match="another proposal"):
        explained(other, one)


def test_a_proposal_that_names_other_ways_or_people_than_there_are_is_refused():
    """Its suggestions are those of the study; M9 is nobody, and B9 did not ask."""
    study = study_of(round_of(**TWO))
    (match,) = study.proposal.matches
    nowhere = match.alternatives[0].model_copy(update={"mentors": ("M9",)})
    edited = match.model_copy(update={"alternatives": (nowhere,)})
    for more in ({"matches": (edited,)}, {"unmatched": (Unmatched(beneficiary="B9"),)}):
        changed = study.proposal.model_copy(update=more)
        with pytest.raises(ArgumentError, match="another proposal"):
            explained(changed, study)
        with pytest.raises(ArgumentError, match=r"not open today|did not ask"):
            explained(changed, Study(round_of(**TWO), POLICY, changed))
