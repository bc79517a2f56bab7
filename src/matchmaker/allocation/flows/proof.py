"""Judges a plan by prices alone, in the terms of the problem: no network, no flow, no solver.

What each level proves is written at `answer.Prices`. It holds for limits that only count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.ties import hidden_levels

if TYPE_CHECKING:
    from matchmaker.allocation.outcome import Outcome
    from matchmaker.allocation.problem import Ints, Mask, Problem

NONE = -(2**62)


def proved(problem: Problem, outcome: Outcome) -> bool:
    """Say whether a plan is worth at every level what its prices say no plan exceeds."""
    if outcome.chosen is None or outcome.prices is None:
        return False
    taken = outcome.chosen[outcome.chosen >= 0]
    bounds = enumerate(bounds_of(problem, outcome.prices))
    return all(bound == sum(values(problem, level, options=taken).tolist()) for level, bound in bounds)


def bounds_of(problem: Problem, prices: Ints) -> tuple[int, ...]:
    """Return what each row of prices proves, given that the levels before reach their bounds."""
    open_ = Open(problem)
    rows = enumerate(prices)
    return tuple(open_.bound(values(problem, level, options=open_.options), price) for level, price in rows)


def values(problem: Problem, level: int, *, options: Ints) -> Ints:
    """Return what some options are worth at a level, given or hidden."""
    hidden = level - problem.levels
    if hidden < 0:
        return np.asarray(problem.value[level, options])
    return np.asarray(hidden_levels(problem.key[options])[hidden])


@dataclass(slots=True)
class Open:
    """Which options, requests and loads the levels proved so far leave open."""

    problem: Problem
    options: Ints = field(init=False)
    served: Mask = field(init=False)
    fixed: Mask = field(init=False)
    load: Ints = field(init=False)

    def __post_init__(self) -> None:
        """Begin with everything open."""
        self.options = np.arange(self.problem.options)
        self.served = np.zeros(self.problem.requests, np.bool_)
        self.fixed = np.zeros(self.problem.limits, np.bool_)
        self.load = np.zeros(self.problem.limits, np.int64)

    def bound(self, value: Ints, price: Ints) -> int:
        """Bound a level by a price for each limit, and keep open only what reaches the bound."""
        asked = self.problem.request[self.options]
        left = value - charges(self.problem, price)[self.options]
        best = np.where(self.served, NONE, 0)
        np.maximum.at(best, asked, left)
        self.load = np.where(
            self.fixed, self.load, np.where(price > 0, self.problem.at_most, self.problem.at_least)
        )
        paid = zip(price.tolist(), self.load.tolist(), strict=True)  # 10^9 a step, 10^7 of them: no 64 bits
        bound: int = sum(best.tolist()) + sum(each * load for each, load in paid)
        self.options = self.options[left == best[asked]]
        self.served |= best > 0
        self.fixed |= price != 0
        return bound


def charges(problem: Problem, price: Ints) -> Ints:
    """Return what each option pays for the limits it counts towards."""
    charged = np.zeros(problem.options, np.int64)
    np.add.at(charged, problem.option, price[problem.limit])
    return charged
