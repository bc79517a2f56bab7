"""Other plans from the same options: solved for other aims, and judged by the programme's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation import Problem
from matchmaker.allocation.outcome import ceilings, totals
from matchmaker.plan.solving import solved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from matchmaker.allocation.answer import Answer
    from matchmaker.allocation.problem import Ints
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A plan that was chosen for other aims than the programme's."""

    plan: Plan
    """What it is worth by the programme's own order, and what no plan is worth."""
    best: bool
    """Whether it is proved that no plan does better by those other aims."""


def otherwise(plan: Plan, levels: ArrayLike, *, search: Search) -> Otherwise | None:
    """Return the best plan from the same options, within the same limits, by other levels of worth.

    Args:
        plan: where the options come from; it has an answer.
        levels: (T, K) what each option is worth; level 0 matters most.
        search: how long it may take.

    Returns:
        None when no plan was found in time.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed; one plan of several is no answer to go on from.
    """
    answer = _answer_of(plan)
    if answer is None or answer.kept is None:
        return None
    if not plan.options:
        return Otherwise(plan, plan.status == "optimal")
    was = answer.kept.problem
    problem = Problem.from_arrays(
        requests=was.requests,
        request=was.request,
        value=levels,
        limit=was.limit,
        option=was.option,
        amount=was.amount,
        at_most=was.at_most,
        at_least=was.at_least,
        key=was.key,
    )
    found = solved(problem, search)
    if not found.has_plan:
        return None
    return Otherwise(instead(plan, found.chosen, canonical=found.canonical), found.status == "optimal")


def instead(plan: Plan, chosen: Ints, *, canonical: bool) -> Plan:
    """Return a plan that makes another choice, beside the bounds that are proved of every plan.

    A bound rests on the levels before it being at their best; behind the first level where this choice
    falls short only what holds for every plan is said.
    """
    answer = _answer_of(plan)
    if answer is None or answer.kept is None:
        return plan
    problem = answer.kept.problem
    reached, tops = totals(problem, chosen), ceilings(problem)
    below = (k for k, total in enumerate(reached) if total != answer.bounds[k])
    first = next(below, len(reached))
    bounds = (*answer.bounds[: first + 1], *tops[first + 1 :])
    other = replace(
        answer,
        chosen=chosen,
        totals=reached,
        bounds=bounds,
        status="optimal" if reached == bounds else "feasible",
        canonical=canonical,
        proofs=(),
        prices=None,
        kept=None,
    )
    places: Sequence[int] = chosen[chosen >= 0].tolist()
    return replace(plan, chosen=tuple(plan.options[place] for place in places), answer=other, proved=None)


def values_of(plan: Plan) -> Ints:
    """Return what each option is worth at each level, (T, K)."""
    worth = np.array([option.worth for option in plan.options], np.int64)
    return worth.reshape(len(plan.options), plan.order.levels).T


def _answer_of(plan: Plan) -> Answer | None:
    return plan.answer if plan.answer is not None and plan.answer.has_plan else None
