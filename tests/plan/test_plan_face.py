"""How few and how many of some people are served by plans of the same worth: against every plan there is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from matchmaker.domain.round import Round
from matchmaker.plan import Search, make_plan
from matchmaker.plan.face import Between, between
from matchmaker.plan.forced import worth_of
from matchmaker.plan.whole import before_fit
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from tests.cli.hamlet import hamlet, person
from tests.counts import SEED, count
from tests.oracles.test_oracle_rounds import small_round
from tests.plan.test_plan_whole import every_choice, planned
from tests.rounds import random_round

POLICY = Policy.standard()
LIFTING = POLICY.model_copy(update={"priorities": ("urgent", "offered", "lift_worst", "waited")})
COUNTING = POLICY.model_copy(update={"priorities": ("offered",)})
"""By this many plans are alike, as they are in the first priorities of a bigger programme."""
SEARCH = Search(seconds=600)
BATCH = 30


@pytest.mark.parametrize("start", range(0, count("face_rounds"), BATCH))
def test_no_plan_of_the_same_worth_has_fewer_or_more_of_them(start):
    wide = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        policy = LIFTING if seed % 5 == 0 else COUNTING if seed % 2 else POLICY
        few = random_round(seed, mentors=3, beneficiaries=5, max_options=4)
        plan = planned(few if seed % 2 else small_round(seed), policy)
        if plan is None:
            continue
        people = [one.id for one in plan.context.requests]
        group = frozenset(random.Random(seed).sample(people, (len(people) + 1) // 2))
        order = Order(policy, plan.context)
        every = [(worth_of(options, order), options) for options in every_choice(plan)]
        for levels in {order.levels, before_fit(plan)}:
            same = [
                options for worth, options in every if worth[:levels] == worth_of(plan.chosen, order)[:levels]
            ]
            numbers = [sum(option.pair.beneficiary.id in group for option in options) for options in same]
            found = between(plan, group, levels=levels, search=SEARCH)
            assert found == Between(min(numbers), max(numbers), True), (seed, levels)
            wide += found.least < found.most
    if start == 0:  # later ones may hold no two plans of the same worth
        assert wide > 2


def test_one_place_and_two_people_who_are_the_same_but_for_their_group():
    """M1 has one place; B1 and B2 asked on one day for one thing. Either is served in some best plan."""
    data = hamlet(beneficiaries=[person("B1", "Sam"), person("B2", "Jo")])
    data["situations"] = data["situations"][:2]
    data["mentors"] = data["mentors"][:1]
    plan = make_plan(Round.from_dict(data), POLICY, search=SEARCH)
    assert len(plan.chosen) == 1
    levels = Order(POLICY, plan.context).levels
    assert between(plan, {"B1"}, levels=levels, search=SEARCH) == Between(0, 1, True)
    assert between(plan, {"B1", "B2"}, levels=levels, search=SEARCH) == Between(1, 1, True)
    assert between(plan, set(), levels=levels, search=SEARCH) == Between(0, 0, True)


def test_what_nobody_could_prove_is_not_called_proved():
    data = hamlet()
    plan = make_plan(Round.from_dict(data), POLICY, search=SEARCH)
    assert not between(replace(plan, answer=None), {"B1"}, levels=5, search=SEARCH).proved
    worse = replace(plan, chosen=plan.chosen[:1])
    assert not between(worse, {"B1"}, levels=5, search=SEARCH).proved
