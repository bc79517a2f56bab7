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
    from collections.abc import Iterator

    from matchmaker.allocation.problem import Ints, Mask, Problem


DEEP = 8
"""Limits of one option beyond which all memberships are sorted at once, which takes less room then."""


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
    many = problem.requests + problem.limits
    member_of = np.concatenate([problem.request, problem.requests + problem.limit])
    size = np.bincount(member_of, minlength=many)
    by_size = np.argsort(size, kind="stable")
    place = np.empty(many, np.int64)
    place[by_size] = np.arange(many)
    if np.bincount(problem.option, minlength=1).max() > DEEP:
        option = np.concatenate([np.arange(problem.options), problem.option])
        option, sets = np.divmod(np.sort(option * many + place[member_of]), max(many, 1))
        return Chains(by_size[sets], option, size)
    columns = [place[problem.request]]
    for triples in in_turn(problem):
        columns.append(np.full(problem.options, many))
        columns[-1][problem.option[triples]] = place[problem.requests + problem.limit[triples]]
    # A few numbers for each option are sorted many times faster than all of them at once.
    places = np.sort(np.stack(columns, axis=1), axis=1)
    there = places < many
    option = np.repeat(np.arange(problem.options), there.sum(axis=1))
    return Chains(by_size[places[there]], option, size)


def in_turn(problem: Problem) -> Iterator[Ints]:
    """Yield triples in turns, each option at most once a turn."""
    left = np.arange(len(problem.option))
    while len(left):
        last = np.full(problem.options, -1)
        last[problem.option[left]] = left
        now = last[problem.option[left]] == left
        yield left[now]
        left = left[~now]


def crossing(chains: Chains) -> tuple[Ints, Ints]:
    """Return the pairs of sets that share options although neither holds the other."""
    many = len(chains.size)
    sets, option = chains.set, chains.option
    codes = [np.zeros(0, np.int64)]
    step = 1
    while (same := option[step:] == option[:-step]).any():
        codes.append((sets[:-step] * many + sets[step:])[same])
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
    """Find two families, and the components that are flows.

    Mostly one family holds the requests, perhaps with what is made of whole requests, and the other
    one the rest. That is tried first, for looking at all pairs of sets takes long.
    """
    chains = chains_of(problem)
    broken = np.zeros(len(chains.size), np.bool_)
    for guess in (requests_alone, whole_requests):
        family = guess(problem, chains)
        if is_laminar(chains, family == 1) and is_laminar(chains, family == 0):
            break
    else:
        family, broken = coloured(chains)
    broken[problem.requests + problem.limit[problem.amount != 1]] = True
    flows = np.ones(len(chains.size), np.bool_)
    if broken.any():
        names = components_of(problem)
        flows = ~np.isin(names, names[broken])
    return Structure(chains, family, flows)


def requests_alone(problem: Problem, chains: Chains) -> Ints:
    """Guess that no two limits cross."""
    return (np.arange(len(chains.size)) >= problem.requests).astype(np.int64)


def whole_requests(problem: Problem, chains: Chains) -> Ints:
    """Guess that limits cross requests unless they seem to hold every option of theirs.

    Such a limit is as large as the requests whose first options it holds.
    """
    first = np.zeros(problem.options, np.bool_)
    asked = np.full(problem.requests, problem.options)
    np.minimum.at(asked, problem.request, np.arange(problem.options))
    first[asked[asked < problem.options]] = True
    holds = first[problem.option]
    whole = np.zeros(problem.limits, np.int64)
    np.add.at(whole, problem.limit[holds], chains.size[problem.request[problem.option[holds]]])
    family = requests_alone(problem, chains)
    family[problem.requests :][whole == chains.size[problem.requests :]] = 0
    return family


def is_laminar(chains: Chains, within: Mask) -> bool:
    """Say whether of these sets any two that share options are nested.

    They are, if what the next larger set of an option is depends on nothing but the set it lies in.
    """
    inside = within[chains.set]
    sets, option = chains.set[inside], chains.option[inside]
    above = np.where(np.append(option[1:] == option[:-1], False), np.append(sets[1:], -1), -1)
    next_ = np.full(len(chains.size), -1)
    next_[sets] = above
    return bool((next_[sets] == above).all())


def coloured(chains: Chains) -> tuple[Ints, Mask]:
    """Give every set one of two families so that sets that cross have different ones, where possible.

    Colouring by doubling: every set stands twice, as "in 0" and "in 1", and crossing sets tie
    opposite wishes together. A set tied to its own opposite cannot be coloured.
    """
    one, other = crossing(chains)
    many = len(chains.size)
    wish = label(
        2 * many,
        tail=np.concatenate([one, one + many]),
        head=np.concatenate([other + many, other]),
    )
    in_zero, in_one = wish[:many], wish[many:]
    return (in_one < in_zero).astype(np.int64), in_zero == in_one
