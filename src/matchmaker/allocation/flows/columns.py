"""Solves a large network on few of its options, and proves by prices that the others do not matter.

Most options of a large round are nobody's best. A flow over the most promising ones gives prices;
an option left out that would pay at those prices is let in, and when none would pay the flow is
cheapest among all options. Where options are contended, prices move so much that guessing costs
more than it saves: then everything is let in at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.circulation import cheapest_flow
from matchmaker.allocation.flows.prices import read_by_level, shortest
from matchmaker.allocation.flows.residual import residual_of
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints, Mask

SMALL = 20_000
"""Options that are solved at once: choosing among them would cost more than it saves."""

PROMISING = 6
"""Options a request, on average, that are tried first."""

CONTENDED = 0.02
"""The share of options which, paying at the first prices, shows that guessing will not help."""

ROUNDS = 5
"""How often options are let in before all are."""


@dataclass(frozen=True, slots=True)
class Found:
    """A circulation, and prices at which it is the cheapest among the options tried so far."""

    flow: Ints
    prices: Ints
    """(levels, nodes)"""
    loss: Ints
    """What each arc loses at those prices, weighted."""
    whole: bool
    """Whether no option at all is left that would pay, so that there is no cheaper circulation."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a circulation is to be cheapest by."""

    cost: Ints
    """Of each arc, the weighted sum of `costs`."""
    costs: Ints
    """(levels, arcs) what the prices are to be told in."""
    request: Ints
    """Of each option, to choose among its like."""


def cheapest(
    network: Network, wanted: Wanted, *, budget: Budget, seen: Callable[[Ints], None]
) -> Iterator[Found]:
    """Yield cheaper and cheaper circulations; the last is the cheapest, and none means there is none.

    Each is `seen` before its prices are worked out: for that, too, there may be no time.
    """
    cost = wanted.cost
    chosen = promising(network, cost[: network.options], request=wanted.request)
    for turn in range(ROUNDS + 1):
        budget.check()
        keep = network.arcs(chosen)
        narrow = network.narrowed(keep)
        flow = cheapest_flow(narrow, cost[keep], budget=budget)
        if flow is None and chosen.all():
            return
        if flow is None:
            chosen[:] = True
            continue
        everywhere = np.zeros(len(keep), np.int64)
        everywhere[keep] = flow
        seen(everywhere)
        residual = residual_of(narrow, flow)
        price = shortest(residual, cost[keep], budget=budget)
        if price is None:
            raise SolverError("minimum-cost flow returned a flow that is not the cheapest")
        loss = cost + network.apart(price)
        paying = (loss[: network.options] < 0) & ~chosen
        prices = read_by_level(residual, cost[keep], price=price, costs=wanted.costs[:, keep])
        yield Found(everywhere, prices, loss, whole=not paying.any())
        if not paying.any():
            return
        chosen |= paying
        if turn == ROUNDS - 1 or paying.sum() > CONTENDED * network.options:
            chosen[:] = True
    raise SolverError("minimum-cost flow left out an option that pays")


def promising(network: Network, cost: Ints, *, request: Ints) -> Mask:
    """Mark the options that lose least against the best one of their request, and those that are fixed."""
    if network.options <= SMALL:
        return np.ones(network.options, np.bool_)
    best = np.zeros(request.max() + 1, np.int64)
    np.minimum.at(best, request, cost)
    loss = cost - best[request]
    wanted = min(PROMISING * len(best), network.options - 1)
    mask: Mask = loss <= np.partition(loss, wanted)[wanted]
    return mask | (network.low[: network.options] > 0)
