"""The one door to OR-Tools' minimum-cost flow: integers in, a cheapest circulation out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.apart import reply_to
from matchmaker.allocation.flows.call import Call
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints

LARGEST = 2**58
"""The solver multiplies costs by the number of nodes, and refuses some that come near 2^62."""


class CostsTooLarge(SolverError):
    """The solver saw that its own prices might overflow; smaller costs may do."""


def largest_cost(network: Network) -> int:
    """Return how much one arc may cost."""
    return LARGEST // (network.nodes + 2)


def cheapest_flow(network: Network, cost: Ints, *, budget: Budget) -> Ints | None:
    """Return a cheapest circulation, or None when there is no circulation at all."""
    free = np.flatnonzero(network.low < network.high)
    supply = np.zeros(network.nodes, np.int64)
    np.add.at(supply, network.head, network.low)
    np.subtract.at(supply, network.tail, network.low)
    room = (network.high - network.low)[free]
    reply = reply_to(Call(network.tail[free], network.head[free], room, cost[free], supply), budget)
    if reply.status == "INFEASIBLE":
        return None
    if reply.status == "BAD_COST_RANGE":
        raise CostsTooLarge("minimum-cost flow: the costs are too large for so many nodes")
    if reply.flow is None:
        raise SolverError(f"minimum-cost flow ended with status {reply.status}")
    flow = network.low.copy()
    flow[free] += reply.flow
    return flow
