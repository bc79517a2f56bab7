"""A plan for whoever stops before the first flow: the best options first, where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.outcome import nobody

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Problem

FEW = 3
"""Options a request, on average, that are looked at: more would take longer than somebody waits."""


def greedy(problem: Problem) -> Ints:
    """Return a plan that keeps limits without a minimum; nothing is proved of it.

    Levels are weighed roughly, in floats: this only says in which order options are looked at.
    """
    chosen = nobody(problem)
    worth = np.zeros(problem.options)
    for value in problem.value[::-1]:
        worth = worth / 1024 + value / max(1, int(np.abs(value).max(initial=0)))
    order = best_of(problem, worth)
    order = order[worth[order] > 0]
    asked = problem.request[order].tolist()
    uses = uses_of(problem, order)
    room = problem.at_most.tolist()
    for option, request, limits in zip(order.tolist(), asked, uses, strict=True):
        if chosen[request] < 0 and all(room[limit] > 0 for limit in limits):
            chosen[request] = option
            for limit in limits:
                room[limit] -= 1
    return chosen


def best_of(problem: Problem, worth: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Ints:
    """Return the options that come close to the best of their request, the best first."""
    best = np.full(problem.requests, -np.inf)
    np.maximum.at(best, problem.request, worth)
    loss = best[problem.request] - worth
    wanted = min(FEW * problem.requests, problem.options)
    near = np.argpartition(loss, wanted - 1)[:wanted] if wanted else np.zeros(0, np.int64)
    return near[np.lexsort((near, -worth[near]))]


def uses_of(problem: Problem, options: Ints) -> list[list[int]]:
    """Return the limits that each of some options counts towards."""
    place = np.full(problem.options, -1)
    place[options] = np.arange(len(options))
    here = place[problem.option] >= 0
    uses: list[list[int]] = [[] for _ in options]
    for option, limit in zip(place[problem.option[here]].tolist(), problem.limit[here].tolist(), strict=True):
        uses[option].append(limit)
    return uses
