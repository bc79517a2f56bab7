"""What is settled once some levels are at their best: the optimal face of the network.

An arc whose prices are not balanced carries in every best flow what it carries now (complementary
slackness). Fixing those arcs leaves exactly the plans that are best so far, so that no level ever
needs a weight against another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints


def judged(network: Network, flow: Ints, *, costs: Ints, prices: Ints) -> tuple[int, Ints]:
    """Return how many of the levels the prices prove, and the arcs that these leave open.

    An arc is settled by the first level at which its cost and its prices are out of balance. If it
    does not carry then what it should, the prices prove nothing of this level and the later ones.
    """
    open_ = np.flatnonzero(network.low < network.high)
    for level, (cost, price) in enumerate(zip(costs, prices, strict=True)):
        loss = cost[open_] + price[network.tail[open_]] - price[network.head[open_]]
        carried = flow[open_]
        should_more = (loss < 0) & (carried < network.high[open_])
        should_less = (loss > 0) & (carried > network.low[open_])
        if should_more.any() or should_less.any():
            return level, open_
        open_ = open_[loss == 0]
    return len(costs), open_


def face_of(network: Network, flow: Ints, *, left_open: Ints) -> Network:
    """Fix every arc at what it carries, but for those left open."""
    low, high = flow.copy(), flow.copy()
    low[left_open], high[left_open] = network.low[left_open], network.high[left_open]
    return replace(network, low=low, high=high)
