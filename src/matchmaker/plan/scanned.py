"""What newcomers would bring wherever a flow tells: all of them from one plan, without solving again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation import Answer, Problem, newcomers
from matchmaker.compile import Compiled, compiled
from matchmaker.plan.gain import OtherPlan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matchmaker.plan.newcomers import Newcomers

ONE_PLACE = "people-at-once"
"""The limit by which a newcomer has one place; where it is switched off, only solving tells."""


def scanned(pool: Newcomers, base: Answer, *, ids: Sequence[str]) -> Mapping[str, OtherPlan]:
    """Return what the best plan would be worth with each of these newcomers alone, of whom a flow tells.

    The plans that come back are worth that; who is chosen in them is not worked out.
    """
    plan = pool.plan
    if base.status != "optimal" or not one_place(pool):
        return {}
    numbers = compiled(plan.options, policy=plan.policy, context=plan.context)
    options = [option for each in ids for option in pool.options[each]]
    new = compiled(options, policy=plan.policy, context=pool.context)
    owner = np.array([number for number, each in enumerate(ids) for _ in pool.options[each]], np.int64)
    found = newcomers(base, offers(numbers, new, owner=owner, newcomers=len(ids)))
    worth = {
        each: tuple(
            was + more for was, more in zip(base.totals, found.levels[:, number].tolist(), strict=True)
        )
        for number, each in enumerate(ids)
        if found.known[number]
    }
    return {each: OtherPlan(replace(base, totals=it, bounds=it), ()) for each, it in worth.items()}


def one_place(pool: Newcomers) -> bool:
    """Say whether each newcomer has one place and no more, whatever they could meet people for."""
    limited = any(limit.code == ONE_PLACE for limit in pool.plan.policy.limits_on)
    return limited and all(each.mentor.people_at_once == 1 for each in pool.newcomers)


def offers(numbers: Compiled, new: Compiled, *, owner: np.ndarray, newcomers: int) -> Problem:
    """Return the newcomers' options in the numbers of the plan's own problem, with a place for each newcomer.

    A limit that no option of the plan counts towards is the newcomer's own, or nobody else uses it: with one
    place it either has room for an option or rules it out.
    """
    number = {label: place for place, label in enumerate(numbers.labels)}
    where = np.array([number.get(label, -1) for label in new.labels], np.int64)[new.problem.limit]
    out = new.problem.amount > new.problem.at_most[new.problem.limit]
    room = np.ones(newcomers + 1, np.int64)
    room[newcomers] = 0
    owner = owner.copy()
    owner[new.problem.option[out]] = newcomers
    here = where >= 0
    first = len(numbers.labels)
    return Problem.from_arrays(
        requests=numbers.problem.requests,
        request=new.problem.request,
        value=new.problem.value,
        limit=np.concatenate([where[here], first + owner]),
        option=np.concatenate([new.problem.option[here], np.arange(len(owner))]),
        amount=np.concatenate([new.problem.amount[here], np.ones(len(owner), np.int64)]),
        at_most=np.concatenate([numbers.problem.at_most, room]),
    )
