"""Keeps what the mixture of columns is sure of, and decides the doubtful requests whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.whole import completed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Mask, Problem

    Floats = NDArray[np.float64]

FIRST, LEAST = 40, 15
WHOLE = 0.4
"""Seconds for the doubtful requests."""

CHANCE = 0.4
"""How much chance is mixed into what is doubtful, after the first time."""


class Rounding:
    """Each time other requests are doubtful: more of them when they are decided soon, else fewer."""

    def __init__(self, rng: Generator) -> None:
        """Begin with few."""
        self._rng = rng
        self._size = FIRST
        self._turn = 0

    def step(
        self, place: Place, *, share: Floats, open_options: Mask, need: int | None, budget: Budget
    ) -> Mask | None:
        """Return a plan worth the need, if one is found in time; `share` is of each option."""
        problem = place.problem
        wish = share.copy()
        if self._turn:
            wish += CHANCE * self._rng.random(problem.requests)[problem.request] * (share > 0)
            wish += CHANCE / 3 * self._rng.random(problem.options) * (share > 0)
        self._turn += 1
        fixed = kept(problem, wish, doubtful=self._size)
        limited = budget.within(WHOLE)
        found = completed(
            place, fixed, open_options=open_options, need=need, deep=self._turn % 2 == 0, budget=limited
        )
        if limited.left() == 0.0:
            self._size = max(LEAST, self._size - 4 - self._size // 10)
        elif limited.left() > WHOLE / 2:
            self._size += 2 + self._size // 10
        return found


def kept(problem: Problem, wish: Floats, *, doubtful: int) -> Mask:
    """Mark the most wished-for option of all but the most doubtful requests, as far as they fit."""
    order = np.lexsort((-wish, problem.request))
    first = order[np.append(True, np.diff(problem.request[order]) != 0)] if len(order) else order
    first = first[wish[first] > 0]
    surest = first[np.argsort(-wish[first], kind="stable")]
    fixed = np.zeros(problem.options, np.bool_)
    fixed[surest[: max(0, problem.requests - doubtful)]] = True
    while len(over := overloaded(problem, fixed)):
        inside = np.isin(problem.limit, over) & fixed[problem.option] & (problem.amount > 0)
        options = np.unique(problem.option[inside])
        fixed[options[np.argmin(wish[options])]] = False
    return fixed


def overloaded(problem: Problem, fixed: Mask) -> Ints:
    """Return the limits that carry too much."""
    load = np.zeros(problem.limits, np.int64)
    np.add.at(load, problem.limit, problem.amount * fixed[problem.option])
    return np.flatnonzero(load > problem.at_most)
