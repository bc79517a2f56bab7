"""Whole plans by other ideas: against every plan there is, and within what they may lose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from matchmaker.compile import Option
from matchmaker.domain.round import Round
from matchmaker.explain import proposal_of
from matchmaker.plan import Plan, Search, make_plan
from matchmaker.plan.forced import worth_of
from matchmaker.plan.whole import affected, as_before, fewest_changes, fit_of, longest_waiters, nearly_as_good
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from matchmaker.verify.check import verify
from tests.cli.hamlet import hamlet, person
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, every_plan
from tests.oracles.rounds_exhaustive import best_totals
from tests.oracles.test_oracle_rounds import small_round
from tests.rounds import random_round

POLICY = Policy.standard()
LIFTING = POLICY.model_copy(update={"priorities": ("urgent", "offered", "lift_worst", "waited")})
SEARCH = Search(seconds=600)
BATCH = 20
NEAR_BATCH = 8
BATCHES = range(0, count("whole_plan_rounds"), BATCH)


def planned(round_: Round, policy: Policy = POLICY) -> Plan | None:
    """Return the plan, if there is anything to choose."""
    plan = make_plan(round_, policy, search=SEARCH)
    return plan if plan.answer is not None and plan.answer.has_plan and plan.options else None


def every_choice(plan: Plan) -> list[tuple[Option, ...]]:
    """Return every plan within the limits, by the judge that shares no line with the solvers."""
    assert plan.answer is not None
    assert plan.answer.kept is not None
    problem = plan.answer.kept.problem
    rows = ("request", "limit", "option", "amount", "at_most", "at_least", "key")
    given = {name: tuple(getattr(problem, name).tolist()) for name in rows}
    numbers = Numbers(requests=problem.requests, value=(), **given)
    return [tuple(plan.options[k] for k in chosen if k >= 0) for chosen in every_plan(numbers)]


def keeping(options: tuple[Option, ...], plan: Plan) -> tuple[int, ...]:
    """Who is offered one, then how many stay with the mentors of last time, then the rest."""
    worth = worth_of(options, Order(plan.policy, plan.context))
    return (*worth[:3], sum(as_before(option, plan) for option in options), *worth[3:])


def in_turn(options: tuple[Option, ...], plan: Plan) -> tuple[int, ...]:
    """Urgent people, then how many of those who asked on each day, then the rest."""
    worth = worth_of(options, Order(plan.policy, plan.context))
    days = sorted({person.asked_on for person in plan.context.requests if person.asked_on})
    served = [sum(option.pair.beneficiary.asked_on == day for option in options) for day in days]
    return (worth[0], *served, *worth[1:])


def differing(rounds: Iterator[Round], find: Any, aim: Any) -> tuple[int, int]:
    """See that no plan of any round is better by an aim; return how many rounds, and how many it changes."""
    seen = moved = 0
    for place, plan in enumerate(map(planned, rounds)):
        if plan is None:
            continue
        found = find(plan, search=SEARCH)
        assert found is not None
        assert found.best
        aims = [aim(options, plan) for options in every_choice(plan)]
        assert aim(found.plan.chosen, plan) == max(aims), place
        seen += 1
        moved += affected(plan, found.plan) > 0
    return seen, moved


@pytest.mark.parametrize("start", BATCHES)
def test_no_plan_changes_less_and_offers_as_much(start):
    """Of all plans with the same first three totals none keeps more mentors of the last proposal."""
    rounds = (
        random_round(seed, mentors=3, beneficiaries=4, max_options=6, previous=True, choices=seed % 3 == 0)
        for seed in range(SEED + start, SEED + start + BATCH)
    )
    seen, moved = differing(rounds, fewest_changes, keeping)
    if start == 0:
        assert seen > 10
        assert moved > 0


@pytest.mark.parametrize("start", BATCHES)
def test_in_no_plan_somebody_is_served_in_place_of_whoever_asked_later(start):
    """Urgent people first, then day by day of asking as many as can be, then the programme's own order."""
    rounds = map(small_round, range(SEED + start, SEED + start + BATCH))
    seen, other = differing(rounds, longest_waiters, in_turn)
    if start == 0:
        assert seen > 5
        assert other > 0


def test_longest_waiters_by_hand():
    """One mentor: B1 asked on 5 October, B2 in August and shares nothing but is the first in turn.

    Offered is 1 either way; both have waited less than 12 weeks, so the fit decides: B1. In strict order: B2.
    """
    people = [
        person("B1", "Sam T.", asked_on="2026-10-05"),
        person("B2", "Jo L.", asked_on="2026-08-31", likes=[]),
    ]
    low = [row for row in hamlet()["situations"] if row["beneficiary"] in ("B1", "B2")]
    mentors = hamlet()["mentors"][:1]
    plan = planned(Round.from_dict(hamlet(beneficiaries=people, situations=low, mentors=mentors)))
    assert plan is not None
    assert [option.pair.beneficiary.id for option in plan.chosen] == ["B1"]
    found = longest_waiters(plan, search=SEARCH)
    assert found is not None
    assert [option.pair.beneficiary.id for option in found.plan.chosen] == ["B2"]
    assert best_totals(plan.context.round, POLICY) == tuple(p.total for p in plan.priorities)


@pytest.mark.parametrize("start", range(0, count("near_plan_rounds"), NEAR_BATCH))
def test_nearly_as_good_stays_within_the_loss_and_apart(start):
    """Same totals before the fit, no more than 10 of 100 of the fit lost, no two the same, each lawful."""
    found_any = 0
    for seed in range(SEED + start, SEED + start + NEAR_BATCH):
        policy = LIFTING if seed % 3 == 0 else POLICY
        round_ = random_round(seed, mentors=8, beneficiaries=12, previous=seed % 2 == 0)
        plan = planned(round_, policy)
        if plan is None:
            continue
        near = list(nearly_as_good(plan, loss_percent=10, at_most=2, search=SEARCH))
        assert len(near) <= 2
        order, top = Order(policy, plan.context), 3 if policy is POLICY else 2
        first = worth_of(plan.chosen, order)
        for one in near:
            found_any += 1
            assert worth_of(one.chosen, order)[:top] == first[:top], seed
            assert 10 * fit_of(one) >= 9 * fit_of(plan) or fit_of(one) >= fit_of(plan), seed
            assert verify(round_, policy, proposal_of(one)) == (), seed
        there = [plan, *near]
        distances = [affected(a, b) for n, a in enumerate(there) for b in there[:n]]
        assert all(distances), "none is there twice"
        nearest = [min(affected(one, other) for other in there[:n]) for n, one in enumerate(there) if n]
        assert all(nearest), seed
    if start == 0:
        assert found_any > 5


def test_a_loss_of_nothing_leaves_free_swaps_only():
    """B1 and B2 could change places at no loss; nobody is moved for less."""
    low = [row for row in hamlet()["situations"] if row["beneficiary"] in ("B1", "B2")]
    people = [person("B1", "Sam T."), person("B2", "Jo L.")]
    plan = planned(Round.from_dict(hamlet(beneficiaries=people, situations=low)))
    assert plan is not None
    (swap,) = nearly_as_good(plan, loss_percent=0, at_most=3, search=SEARCH)
    assert affected(plan, swap) == 2
    assert fit_of(swap) == fit_of(plan)
    people = [person("B1", "Sam T."), person("B2", "Jo L.", style_wish="gentle")]
    mentors = [hamlet()["mentors"][0], {**hamlet()["mentors"][1], "style": "gentle"}]
    plan = planned(Round.from_dict(hamlet(beneficiaries=people, situations=low, mentors=mentors)))
    assert plan is not None
    assert list(nearly_as_good(plan, loss_percent=0, at_most=3, search=SEARCH)) == []
    assert len(list(nearly_as_good(plan, loss_percent=100, at_most=3, search=SEARCH))) == 1


def test_distances_are_what_they_say():
    plan = planned(random_round(SEED + 1, mentors=8, beneficiaries=12))
    assert plan is not None
    assert affected(plan, plan) == 0
    near = list(nearly_as_good(plan, loss_percent=50, at_most=2, search=SEARCH))
    for one, other in pairwise([plan, *near]):
        here = {o.pair.beneficiary.id: set(o.pair.mentor_ids) for o in one.chosen}
        there = {o.pair.beneficiary.id: set(o.pair.mentor_ids) for o in other.chosen}
        assert affected(one, other) == sum(here.get(w) != there.get(w) for w in {*here, *there})


def test_without_any_option_the_plan_for_nobody_is_the_best_by_every_aim():
    plan = make_plan(Round.from_dict(hamlet(mentors=[])), POLICY, search=SEARCH)
    assert plan.options == ()
    for other in (fewest_changes(plan, search=SEARCH), longest_waiters(plan, search=SEARCH)):
        assert other is not None
        assert (other.best, other.plan.chosen) == (True, ())
