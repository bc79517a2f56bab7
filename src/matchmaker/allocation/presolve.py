"""Says what is settled before any search: who must be served, what they force, what can never pay.

Each step is exact: the best plans, ties broken, stay what they were.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.parts import cut
from matchmaker.allocation.place import Place

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Mask, Problem


def presolved(problem: Problem) -> Place:
    """Return where a search of a problem begins; its hidden levels belong to it."""
    keep = np.ones(problem.options, np.bool_)
    must = np.zeros(problem.requests, np.bool_)
    while True:
        before = keep.sum(), must.sum()
        forced(problem, keep=keep, must=must)
        if (keep.sum(), must.sum()) == before:
            break
    keep &= ~dominated(problem, keep)
    limits = ~implied(problem, must)
    part = cut(problem, requests=np.ones(problem.requests, np.bool_), options=keep, limits=limits)
    return replace(Place.start(part.problem, must=must), options=part.options)


def forced(problem: Problem, *, keep: Mask, must: Mask) -> None:
    """Mark, in place, who must be served and which of their options cannot be chosen.

    A minimum that is only reached when all give their most, but one a little less: whoever cannot
    be left out must be served, and gives no less than what the others cannot make up for.
    """
    limit, option, amount = of_minimums(problem, keep)
    if not len(limit):
        return
    request = problem.request[option]
    pair = limit * problem.requests + request
    order = np.argsort(pair, kind="stable")
    first = np.flatnonzero(first_of(pair[order]))
    most = np.maximum.reduceat(amount[order], first)
    whose, whom = limit[order][first], request[order][first]
    top = np.zeros(problem.limits, np.int64)
    np.add.at(top, whose, most)
    least = most - (top - problem.at_least)[whose]
    tied = least > 0
    must[whom[tied]] = True
    # An option stays when it gives enough to every minimum that its request is tied to.
    needed = np.bincount(whom[tied], minlength=problem.requests)
    enough = (np.where(tied, least, amount.max() + 1)[np.cumsum(first_of(pair[order])) - 1]) <= amount[order]
    kept = np.bincount(option[order][enough], minlength=problem.options)
    keep &= kept == needed[problem.request]


def first_of(sorted_numbers: Ints) -> Mask:
    """Mark where a sorted array changes."""
    marks: Mask = np.append(True, np.diff(sorted_numbers) != 0)
    return marks


def of_minimums(problem: Problem, keep: Mask) -> tuple[Ints, Ints, Ints]:
    """Return the triples of limits with a minimum."""
    here = (problem.at_least[problem.limit] > 0) & keep[problem.option] & (problem.amount > 0)
    return problem.limit[here], problem.option[here], problem.amount[here]


def implied(problem: Problem, must: Mask) -> Mask:
    """Mark the limits of one request that hold whenever it is served."""
    asked = problem.request[problem.option]
    uses = np.bincount(problem.limit, minlength=problem.limits)
    low, high = np.full(problem.limits, problem.requests), np.full(problem.limits, -1)
    np.minimum.at(low, problem.limit, asked)
    np.maximum.at(high, problem.limit, asked)
    least, most = np.full(problem.limits, np.iinfo(np.int64).max), np.zeros(problem.limits, np.int64)
    np.minimum.at(least, problem.limit, problem.amount)
    np.maximum.at(most, problem.limit, problem.amount)
    whole = np.bincount(problem.request, minlength=problem.requests)
    one = (low == high) & (uses > 0)
    served = (
        one
        & must[np.minimum(low, problem.requests - 1)]
        & (uses == whole[np.minimum(low, problem.requests - 1)])
    )
    fits = one & (most <= problem.at_most)
    marked: Mask = fits & ((problem.at_least == 0) | (served & (least >= problem.at_least)))
    return marked


def dominated(problem: Problem, keep: Mask) -> Mask:
    """Mark options beside which another of the same request, with the same uses, is always better."""
    found = np.zeros(problem.options, np.bool_)
    uses: list[list[tuple[int, int]]] = [[] for _ in range(problem.options)]
    for limit, option, amount in sorted(
        zip(problem.limit.tolist(), problem.option.tolist(), problem.amount.tolist(), strict=True)
    ):
        if amount:
            uses[option].append((limit, amount))
    best: dict[tuple[object, ...], int] = {}
    rows = list(zip(*problem.value.tolist(), strict=True)) or [()] * problem.options
    asked = problem.request.tolist()
    for option in np.flatnonzero(keep).tolist():
        name = (asked[option], tuple(uses[option]))
        other = best.setdefault(name, option)
        if other != option:
            worse, best[name] = (option, other) if rows[option] < rows[other] else (other, option)
            found[worse] = True
    return found
