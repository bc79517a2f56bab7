"""Other plans from the same options: the best by other aims, with bounds that hold of every plan."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from matchmaker.explain import proposal_of
from matchmaker.plan import Search, make_plan, solving
from matchmaker.plan.otherwise import instead, otherwise, values_of
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import SEED
from tests.rounds import random_round

POLICY = Policy.standard()
SEARCH = Search(seconds=600)


def test_for_the_same_aims_it_is_the_same_plan():
    plans = 0
    for seed in range(SEED, SEED + 20):
        plan = make_plan(random_round(seed, mentors=6, beneficiaries=8), POLICY, search=SEARCH)
        if plan.answer is None or not plan.chosen:
            continue
        plans += 1
        found = otherwise(plan, values_of(plan), search=SEARCH)
        assert found is not None
        assert found.best
        assert found.plan.chosen == plan.chosen
        assert found.plan.status == plan.status == "optimal"
        assert [p.total for p in found.plan.priorities] == [p.total for p in plan.priorities]
    assert plans > 5


def test_a_worse_plan_says_so_and_its_bounds_hold_of_every_plan():
    """Serving as few as can be is worth less, and what it says of itself is sound."""
    worse = 0
    for seed in range(SEED, SEED + 20):
        round_ = random_round(seed, mentors=6, beneficiaries=8)
        plan = make_plan(round_, POLICY, search=SEARCH)
        if plan.answer is None or not plan.chosen:
            continue
        found = otherwise(plan, -np.ones((1, len(plan.options)), np.int64), search=SEARCH)
        assert found is not None
        assert len(found.plan.chosen) <= len(plan.chosen)
        if len(found.plan.chosen) == len(plan.chosen):
            continue  # everybody who has a suggestion is pinned
        worse += 1
        assert found.plan.status == "feasible"
        answer = found.plan.answer
        assert answer is not None
        assert all(b >= t for b, t in zip(answer.bounds, plan.answer.totals, strict=True))
        assert verify(round_, POLICY, proposal_of(found.plan)) == ()
    assert worse > 5


def test_somebody_who_presses_ctrl_c_is_heard_at_once(monkeypatch):
    plan = make_plan(random_round(SEED + 1, mentors=6, beneficiaries=8), POLICY, search=SEARCH)
    assert plan.answer is not None
    monkeypatch.setattr(solving, "solve", lambda *given, **more: replace(plan.answer, stopped="asked"))
    with pytest.raises(KeyboardInterrupt):
        otherwise(plan, values_of(plan), search=SEARCH)
    cancelled = replace(SEARCH, cancel=Event())
    assert otherwise(plan, values_of(plan), search=cancelled) is not None


def test_without_a_plan_there_is_none_beside_it():
    round_ = random_round(SEED, mentors=0, beneficiaries=0)
    plan = make_plan(round_, POLICY, search=SEARCH)
    assert instead(plan, np.zeros(0, np.int64), canonical=True).chosen == ()
