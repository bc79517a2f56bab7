"""Says the same limits in smaller numbers, and drops what can never matter.

Every step is exact: the set of plans stays what it was. What is gained is structure (more limits
that count, fewer that weigh) and relaxations that are nearly whole-numbered: on rounds of 60
requests with hours in minutes, the relaxation's bound then equals the optimum at most levels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.parts import Part, cut, with_options
from matchmaker.allocation.sums import nearest_sums

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Problem


TABLE = 1 << 25
"""Pairs of limit and request up to which a table of them is sooner filled than a list is sorted."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What each request at most and at least takes of each limit, if it takes any of it."""

    limit: Ints
    least: Ints
    most: Ints
    first: Ints
    """Where the triples of this limit and request begin."""


def tighten(problem: Problem) -> Part | None:
    """Return an equal problem that is easier to solve, or None when a limit cannot be met."""
    usable = np.ones(problem.options, np.bool_)
    usable[problem.option[problem.amount > problem.at_most[problem.limit]]] = False
    smaller = touching(with_options(problem, usable))
    smaller, top = counted(smaller) if (smaller.amount == 1).all() else weighed(ordered(smaller))
    if (smaller.at_least > smaller.at_most).any():
        return None
    part = cut(
        smaller,
        requests=np.ones(smaller.requests, np.bool_),
        options=np.ones(smaller.options, np.bool_),
        limits=(smaller.at_least > 0) | (smaller.at_most < top),
    )
    return replace(part, options=np.flatnonzero(usable))


def touching(problem: Problem) -> Problem:
    """Drop the triples that use nothing."""
    if (used := problem.amount > 0).all():
        return problem
    limit, option, amount = problem.limit[used], problem.option[used], problem.amount[used]
    return replace(problem, limit=limit, option=option, amount=amount)


def counted(problem: Problem) -> tuple[Problem, Ints]:
    """Return a problem whose limits only count with no more room than requests, and how many these are."""
    code = problem.limit * problem.requests + problem.request[problem.option]
    if problem.limits * problem.requests <= TABLE:
        asks = np.zeros(problem.limits * problem.requests, np.bool_)
        asks[code] = True
        top = asks.reshape(problem.limits, problem.requests).sum(axis=1)
    else:
        code = np.sort(code)
        first = np.flatnonzero(np.diff(code, prepend=-1))
        top = np.bincount(code[first] // max(problem.requests, 1), minlength=problem.limits)
    return replace(problem, at_most=np.minimum(problem.at_most, top)), top


def weighed(problem: Problem) -> tuple[Problem, Ints]:
    """Say limits that weigh in smaller numbers; return also how much could be used of each at most."""
    smaller = scaled(problem)
    needs = needs_of(smaller)
    at_most = np.minimum(smaller.at_most, top_of(smaller, needs))
    smaller = reachable(replace(smaller, at_most=at_most), needs)
    return smaller, top_of(smaller, needs_of(smaller))


def ordered(problem: Problem) -> Problem:
    """Sort the triples by limit and request."""
    order = np.lexsort((problem.request[problem.option], problem.limit))
    limit, option, amount = problem.limit[order], problem.option[order], problem.amount[order]
    return replace(problem, limit=limit, option=option, amount=amount)


def scaled(problem: Problem) -> Problem:
    """Divide each limit by what all its amounts share: 3 × 60 of 200 minutes is 3 × 1 of 3."""
    shared = np.zeros(problem.limits, np.int64)
    np.gcd.at(shared, problem.limit, problem.amount)
    shared = np.maximum(shared, 1)
    return replace(
        problem,
        amount=problem.amount // shared[problem.limit],
        at_most=problem.at_most // shared,
        at_least=-(-problem.at_least // shared),
    )


def needs_of(problem: Problem) -> Needs:
    """Group the triples by limit and request; a request uses a limit through one option at most."""
    asked = problem.request[problem.option]
    new = np.ones(len(asked), np.bool_)
    new[1:] = (np.diff(problem.limit) != 0) | (np.diff(asked) != 0)
    first = np.flatnonzero(new)
    least, most = (
        each.reduceat(problem.amount, first) if len(first) else problem.amount
        for each in (np.minimum, np.maximum)
    )
    return Needs(problem.limit[first], least, most, first)


def top_of(problem: Problem, needs: Needs) -> Ints:
    """Return how much of each limit is used when every request takes as much as it can."""
    top = np.zeros(problem.limits, np.int64)
    np.add.at(top, needs.limit, needs.most)
    return top


def reachable(problem: Problem, needs: Needs) -> Problem:
    """Tighten every limit that weighs (amounts above 1) to loads that can really be reached."""
    amount, at_most, at_least = (each.copy() for each in (problem.amount, problem.at_most, problem.at_least))
    starts = np.append(needs.first, len(amount))
    for limit in np.unique(problem.limit[problem.amount > 1]).tolist():
        groups = np.flatnonzero(needs.limit == limit)
        here = slice(starts[groups[0]], starts[groups[-1] + 1])
        ways = [amount[starts[group] : starts[group + 1]].tolist() for group in groups]
        at_least[limit], at_most[limit] = nearest_sums(
            ways, at_least=int(at_least[limit]), at_most=int(at_most[limit])
        )
        count = fixed_count(needs.least[groups], needs.most[groups], at_most=int(at_most[limit]))
        if count is not None and at_least[limit] == 0:
            amount[here], at_most[limit] = 1, count
    return replace(problem, amount=amount, at_most=at_most, at_least=at_least)


def fixed_count(least: Ints, most: Ints, *, at_most: int) -> int | None:
    """Return c when any c requests fit into a limit and no c + 1 do: then it only counts."""
    count = int((np.cumsum(np.sort(least)) <= at_most).sum())
    heaviest = int(np.sort(most)[len(most) - count :].sum())
    return count if heaviest <= at_most else None
