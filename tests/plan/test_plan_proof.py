"""What is proved of a plan: as many levels as the prices speak of, for everybody, and checked before it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import matchmaker as mm
from matchmaker.allocation.answer import Answer, Prices
from matchmaker.compile import Label, compiled
from matchmaker.errors import SolverError
from matchmaker.plan import Search, make_plan
from matchmaker.plan.prices import level_names
from matchmaker.plan.proof import priorities_of, proved
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from tests.cli.hamlet import hamlet

ROUND = mm.Round.from_dict(hamlet())
POLICY = Policy(priorities=("offered", "lift_worst", "fit"))
"""1 level, 9 levels and 1 level: 11, and 2 that break ties."""
PLAN = make_plan(ROUND, POLICY, search=Search())
NUMBERS = compiled(PLAN.options, policy=POLICY, context=PLAN.context)


def answer_with(**changes: Any) -> Answer:
    assert PLAN.answer is not None
    return replace(PLAN.answer, **changes)


def with_prices(rows: int = 13, *, all_but: tuple[int, ...] = (), added: int = 0) -> Answer:
    assert PLAN.answer is not None
    assert PLAN.answer.prices is not None
    requests = PLAN.answer.prices.requests.copy()
    requests[list(all_but)] = False
    levels = PLAN.answer.prices.levels[:rows].copy()
    levels[:, 0] += added
    return answer_with(prices=Prices(requests, levels))


def proofs(answer: Answer) -> list[str]:
    found = proved(NUMBERS, answer, policy=POLICY, context=PLAN.context)
    levels = found.levels if found else 0
    priorities = priorities_of(POLICY, PLAN.context, answer=answer, certified=levels)
    if found:
        assert found.certificate.priorities == priorities
    return [priority.proof for priority in priorities]


def test_a_flow_is_certified_at_every_priority():
    assert PLAN.proved is not None
    assert PLAN.proved.levels == 11
    assert {priority.proof for priority in PLAN.priorities} == {"certified"}


@pytest.mark.parametrize(("rows", "whole"), [(0, 0), (1, 1), (2, 1), (9, 1), (10, 2), (11, 3), (13, 3)])
def test_a_priority_of_several_levels_is_certified_once_all_of_them_are(rows, whole):
    assert proofs(with_prices(rows)) == ["certified"] * whole + ["solver-claimed"] * (3 - whole)


def test_without_prices_it_is_the_solvers_word():
    answer = answer_with(prices=None)
    assert proved(NUMBERS, answer, policy=POLICY, context=PLAN.context) is None
    assert proofs(answer) == ["solver-claimed"] * 3


def test_prices_that_speak_of_nobody_prove_nothing():
    assert proved(NUMBERS, with_prices(all_but=(0, 1, 2)), policy=POLICY, context=PLAN.context) is None


def test_prices_that_leave_somebody_out_are_kept_and_certify_no_priority():
    """Where there is room for everybody, no limit has a price, and each person is a part by themselves."""
    data = hamlet()
    for row in data["mentors"]:
        row |= {"people_at_once": 5, "hours_per_week": 20}
    data["navigators"][0] |= {"first_visits_free": 20, "joint_hours": 40}
    plan = make_plan(mm.Round.from_dict(data), POLICY, search=Search())
    assert plan.answer is not None
    assert plan.answer.prices is not None
    assert not plan.answer.prices.levels.any()
    answer = replace(plan.answer, prices=Prices(np.array([False, True, True]), plan.answer.prices.levels))
    numbers = compiled(plan.options, policy=POLICY, context=plan.context)
    found = proved(numbers, answer, policy=POLICY, context=plan.context)
    assert found is not None
    assert found.levels == 0
    assert found.certificate.not_covered == (plan.context.requests[0].id,)
    assert {priority.proof for priority in found.certificate.priorities} == {"solver-claimed"}


def test_wrong_prices_stop_the_run_rather_than_being_called_a_proof():
    with pytest.raises(SolverError, match="do not prove its plan: level 0"):
        proved(NUMBERS, with_prices(added=5), policy=POLICY, context=PLAN.context)


def test_what_was_not_proved_is_not_proved_and_nothing_behind_it():
    assert PLAN.answer is not None
    bounds = (*PLAN.answer.totals[:10], PLAN.answer.totals[10] + 1)
    answer = answer_with(status="feasible", bounds=bounds, prices=None)
    assert proofs(answer) == ["solver-claimed", "solver-claimed", "not proved"]


def test_without_a_plan_nothing_is_proved():
    none = answer_with(status="unknown", chosen=np.full(3, -1), totals=(0,) * 11, bounds=(0,) * 11)
    assert proofs(none) == ["not proved"] * 3
    assert proved(NUMBERS, none, policy=POLICY, context=PLAN.context) is None


def test_limits_and_levels_have_names():
    assert Label("people-at-once", "M1") in NUMBERS.labels
    assert len(NUMBERS.labels) == NUMBERS.problem.limits
    names = level_names(Order(POLICY, PLAN.context))
    assert names[:3] == ("offered", "lift_worst 1 of 9", "lift_worst 2 of 9")
    assert names[-4:] == ("lift_worst 9 of 9", "fit", "ties 1 of 2", "ties 2 of 2")
    assert PLAN.proved is not None
    assert PLAN.proved.certificate.levels == names


def test_a_pin_is_a_limit_named_by_its_decision():
    decided = {
        "id": "D7", "actor": "A", "at": "2026-11-15T10:00", "kind": "pin", "beneficiary": "B1",
        "mentors": ["M2"],
    }  # fmt: skip
    plan = make_plan(mm.Round.from_dict(hamlet(decisions=[decided])), POLICY, search=Search())
    numbers = compiled(plan.options, policy=POLICY, context=plan.context)
    assert numbers.labels[-1] == Label("pin", "D7")
    assert plan.proved is not None
