"""Whole plans beside the best one: the fewest changes, the longest waiters, and a few nearly as good.

Each takes the same options within the same limits, and is chosen for other aims than the programme's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from matchmaker.plan.clock import Clock
from matchmaker.plan.forced import worth_of
from matchmaker.plan.otherwise import otherwise, values_of
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import Suggestion, net_fit

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints
    from matchmaker.compile import Option
    from matchmaker.plan.otherwise import Otherwise
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search
    from matchmaker.policy.priorities import PriorityName

STEPS: Final = 10
"""How many prices on meeting the same mentors are tried for each plan."""
_FIRST_PRICE: Final = 100
_WHATEVER_IT_COSTS: Final = 2**15
"""No price beyond this is tried: a fit is at most 10,000."""
_NEAR: Final = 4
"""A price is near enough to the highest that is not too much when less than a quarter of it is missing."""
_FIT: Final[frozenset[PriorityName]] = frozenset({"fit", "lift_worst"})


def fewest_changes(plan: Plan, *, search: Search) -> Otherwise | None:
    """Return the plan that keeps the mentors of the last proposal for as many people as can be.

    Whatever the programme counts before how well introductions fit is kept as it is, so that nobody loses
    their turn to somebody who is only to stay where they were.
    """
    values, top = values_of(plan), before_fit(plan)
    kept = [[int(as_before(option, plan)) for option in plan.options]]
    return otherwise(plan, np.vstack([values[:top], kept, values[top:]]), search=search)


def longest_waiters(plan: Plan, *, search: Search) -> Otherwise | None:
    """Return the plan that goes strictly by who asked first; urgent people before that, if they are first."""
    names = plan.policy.priorities
    first: tuple[PriorityName, ...] = ("urgent",) if names[0] == "urgent" else ()
    order = (*first, "waiting_order", *(name for name in names if name not in (*first, "waiting_order")))
    policy = plan.policy.model_copy(update={"priorities": order})
    worth = Order(policy, plan.context)
    values = np.array([worth.worth(_said(option)) for option in plan.options], np.int64)
    return otherwise(plan, values.reshape(len(plan.options), worth.levels).T, search=search)


def nearly_as_good(plan: Plan, *, loss_percent: int, at_most: int, search: Search) -> Iterator[Plan]:
    """Yield plans as different from this one, and from each other, as they come within a loss of fit.

    All that counts before the fit is as in this plan. A price on meeting the same mentors as in the plans
    so far is raised until the loss is used up (Lagrange); of all plans found on the way the one comes next
    that is furthest from those there are, by the number of people who would meet somebody else.
    """
    there, clock = [plan], Clock.of(search)
    found: list[Otherwise] = []
    for _ in range(at_most):
        found += _apart(there, loss_percent, clock=clock)
        best = max(found, key=lambda each: _nearest(each.plan, there), default=None)
        if best is None or not _nearest(best.plan, there):
            return
        there.append(best.plan)
        yield best.plan


def affected(one: Plan, other: Plan) -> int:
    """Return how many people would meet other mentors, or nobody, in one of two plans."""
    here, there = _mentors(one), _mentors(other)
    return sum(here.get(who) != there.get(who) for who in {*here, *there})


def as_before(option: Option, plan: Plan) -> bool:
    """Say whether an option is with the mentors of the last proposal."""
    pair = option.pair
    return plan.context.suggested_before.get(pair.beneficiary.id) == frozenset(pair.mentor_ids)


def _apart(there: Sequence[Plan], loss_percent: int, *, clock: Clock) -> Iterator[Otherwise]:
    """Yield plans within the loss, the more different the higher the price of meeting the same mentors.

    The price doubles until the loss is too much, and is then halved between; so that something comes of it
    however little time there is, no step takes more than a part of what is left.
    """
    plan, used = there[0], _used(there)
    values, top, fit = values_of(plan), before_fit(plan), _fits(plan)
    low, high, price = 0, _WHATEVER_IT_COSTS, _FIRST_PRICE
    for _ in range(STEPS):
        if clock.over:
            return
        levels = np.vstack([values[:top], fit - price * used, values[top:]])
        found = otherwise(plan, levels, search=clock.next)
        within = found is not None and _within(found.plan, plan, loss_percent)
        if found is not None and within:
            yield found
        low, high = (price, high) if within else (low, price)
        price = 2 * low if high == _WHATEVER_IT_COSTS else (low + high) // 2
        if _NEAR * (high - low) <= low or price in (low, high) or price > _WHATEVER_IT_COSTS:
            return


def _within(other: Plan, plan: Plan, loss_percent: int) -> bool:
    """Say whether a plan is as good at all that counts before the fit, and within the loss of that."""
    top = before_fit(plan)
    here, there = (worth_of(each.chosen, plan.order)[:top] for each in (other, plan))
    whole = fit_of(plan)
    return here == there and fit_of(other) >= whole - max(0, whole) * loss_percent // 100


def _fits(plan: Plan) -> Ints:
    return np.array([_fit(option, plan) for option in plan.options], np.int64)


def fit_of(plan: Plan) -> int:
    """Return what a plan's introductions fit in all, moves and what is ready counted as the policy does."""
    return sum(_fit(option, plan) for option in plan.chosen)


def _fit(option: Option, plan: Plan) -> int:
    return net_fit(_said(option), policy=plan.policy, context=plan.context)


def _said(option: Option) -> Suggestion:
    return Suggestion(option.pair, option.state, option.fit)


def _used(there: Sequence[Plan]) -> Ints:
    """Return for each option in how many plans that person meets those mentors already."""
    mentors = [_mentors(plan) for plan in there]
    used = [
        sum(each.get(option.pair.beneficiary.id) == option.name[1] for each in mentors)
        for option in there[0].options
    ]
    return np.array(used, np.int64)


def _mentors(plan: Plan) -> dict[str, frozenset[str]]:
    return {option.pair.beneficiary.id: option.name[1] for option in plan.chosen}


def _nearest(plan: Plan, there: Sequence[Plan]) -> int:
    return min(affected(plan, other) for other in there)


def before_fit(plan: Plan) -> int:
    """Return how many levels count before how well introductions fit; all of them where that never counts."""
    names = plan.order.names
    return next((place for place, name in enumerate(names) if name.split()[0] in _FIT), len(names))
