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
class Chains:
    """Which sets hold each option, from the smallest to the largest.

    The sets are the requests and, behind them, the limits. Equal sets stand in the order of their
    numbers.
    """

    set: Ints
    option: Ints
    size: Ints


def chains_of(problem: Problem) -> Chains:
    """List who is a member of what, option by option."""
    member_of = np.concatenate([problem.request, problem.requests + problem.limit])
    option = np.concatenate([np.arange(problem.options), problem.option])
    many = problem.requests + problem.limits
    size = np.bincount(member_of, minlength=many)
    by_size = np.argsort(size, kind="stable")
    place = np.empty(many, np.int64)
    place[by_size] = np.arange(many)
    # One code a membership: sorting plain integers is ten times faster than sorting by two keys.
    option, place = np.divmod(np.sort(option * many + place[member_of]), max(many, 1))
    return Chains(by_size[place], option, size)


def crossing(chains: Chains) -> tuple[Ints, Ints]:
    """Return the pairs of sets that share options although neither holds the other."""
    many = len(chains.size)
    codes = [np.zeros(0, np.int64)]
    step = 1
    while (same := chains.option[step:] == chains.option[:-step]).any():
        codes.append((chains.set[:-step] * many + chains.set[step:])[same])
        step += 1
    code = np.sort(np.concatenate(codes))
    first = np.flatnonzero(np.diff(code, prepend=-1))
    shared = np.diff(first, append=len(code))
    smaller, larger = np.divmod(code[first], max(many, 1))
    cross = shared < chains.size[smaller]
    return smaller[cross], larger[cross]


@dataclass(frozen=True, slots=True)
class Structure:
    """The sets of a problem, each one's family, 0 or 1, and which belong to a flow."""

    chains: Chains
    family: Ints
    flows: Mask


def structure_of(problem: Problem) -> Structure:
    """Colour the sets and find the components that are flows.

    Colouring by doubling: every set stands twice, as "in 0" and "in 1", and crossing sets tie
    opposite wishes together. A set tied to its own opposite cannot be coloured.
    """
    chains = chains_of(problem)
    one, other = crossing(chains)
    many = len(chains.size)
    wish = label(
        2 * many,
        tail=np.concatenate([one, one + many]),
        head=np.concatenate([other + many, other]),
    )
    in_zero, in_one = wish[:many], wish[many:]
    broken = in_zero == in_one
    broken[problem.requests + problem.limit[problem.amount != 1]] = True
    flows = np.ones(many, np.bool_)
    if broken.any():
        names = components_of(problem)
        flows = ~np.isin(names, names[broken])
    return Structure(chains, (in_one < in_zero).astype(np.int64), flows)
