"""Recovers the prices that a flow solver keeps to itself, and with them judges its flow.

Shortest ways in the residual network are integer prices under which no arc that could carry more
or less would pay (Ahuja, Magnanti & Orlin, "Network Flows", 1993, ch. 9). They exist exactly when
the flow is cheapest. Found for one weighted cost, they are then read level by level along the tree
of shortest ways, so that no weight is left in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.flows.residual import Residual
    from matchmaker.allocation.problem import Ints

LOOK = 8
"""Rounds between two looks at the clock: at 2.5 million options each takes up to 30 ms."""

PATIENCE = 64
"""Rounds of Bellman-Ford before it asks whether it is going round in circles."""


def shortest(residual: Residual, cost: Ints, *, budget: Budget | None = None) -> Ints | None:
    """Return each node's distance from all nodes at once, or None when a circle pays.

    Bellman-Ford, all arcs at once. Once it has taken long, it remembers who was reached from where;
    whoever is reached from itself stands on a circle that pays, so the flow was not the cheapest.
    """
    tail, head = residual.tail, residual.head
    length = residual.sign * cost[residual.arc]
    price = np.zeros(residual.nodes, np.int64)
    origin = np.arange(residual.nodes)
    for turn in range(1, residual.nodes + 2):
        reach = price[tail] + length
        lower = price.copy()
        np.minimum.at(lower, head, reach)
        better = lower < price
        if not better.any():
            return price
        if budget is not None and turn % LOOK == 0:
            budget.check()
        if turn > PATIENCE:
            hit = np.flatnonzero(better[head] & (reach == lower[head]))
            origin[head[hit]] = tail[hit]
            if turn % PATIENCE == 0 and circular(origin):
                return None
        price = lower
    return None


def circular(origin: Ints) -> bool:
    """Say whether going from each node to its origin, again and again, ever ends nowhere."""
    end = origin
    for _ in range(max(len(origin), 2).bit_length()):
        end = end[end]
    return bool((origin[end] != end).any())


def read_by_level(residual: Residual, cost: Ints, *, price: Ints, costs: Ints) -> Ints:
    """Return (levels, nodes) prices: what each level costs along a tree of shortest ways.

    `cost` is the weighted sum of the `costs` of the levels, `price` the distances it gives.
    """
    tight = np.flatnonzero(price[residual.tail] + residual.sign * cost[residual.arc] == price[residual.head])
    tail, head = residual.tail[tight], residual.head[tight]
    lengths = residual.sign[tight] * costs[:, residual.arc[tight]]
    known = price == 0
    prices = np.zeros((len(costs), residual.nodes), np.int64)
    while True:
        next_ = np.flatnonzero(known[tail] & ~known[head])
        if not len(next_):
            return prices
        prices[:, head[next_]] = prices[:, tail[next_]] + lengths[:, next_]
        known[head[next_]] = True
        left = ~known[head]
        tail, head, lengths = tail[left], head[left], lengths[:, left]
