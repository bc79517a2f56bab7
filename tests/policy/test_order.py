"""Priorities that are several levels: the worst lifted first, and strictly in the order of waiting.

What they mean is written a second time here, as sorted lists, and held against every plan there is.
"""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest

from matchmaker.allocation import Problem, solve
from matchmaker.compile import compiled
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from matchmaker.policy.order import LARGEST, Order
from matchmaker.policy.priorities import Suggestion, net_fit
from matchmaker.verify.check import verify
from tests.counts import SEED
from tests.rounds import random_round
from tests.rules.judging import day, round_of

LIFT = Policy(priorities=("offered", "lift_worst", "fit"))
STRICT = Policy(priorities=("waiting_order", "fit"))


def asked(*days: int) -> Round:
    """People B1, B2, … who asked so many days ago."""
    data = round_of().model_dump(mode="json")
    person = data["beneficiaries"][0]
    data["beneficiaries"] = [
        person | {"id": f"B{n}", "asked_on": str(day(-days_ago))} for n, days_ago in enumerate(days, 1)
    ]
    data["situations"] = []
    return Round.from_dict(data)


def order_of(round_: Round, policy: Policy = STRICT) -> Order:
    return Order(policy, policy.context(round_))


def weights(round_: Round) -> list[tuple[int, ...]]:
    """What each person is worth at the levels of the waiting order; a fit of 0 has no other level."""
    policy = Policy(priorities=("waiting_order",))
    plan = make_plan(round_, policy, search=Search())
    worth = {option.pair.beneficiary.id: option.worth for option in plan.options}
    return [worth[person.id] for person in sorted(round_.beneficiaries, key=lambda p: int(p.id[1:]))]


def test_whoever_asked_first_outweighs_everybody_who_asked_later():
    """Ranks: B3 (30 days), then B1 and B2 (20), then B4 (10): as digits 6, 2, 2 and 1; 6 > 2 + 2 + 1."""
    assert weights(asked(20, 20, 30, 10)) == [(2,), (2,), (6,), (1,)]


def test_a_level_ends_before_its_numbers_grow_too_large():
    """20 people on 20 days are 20 binary digits, 2^20 plans: one level. The twenty-first begins another."""
    assert weights(asked(*range(20, 0, -1)))[0] == (2**19,)
    one_more = weights(asked(*range(21, 0, -1)))
    assert one_more[0] == (2**19, 0)
    assert one_more[19] == (1, 0)
    assert one_more[20] == (0, 1)
    assert order_of(asked(*range(21, 0, -1))).levels == 3
    assert LARGEST == 2**20


def test_the_levels_are_told_as_one_number_in_which_the_earlier_outweighs():
    """Bases 2^20 and 2: totals of 5 and 1 are 5 × 2 + 1, and 17 of fit stays as it is."""
    order = order_of(asked(*range(21, 0, -1)))
    assert order.told((5, 1, 17)) == (11, 17)
    assert order.told((5, 0, 99)) < order.told((5, 1, 0))
    assert order_of(asked(), STRICT).told((0, -40)) == (0, -40)


def test_bands_are_a_tenth_of_what_a_fit_can_be():
    """Ready with a fit of 1,500 is 1,800: one band reached of nine; 10,000 reaches all."""
    policy = Policy(priorities=("lift_worst",))
    round_ = asked(10)
    option, *_ = make_plan(round_, policy, search=Search()).options
    order = order_of(round_, policy)
    for fit, reached in ((600, 0), (699, 0), (700, 1), (1_500, 1), (1_700, 2), (8_700, 9), (10_000, 9)):
        assert order.worth(Suggestion(option.pair, "ready", fit)) == (1,) * reached + (0,) * (9 - reached)
    assert order.told((1, 1, 0, 0, 0, 0, 0, 0, 0)) == (2**8 + 2**7,)  # of one person, binary digits


def two(first: dict, second: dict) -> Round:
    """B1 and B2, and M1 and M2 with one place each."""
    data = round_of(mentor={"people_at_once": 1}, second={"people_at_once": 1}).model_dump(mode="json")
    person = data["beneficiaries"][0] | {"dual_worked": True}
    data["beneficiaries"] = [person | first, person | {"id": "B2"} | second]
    data["situations"] += [row | {"beneficiary": "B2"} for row in data["situations"]]
    data["mentors"][0] |= {"likes": ["dogs", "music", "walking"], "hopes": ["gardening"]}
    data["mentors"][1]["likes"] = ["chess"]
    return Round.from_dict(data)


def test_the_worst_off_is_lifted_even_if_the_sum_is_less():
    """All joint: 1,500 of practicalities, 375 for a turn and 300 for ready; points of interests × 40.

    B1 and M1 share three likes (50) and a hope (20): 2,175 + 2,800 = 4,975; B2 and M2 nothing: 2,175.
    B1 and M2 share chess (25), B2 and M1 dogs (25): 2,175 + 1,000 = 3,175 each, 800 less together.
    """
    round_ = two(
        {"likes": ["dogs", "music", "walking", "chess"], "hopes": ["gardening"]}, {"likes": ["dogs"]}
    )
    by_sum = propose(round_, Policy(priorities=("offered", "fit")))
    assert sorted(match.fit + 300 for match in by_sum.matches) == [2_175, 4_975]
    assert sorted(match.fit + 300 for match in propose(round_, LIFT).matches) == [3_175, 3_175]


def every_plan(problem: Problem) -> list[list[int]]:
    """Every choice of at most one option a request that keeps the limits."""
    of = [[-1, *np.flatnonzero(problem.request == request).tolist()] for request in range(problem.requests)]
    plans = []
    for choice in product(*of):
        chosen = [option for option in choice if option >= 0]
        used = np.zeros(problem.limits, np.int64)
        here = np.isin(problem.option, chosen)
        np.add.at(used, problem.limit[here], problem.amount[here])
        if (used <= problem.at_most).all() and (used >= problem.at_least).all():
            plans.append(chosen)
    return plans


@pytest.mark.parametrize("seed", range(SEED, SEED + 40))
def test_no_plan_is_better_by_what_the_words_mean(seed):
    """Worst first: of as many people, the sorted bands. Waiting: for each day, the earliest first."""
    round_ = random_round(seed, mentors=3, beneficiaries=4, max_options=6, previous=seed % 2 == 0)

    def bands(policy, plan, options):
        context = policy.context(round_)
        fits = [
            net_fit(
                Suggestion(options[o].pair, options[o].state, options[o].fit), policy=policy, context=context
            )
            for o in plan
        ]
        return len(plan), sorted(min(9, max(0, fit) // 1_000) for fit in fits), sum(fits)

    def queue(policy, plan, options):
        served = Counter(options[o].pair.beneficiary.asked_on for o in plan)
        days = sorted({person.asked_on for person in policy.context(round_).requests})
        return [served[each] for each in days], bands(policy, plan, options)[2]

    for policy, meaning in ((LIFT, bands), (STRICT, queue)):
        plan = make_plan(round_, policy, search=Search())
        if plan.answer is None:
            continue
        numbers = compiled(plan.options, policy=policy, context=plan.context)
        best = max(meaning(policy, each, plan.options) for each in every_plan(numbers.problem))
        chosen = [int(option) for option in solve(numbers.problem).chosen if option >= 0]
        assert meaning(policy, chosen, plan.options) == best
        proposal = propose(round_, policy)
        assert (proposal.totals, proposal.status) == (proposal.bounds, "optimal")
        assert verify(round_, policy, proposal) == ()


def test_verify_adds_the_levels_up_for_itself():
    round_ = random_round(SEED + 10, mentors=3, beneficiaries=4, max_options=6)
    for policy in (LIFT, STRICT):
        proposal = propose(round_, policy)
        assert proposal.matches
        first, *rest = proposal.priorities
        wrong = first.model_copy(update={"total": first.total + 1, "bound": first.bound + 1})
        found = verify(round_, policy, proposal.model_copy(update={"priorities": (wrong, *rest)}))
        assert "totals" in {breach.code for breach in found}


def test_levels_are_named_after_their_priorities_and_a_priority_is_whole_with_its_last_level():
    """1 level, 9 levels, 1 level."""
    order = order_of(round_of(), LIFT)
    assert order.names == ("offered", *(f"lift_worst {n} of 9" for n in range(1, 10)), "fit")
    assert [order.whole(levels) for levels in (0, 1, 2, 9, 10, 11, 12)] == [0, 1, 1, 1, 2, 3, 3]
