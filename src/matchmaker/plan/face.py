"""Among all plans that are just as good: how few, and how many, of some people have a suggestion."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.plan.forced import worth_of
from matchmaker.plan.otherwise import values_of
from matchmaker.plan.solving import solved

if TYPE_CHECKING:
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search


@dataclass(frozen=True, slots=True)
class Between:
    """How few and how many; plans with either were found."""

    least: int
    most: int
    proved: bool
    """Whether no plan that is just as good has fewer or more."""


def between(plan: Plan, people: Collection[str], *, levels: int, search: Search) -> Between:
    """Return how few and how many of these people have a suggestion in plans of the same worth.

    One more level behind those that count asks for as many of them as can be, and then for as few. Nobody
    outside this question ever sees who they are.

    Args:
        plan: the plan; what it suggests is one of those plans.
        people: the ids of the people it is about.
        levels: how many of the first levels have to be the same.
        search: how long each of the two questions may take.
    """
    own = sum(option.pair.beneficiary.id in people for option in plan.chosen)
    if plan.answer is None or plan.answer.kept is None:
        return Between(own, own, False)
    if not plan.options:
        return Between(own, own, True)
    values = values_of(plan)[:levels]
    members = np.array([int(option.pair.beneficiary.id in people) for option in plan.options], np.int64)
    worth = worth_of(plan.chosen, plan.order)[:levels]
    ends, proved = [own], True
    for sign in (-1, 1):
        problem = replace(plan.answer.kept.problem, value=np.vstack([values, sign * members]))
        found = solved(problem, search)
        same = found.has_plan and found.totals[:levels] == worth
        ends += [sign * found.totals[levels]] if same else []
        proved = proved and same and found.status == "optimal"
    return Between(min(ends), max(ends), proved)
