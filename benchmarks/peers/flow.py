"""One direct call of OR-Tools' SimpleMinCostFlow, and the same network in networkx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.found import Found

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.instances import Plain


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """The network a practised hand would write: requests send a unit to a mentor, or nowhere at no cost.

    Options come first. Where introductions are counted, workers send what requests pass on.
    """

    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    room: NDArray[np.int64]
    cost: NDArray[np.int64]
    supply: NDArray[np.int64]


def network_of(plain: Plain, value: NDArray[np.int64]) -> Arcs:
    """Write down requests, mentors, a sink, and workers where they count."""
    requests, mentors = plain.requests, len(plain.places)
    sink = requests + mentors
    mentor = np.arange(requests, sink)
    tail, head = [plain.request, mentor], [requests + plain.mentor, np.full(mentors, sink)]
    room = [np.ones_like(plain.request), plain.places]
    if plain.visits is None:
        supply = np.zeros(sink + 1, np.int64)
        supply[:requests], supply[sink] = 1, -requests
        tail.append(np.arange(requests))
        head.append(np.full(requests, sink))
        room.append(np.ones(requests, np.int64))
    else:
        workers = len(plain.visits)
        supply = np.zeros(sink + 1 + workers, np.int64)
        supply[sink + 1 :], supply[sink] = plain.visits, -plain.visits.sum()
        tail += [sink + 1 + plain.worker, sink + 1 + np.arange(workers)]
        head += [np.arange(requests), np.full(workers, sink)]
        room += [np.ones(requests, np.int64), plain.visits]
    tails = np.concatenate(tail)
    cost = np.zeros(len(tails), np.int64)
    cost[: plain.options] = -value
    return Arcs(tails, np.concatenate(head), np.concatenate(room), cost, supply)


def one_flow(plain: Plain, value: NDArray[np.int64]) -> Found:
    """Build the network and solve it once."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    arcs, solver = network_of(plain, value), SimpleMinCostFlow()
    index = solver.add_arcs_with_capacity_and_unit_cost(arcs.tail, arcs.head, arcs.room, arcs.cost)
    solver.set_nodes_supplies(np.arange(len(arcs.supply)), arcs.supply)
    status = solver.solve()
    assert status == solver.OPTIMAL, status
    return Found(np.flatnonzero(solver.flows(index[: plain.options])))


def network_simplex(plain: Plain, value: NDArray[np.int64]) -> Found:
    """Solve the same network with networkx, which is Python all through."""
    import networkx

    arcs, graph = network_of(plain, value), networkx.DiGraph()
    graph.add_nodes_from((node, {"demand": -supply}) for node, supply in enumerate(arcs.supply.tolist()))
    rows = zip(*(row.tolist() for row in (arcs.tail, arcs.head, arcs.room, arcs.cost)), strict=True)
    graph.add_edges_from((tail, head, {"capacity": room, "weight": cost}) for tail, head, room, cost in rows)
    _, flow = networkx.network_simplex(graph)
    pairs = zip(plain.request.tolist(), (plain.requests + plain.mentor).tolist(), strict=True)
    return Found(np.array([k for k, (tail, head) in enumerate(pairs) if flow[tail][head]], np.int64))
