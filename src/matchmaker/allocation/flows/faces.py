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
    from collections.abc import Callable, Iterable, Sequence

    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints


def judged(network: Network, flow: Ints, *, levels: Iterable[Callable[[Ints], Ints]]) -> tuple[int, Ints]:
    """Return how many of the levels the prices prove, and the arcs that these leave open.

    Each level tells what given arcs lose. An arc is settled by the first level at which it does lose
    or gain. If it does not carry then what it should, the prices prove nothing of this level and the
    later ones.
    """
    open_ = np.flatnonzero(network.low < network.high)
    proved = 0
    for lost in levels:
        loss, carried = lost(open_), flow[open_]
        should_more = (loss < 0) & (carried < network.high[open_])
        should_less = (loss > 0) & (carried > network.low[open_])
        if should_more.any() or should_less.any():
            break
        open_ = open_[loss == 0]
        proved += 1
    return proved, open_


def faithful(weights: Sequence[int], *, spans: Ints, prices: Ints) -> bool:
    """Say whether the sign of a weighted loss is the sign of the first level that loses or gains.

    No arc loses more at a level than the largest cost and the widest difference of prices together;
    a weight above all that the later levels could add up to is enough, as long as 64 bits hold the sum.
    """
    reach = spans + prices.max(axis=1, initial=0) - prices.min(axis=1, initial=0)
    after = 0
    for weight, most in zip(reversed(weights), reversed(reach.tolist()), strict=True):
        if weight <= after:
            return False
        after += weight * most
    return after < 2**63


def face_of(network: Network, flow: Ints, *, left_open: Ints) -> Network:
    """Fix every arc at what it carries, but for those left open."""
    low, high = flow.copy(), flow.copy()
    low[left_open], high[left_open] = network.low[left_open], network.high[left_open]
    return replace(network, low=low, high=high)
