"""Recognises flows: limits that only count and split into two families, each nested or disjoint.

Two sets cross when they share options and neither holds the other. A family without crossing sets
is laminar, so two families suffice exactly when the graph of crossing sets can be coloured with
two colours. Each request's at-most-one is such a set too. (Edmonds: the constraints of two laminar
families form a network matrix, so the problem is a minimum-cost flow.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.components import components_of, label

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Mask, Problem


@dataclass(frozen=True, slots=True)
class Sets:
    """Requests and, behind them, limits, as sets of options."""

    set: Ints
    option: Ints
    size: Ints


def sets_of(problem: Problem) -> Sets:
    """List who is a member of what, option by option."""
    member_of = np.concatenate([problem.request, problem.requests + problem.limit])
    option = np.concatenate([np.arange(problem.options), problem.option])
    order = np.argsort(option, kind="stable")
    size = np.bincount(member_of, minlength=problem.requests + problem.limits)
    return Sets(member_of[order], option[order], size)


def crossing(sets: Sets) -> tuple[Ints, Ints]:
    """Return the pairs of sets that share options although neither holds the other."""
    many = len(sets.size)
    codes = [np.zeros(0, np.int64)]
    step = 1
    while (same := sets.option[step:] == sets.option[:-step]).any():
        one, other = sets.set[:-step][same], sets.set[step:][same]
        codes.append(np.minimum(one, other) * many + np.maximum(one, other))
        step += 1
    pairs, shared = np.unique(np.concatenate(codes), return_counts=True)
    one, other = pairs // max(many, 1), pairs % max(many, 1)
    cross = shared < np.minimum(sets.size[one], sets.size[other])
    return one[cross], other[cross]


def families(problem: Problem) -> tuple[Ints, Mask]:
    """Return each set's family, 0 or 1, and which sets belong to a component that is a flow.

    Colouring by doubling: every set stands twice, as "in 0" and "in 1", and crossing sets tie
    opposite wishes together. A set tied to its own opposite cannot be coloured.
    """
    sets = sets_of(problem)
    one, other = crossing(sets)
    many = len(sets.size)
    wish = label(
        2 * many,
        tail=np.concatenate([one, one + many]),
        head=np.concatenate([other + many, other]),
    )
    in_zero, in_one = wish[:many], wish[many:]
    broken = in_zero == in_one
    broken[problem.requests + problem.limit[problem.amount != 1]] = True
    names = components_of(problem)
    fits = ~np.isin(names, names[broken])
    return (in_one < in_zero).astype(np.int64), fits
