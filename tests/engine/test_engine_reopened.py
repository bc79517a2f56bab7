"""A proposal opened again is of this round and policy, and suggests what it suggested."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matchmaker.engine import Study, propose
from matchmaker.engine.reopened import as_proposed
from matchmaker.errors import ArgumentError
from matchmaker.plan import Search, make_plan
from tests.explain.plans import ALONE, POLICY
from tests.rules.judging import round_of


def test_a_proposal_from_another_round_or_policy_is_refused():
    round_ = round_of()
    proposal = propose(round_, POLICY)
    with pytest.raises(ArgumentError, match="another round"):
        Study(round_, POLICY, proposal.model_copy(update={"round_hash": "0"}))
    with pytest.raises(ArgumentError, match="another policy"):
        Study(round_, POLICY, proposal.model_copy(update={"policy_hash": "0"}))


def test_what_was_proposed_counts_even_where_another_plan_was_found_since():
    round_ = round_of(**ALONE)
    proposal = propose(round_, POLICY)
    plan = make_plan(round_, POLICY, search=Search())
    (proposed,) = proposal.matches
    other = next(option for option in plan.options if option.name != proposed.name)
    (chosen,) = as_proposed(replace(plan, chosen=(other,)), proposal).chosen
    assert chosen.name == proposed.name
    with pytest.raises(ArgumentError, match="not open today"):
        as_proposed(replace(plan, options=(other,)), proposal)
