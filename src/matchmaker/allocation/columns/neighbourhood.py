"""Decides a few requests anew while the others keep what they have.

How few adapts: more when they are decided at once, fewer when time runs out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.whole import completed

if TYPE_CHECKING:
    from numpy.random import Generator

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Mask, Problem

FIRST, LEAST = 30, 8
WHOLE = 0.4
"""Seconds for one neighbourhood."""


class Neighbourhoods:
    """Takes turns between requests drawn at random and those that meet at the same limits."""

    def __init__(self, rng: Generator) -> None:
        """Begin small."""
        self._rng = rng
        self._size = FIRST
        self._turn = 0

    def step(self, place: Place, *, open_options: Mask, budget: Budget) -> Mask | None:
        """Look for a plan better than the place's own; None when there is none, or no time."""
        plan, problem = place.plan, place.problem
        if plan is None:
            return None
        self._turn += 1
        draw = self._drawn if self._turn % 2 else self._meeting
        free = draw(problem, plan, open_options)
        fixed = plan & ~free[problem.request]
        limited = budget.within(WHOLE)
        found = completed(
            place,
            fixed,
            open_options=open_options | plan,
            need=place.worth(plan) + 1,
            deep=self._turn // 2 % 2 == 1,
            budget=limited,
        )
        if limited.left() == 0.0:
            self._size = max(LEAST, self._size - 2 - self._size // 10)
        elif limited.left() > WHOLE / 2:
            self._size = min(problem.requests, self._size + 1 + self._size // 10)
        return found

    def _drawn(self, problem: Problem, plan: Mask, open_options: Mask) -> Mask:
        """Draw requests that could be served in another way."""
        free = np.zeros(problem.requests, np.bool_)
        asked = np.unique(problem.request[open_options & ~plan])
        free[self._rng.choice(asked, min(self._size, len(asked)), replace=False)] = True
        return free

    def _meeting(self, problem: Problem, plan: Mask, open_options: Mask) -> Mask:
        """Draw limits, and take who is served there and some who would like to be."""
        free = np.zeros(problem.requests, np.bool_)
        waiting = np.ones(problem.requests, np.bool_)
        waiting[problem.request[plan]] = False
        for limit in self._rng.permutation(problem.limits).tolist():
            options = problem.option[problem.limit == limit]
            free[problem.request[options[plan[options]]]] = True
            wishing = problem.request[options[open_options[options]]]
            free[wishing[waiting[wishing]][:2]] = True
            if free.sum() >= self._size:
                break
        return free
