"""When something breaks or contradicts itself, no pair is let through and nothing empty looks done."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.errors import MatchmakerError, RuleError, SolverError, VerificationFailed
from matchmaker.policy import Policy
from matchmaker.rules import RULES
from matchmaker.verify.check import verify
from tests.counts import SEED
from tests.rounds import random_round

POLICY = Policy.standard()


def busy_round() -> Round:
    """A round with several matches, in which every mentor meets one person at most."""
    for seed in range(SEED, SEED + 100):
        round_ = random_round(seed, mentors=6, beneficiaries=6)
        round_ = round_.revised(
            mentors=[
                m.model_copy(update={"people_at_once": min(1, m.people_at_once)}) for m in round_.mentors
            ]
        )
        if len(propose(round_, POLICY).matches) >= 3:
            return round_
    raise AssertionError("no round has three matches")


BUSY = busy_round()


def decided(kind: str, number: int = 1, **about: Any) -> dict[str, Any]:
    return {"id": f"Z{number}", "actor": "Sam", "at": "2026-10-05T09:00", "kind": kind, **about}


def pinned_and(*decisions) -> Round:
    return Round.from_dict(BUSY.model_dump(mode="json") | {"decisions": list(decisions)})


def reasons(proposal) -> str:
    return " ".join(w.sentence for w in proposal.warnings if w.code == "pin-cannot-be-kept")


# --- A02, A06, A08, A30 --------------------------------------------------------------------------


def test_when_everybody_is_kept_apart_everyone_is_named_with_a_reason():
    """A02: no match, a whole proposal, and at least one reason a person; the reason is not counted."""
    data = BUSY.model_dump(mode="json")
    data["keep_apart"] = [
        {"one": mentor.id, "other": person.id} for mentor in BUSY.mentors for person in BUSY.beneficiaries
    ]
    round_ = Round.from_dict(data)
    proposal = propose(round_, POLICY)
    assert (proposal.status, proposal.matches) == ("optimal", ())
    assert proposal.totals == proposal.bounds == (0, 0, 0, 0, 0)
    asked = {person.id for person in POLICY.context(round_).requests}
    assert {entry.beneficiary for entry in proposal.unmatched} == asked
    for entry in proposal.unmatched:
        told = {objection.code: objection.mentors for objection in entry.objections}
        assert "kept-apart" in told
        assert told["kept-apart"] is None


def test_a_pin_that_breaks_a_rule_is_refused_and_the_rule_named():
    """A06."""
    match = propose(BUSY, POLICY).matches[0]
    pin = decided("pin", beneficiary=match.beneficiary, mentors=list(match.mentors))
    data = pinned_and(pin).model_dump(mode="json")
    for mentor in data["mentors"]:
        mentor["languages"] = ["Welsh"]
    for person in data["beneficiaries"]:
        person["languages"] = ["BSL"]
    proposal = propose(Round.from_dict(data), POLICY)
    assert (proposal.status, proposal.matches) == ("impossible", ())
    assert "(language)" in reasons(proposal)
    assert match.beneficiary in reasons(proposal)


def test_a_pin_and_a_veto_of_the_same_pair_contradict_each_other():
    """A08."""
    match = propose(BUSY, POLICY).matches[0]
    about: dict[str, Any] = {"beneficiary": match.beneficiary, "mentors": list(match.mentors)}
    proposal = propose(pinned_and(decided("pin", **about), decided("veto", 2, **about)), POLICY)
    assert (proposal.status, proposal.matches) == ("impossible", ())
    assert "vetoed" in reasons(proposal)


def test_two_pins_for_one_person_contradict_each_other():
    match = propose(BUSY, POLICY).matches[0]
    others = [mentor.id for mentor in BUSY.mentors if mentor.id not in match.mentors]
    one = decided("pin", beneficiary=match.beneficiary, mentors=list(match.mentors))
    other = decided("pin", 2, beneficiary=match.beneficiary, mentors=others[:1])
    proposal = propose(pinned_and(one, other), POLICY)
    assert (proposal.status, proposal.matches) == ("impossible", ())
    assert match.beneficiary in reasons(proposal)


@pytest.mark.parametrize("named", [[], ["unknown"], ["woman"], ["women only"], ["prefer not to say"]])
def test_a_must_on_gender_closes_everyone_who_did_not_tick_it(named):
    """A30: blank, unknown or free text is never read as a yes."""
    data = BUSY.model_dump(mode="json")
    for person in data["beneficiaries"]:
        person |= {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": False}
    for mentor in data["mentors"]:
        mentor["put_forward_for"] = named
    proposal = propose(Round.from_dict(data), POLICY)
    assert proposal.matches == ()
    assert all(entry.introductions == () for entry in proposal.hear_more)
    for mentor in data["mentors"]:
        mentor["put_forward_for"] = ["A  WOMAN"]
    assert propose(Round.from_dict(data), POLICY).matches


# --- A16, A20, A22 -------------------------------------------------------------------------------


def solved_with(monkeypatch: pytest.MonkeyPatch, change) -> None:
    solving = import_module("matchmaker.plan.solving")
    true = solving.solve

    def solve(problem, **search):
        return change(true(problem, **search), problem)

    monkeypatch.setattr(solving, "solve", solve)


def test_a_solver_that_finds_nothing_in_time_is_never_labelled_a_result(monkeypatch):
    """A16: an unknown answer serves nobody, says so, and claims no proof."""
    nobody = lambda answer, _: replace(  # noqa: E731 - one change, said once
        answer, status="unknown", chosen=np.full_like(answer.chosen, -1), totals=(0,) * len(answer.totals)
    )
    solved_with(monkeypatch, nobody)
    proposal = propose(BUSY, POLICY)
    assert (proposal.status, proposal.matches) == ("unknown", ())
    assert proposal.totals == (0, 0, 0, 0, 0)
    assert {priority.proof for priority in proposal.priorities} == {"not proved"}
    assert {entry.beneficiary for entry in proposal.unmatched} == {
        p.id for p in POLICY.context(BUSY).requests
    }
    assert verify(BUSY, POLICY, proposal) == ()


def test_an_unknown_answer_with_a_leftover_choice_suggests_nobody(monkeypatch):
    """After no result, whatever stands in the answer is not a plan."""
    solved_with(monkeypatch, lambda answer, _: replace(answer, status="unknown"))
    with pytest.raises((VerificationFailed, SolverError)):
        propose(BUSY, POLICY)


def crowded(answer, problem):
    """Everybody the first option there is, whatever the limits say."""
    firsts = [np.flatnonzero(problem.request == r) for r in range(problem.requests)]
    return replace(answer, chosen=np.array([each[-1] if len(each) else -1 for each in firsts]))


def same_option_twice(answer, problem):
    taken = [option for option in answer.chosen.tolist() if option >= 0]
    return replace(answer, chosen=np.array([*answer.chosen.tolist(), taken[0]]))


def somebody_elses(answer, problem):
    """The first who is served gets the option of the second."""
    chosen = answer.chosen.tolist()
    first, second = [place for place, option in enumerate(chosen) if option >= 0][:2]
    chosen[first] = chosen[second]
    return replace(answer, chosen=np.array(chosen))


def unknown_option(answer, problem):
    return replace(answer, chosen=np.where(answer.chosen >= 0, 10**6, -1))


def one_less(answer, problem):
    """A plan that states totals of another one."""
    chosen = answer.chosen.copy()
    chosen[np.flatnonzero(chosen >= 0)[0]] = -1
    return replace(answer, chosen=chosen)


def overstated(answer, problem):
    return replace(answer, totals=tuple(total + 1 for total in answer.totals))


def room_for_better(answer, problem):
    """A22, as far as it can be seen here: it says optimal, but its bound leaves room for a better plan."""
    return replace(answer, bounds=(*answer.bounds[:-1], answer.bounds[-1] + 1))


def below_its_bound(answer, problem):
    return replace(answer, bounds=(answer.bounds[0] - 1, *answer.bounds[1:]), status="feasible")


def fractions(answer, problem):
    return replace(answer, chosen=np.where(answer.chosen >= 0, answer.chosen + 0.5, -1.0))


def nothing(answer, problem):
    return None


def no_array(answer, problem):
    return replace(answer, chosen=None)


@pytest.mark.parametrize(
    "broken",
    [
        crowded, same_option_twice, somebody_elses, unknown_option, one_less, overstated, room_for_better,
        below_its_bound, fractions, nothing, no_array,
    ],
)  # fmt: skip
def test_a_broken_plan_does_not_leave_the_library(monkeypatch, broken):
    """A20: unknown options, the same twice, beyond the limits, fractions, nothing at all."""
    solved_with(monkeypatch, broken)
    with pytest.raises((VerificationFailed, SolverError)):
        propose(BUSY, POLICY)


# --- A28 -----------------------------------------------------------------------------------------


def fails(*_):
    raise KeyError("M3")


@pytest.mark.parametrize("answer", [True, False, "closed", 0, (), object()])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.model_fields["code"].default)
def test_a_rule_that_answers_neither_objection_nor_nothing_stops_the_run(monkeypatch, rule, answer):
    monkeypatch.setattr(rule, "objection", lambda *_: answer)
    with pytest.raises(RuleError, match=rule.model_fields["code"].default):
        propose(BUSY, POLICY)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.model_fields["code"].default)
def test_a_rule_that_fails_stops_the_run_and_names_itself_but_nobody(monkeypatch, rule):
    monkeypatch.setattr(rule, "objection", fails)
    with pytest.raises(RuleError) as error:
        propose(BUSY, POLICY)
    assert rule.model_fields["code"].default in str(error.value)
    assert "M3" not in str(error.value)


@pytest.mark.parametrize("kind", ["criteria", "limits"])
def test_a_criterion_or_limit_that_fails_stops_the_run_and_names_itself(monkeypatch, kind):
    for clause in getattr(POLICY, kind):
        method = "score" if kind == "criteria" else "uses"
        with monkeypatch.context() as patch:
            patch.setattr(type(clause), method, fails)
            with pytest.raises(MatchmakerError, match=clause.code):
                propose(BUSY, POLICY)
