"""The one door to OR-Tools' minimum-cost flow: integers in, a cheapest circulation out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints

LARGEST = 2**61
"""Costs above this over the number of nodes are refused: the solver multiplies the one by the other."""


def largest_cost(network: Network) -> int:
    """Return how much one arc may cost."""
    return LARGEST // (network.nodes + 2)


def cheapest_flow(network: Network, cost: Ints) -> Ints | None:
    """Return a cheapest circulation, or None when there is no circulation at all.

    Flows are read only after status OPTIMAL: before, the arrays behind them are not there.
    """
    from ortools.graph.python import min_cost_flow

    free = np.flatnonzero(network.low < network.high)
    solver = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        network.tail[free], network.head[free], (network.high - network.low)[free], cost[free]
    )
    supply = np.zeros(network.nodes, np.int64)
    np.add.at(supply, network.head, network.low)
    np.subtract.at(supply, network.tail, network.low)
    solver.set_nodes_supplies(np.arange(network.nodes), supply)
    status = solver.solve()
    if status == solver.INFEASIBLE:
        return None
    if status != solver.OPTIMAL:
        raise SolverError(f"minimum-cost flow ended with status {status.name}")
    flow = network.low.copy()
    flow[free] += solver.flows(arcs)
    return flow
