"""Solves flows exactly: one minimum-cost flow a level, each on the optimal face of the last.

After a level, integer prices of the nodes say what is settled: an arc whose price is not balanced
carries in every optimal flow what it carries now. Fixing those arcs leaves exactly the plans that
are best so far, and no level ever needs a weight against another (Ahuja, Magnanti & Orlin,
"Network Flows", 1993, ch. 9; complementary slackness).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.laminar import families
from matchmaker.allocation.network import Network, network_of
from matchmaker.allocation.outcome import Outcome, contradictory, nobody, totals
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Ints, Problem


@dataclass(frozen=True, slots=True)
class MinimumCostFlow:
    """The solver for limits that count in two laminar families."""

    name: str = "minimum-cost flow"

    def fits(self, problem: Problem) -> bool:
        """Say whether the whole problem is a flow."""
        return bool(families(problem)[1].all())

    def solve(self, problem: Problem, budget: Budget) -> Outcome:
        """Go through the levels; between two of them time may run out."""
        if contradictory(problem):
            return Outcome(None, impossible=True)
        network = network_of(problem)
        chosen = None if problem.at_least.any() else nobody(problem)
        proved = 0
        while proved < problem.levels and budget.left() > 0:
            cost = np.zeros(len(network.tail), np.int64)
            cost[: problem.options] = -problem.value[proved]
            flow = cheapest_flow(network, cost)
            if flow is None:
                return Outcome(None, impossible=True)
            chosen = chosen_by(problem, flow)
            network = optimal_face(network, cost=cost, flow=flow)
            proved += 1
        return Outcome(chosen, totals(problem, chosen)[:proved] if chosen is not None else ())


def chosen_by(problem: Problem, flow: Ints) -> Ints:
    """Read the options off the arcs that carry a unit."""
    chosen = nobody(problem)
    taken = np.flatnonzero(flow[: problem.options])
    chosen[problem.request[taken]] = taken
    return chosen


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


def optimal_face(network: Network, *, cost: Ints, flow: Ints) -> Network:
    """Fix every arc whose reduced cost is not 0 to what it carries."""
    price = prices(network, cost=cost, flow=flow)
    settled = cost + price[network.tail] != price[network.head]
    return replace(
        network,
        low=np.where(settled, flow, network.low),
        high=np.where(settled, flow, network.high),
    )


def prices(network: Network, *, cost: Ints, flow: Ints) -> Ints:
    """Return integer prices under which no arc that could carry more or less would pay.

    Bellman-Ford on the residual network from all nodes at once. It ends within as many rounds as
    there are nodes exactly when the flow is optimal, so it also judges the flow.
    """
    more, less = flow < network.high, flow > network.low
    tail = np.concatenate([network.tail[more], network.head[less]])
    head = np.concatenate([network.head[more], network.tail[less]])
    length = np.concatenate([cost[more], -cost[less]])
    price = np.zeros(network.nodes, np.int64)
    for _ in range(network.nodes + 1):
        before = price.copy()
        np.minimum.at(price, head, before[tail] + length)
        if (price == before).all():
            return price
    raise SolverError("minimum-cost flow returned a flow that is not optimal")
