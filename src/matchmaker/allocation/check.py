"""Judges a plan against the problem as it was given, in Python's own integers.

It knows no solver and shares nothing with one: no answer leaves the room unjudged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Problem


def totals_of(problem: Problem, chosen: Ints) -> tuple[int, ...]:
    """Add up what a plan is worth, level by level."""
    taken = [k for k in chosen.tolist() if k >= 0]
    return tuple(sum(row) for row in problem.value[:, taken].tolist())


def faults_of(problem: Problem, chosen: Ints) -> list[str]:
    """Return every request served by another's option and every limit that is not kept."""
    options = problem.options
    found = [
        f"request {request} is served by option {k}, which is not its own"
        for request, k in enumerate(chosen.tolist())
        if k != -1 and not (0 <= k < options and int(problem.request[k]) == request)
    ]
    mine = np.zeros(options + 1, np.bool_)
    mine[chosen[(chosen >= 0) & (chosen < options)]] = True
    taken = mine[problem.option]
    loads = [0] * problem.limits
    for limit, amount in zip(problem.limit[taken].tolist(), problem.amount[taken].tolist(), strict=True):
        loads[limit] += amount
    rooms = zip(loads, problem.at_least.tolist(), problem.at_most.tolist(), strict=True)
    return found + [
        f"limit {limit} is used {load} times, not {low} to {high}"
        for limit, (load, low, high) in enumerate(rooms)
        if not low <= load <= high
    ]
