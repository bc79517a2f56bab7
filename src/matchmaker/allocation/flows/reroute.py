"""Sends one unit another way: the way that costs least at every level in turn.

As long as every unit goes a shortest way and the prices rise by the distances, the flow stays the
best there is and the prices keep proving it (successive shortest paths: Ahuja, Magnanti & Orlin,
"Network Flows", 1993, ch. 9). Levels are taken one after the other: the arcs on which the way is
shortest for the first are the network in which the second is measured.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.residual import Residual

if TYPE_CHECKING:
    from matchmaker.allocation.flows.standing import Standing
    from matchmaker.allocation.problem import Ints, Mask

FAR = 2**62
SAMPLE = 2_000
NEAR = 0.05
"""The share of arcs, those that lose least, among which a way is looked for first."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The arcs on shortest ways so far, and the nodes closer than the target or level with it."""

    ways: Residual
    closer: Mask
    level: Mask

    def shortened(self, far: Ints, lengths: Ints, *, target: int) -> Reach:
        """Measure by one more group."""
        ways = self.ways
        tight = (far[ways.tail] < FAR) & (far[ways.tail] + lengths == far[ways.head])
        closer = self.closer | self.level & (far < far[target])
        return Reach(ways.only(tight), closer, self.level & (far == far[target]))


def rerouted(standing: Standing, *, source: int, target: int) -> Standing | None:
    """Send one unit from source to target, or return None when there is no way at all."""
    standing = standing.sure()
    first = near_enough(standing, source=source, target=target)
    if first is None:
        return None
    ways, far = first
    nowhere = np.zeros(len(far), np.bool_)
    reach = Reach(ways, nowhere, ~nowhere).shortened(far, standing.loss[ways.arc] * ways.sign, target=target)
    for group in standing.groups[1:]:
        lengths = standing.weighted(group, reach.ways.arc) * reach.ways.sign
        far = distances(reach.ways, lengths, source=source)
        if far[target] >= FAR:
            return None
        reach = reach.shortened(far, lengths, target=target)
    return along(standing, reach, source=source, target=target)


def near_enough(standing: Standing, *, source: int, target: int) -> tuple[Residual, Ints] | None:
    """Find how far all nodes are by the first group, on no more arcs than the answer needs.

    No arc on a shortest way loses more than the whole way does. So what was found among arcs that
    lose little is right if the way is no longer than that; else its length says where to look.
    """
    losses = np.sort(np.abs(standing.loss[:: max(1, len(standing.loss) // SAMPLE)]))
    near = int(losses[int(NEAR * len(losses))])
    while True:
        ways = ways_of(standing, near)
        far = distances(
            ways,
            standing.loss[ways.arc] * ways.sign,
            source=source,
            target=target,
        )
        if far[target] <= near or near >= FAR:
            return None if far[target] >= FAR else (ways, far)
        near = int(far[target])


def ways_of(standing: Standing, near: int) -> Residual:
    """List the arcs that may change and lose no more than `near`."""
    network, flow, loss = standing.network, standing.flow, standing.loss
    return Residual.of(
        network,
        more=(loss <= near) & (flow < network.high),
        less=(loss >= -near) & (flow > network.low),
    )


def distances(ways: Residual, lengths: Ints, *, source: int, target: int | None = None) -> Ints:
    """Return how far each node is from the source, or `FAR`; given a target, nothing beyond it.

    A shortest way meets no node twice. Where ways are still found after that many turns, going in a
    circle pays, and then nothing is shortest: everything is far.
    """
    far = np.full(ways.nodes, FAR, np.int64)
    far[source] = 0
    for _ in range(ways.nodes):
        start = far[ways.tail]
        end = FAR - 1 if target is None else far[target]
        live = np.flatnonzero((start < FAR) & (start + lengths <= end) & (start + lengths < far[ways.head]))
        if not len(live):
            return far
        np.minimum.at(far, ways.head[live], start[live] + lengths[live])
    return np.full(ways.nodes, FAR, np.int64)


def along(standing: Standing, reach: Reach, *, source: int, target: int) -> Standing:
    """Go the way found, and let the prices rise by what it costs level by level."""
    ways = reach.ways
    costs = np.vstack([standing.losses(group, ways.arc) for group in standing.groups]) * ways.sign
    far = np.zeros((len(costs), standing.network.nodes), np.int64)
    came = np.full(standing.network.nodes, -1)
    known = np.zeros(standing.network.nodes, np.bool_)
    known[source] = True
    left = np.arange(len(ways.arc))
    while True:
        next_ = left[known[ways.tail[left]] & ~known[ways.head[left]]]
        if not len(next_):
            break
        came[ways.head[next_]] = next_
        next_ = came[np.unique(ways.head[next_])]
        far[:, ways.head[next_]] = far[:, ways.tail[next_]] + costs[:, next_]
        known[ways.head[next_]] = True
        left = left[~known[ways.head[left]]]
    flow = standing.flow.copy()
    node = target
    while node != source:
        flow[ways.arc[came[node]]] += ways.sign[came[node]]
        node = int(ways.tail[came[node]])
    moved = (reach.closer | reach.level) & known
    rise = np.where(moved, far - far[:, [target]], 0)
    first = standing.groups[0]
    weighted = np.array(first.weights, np.int64) @ rise[first.start : first.end]
    loss = standing.loss + standing.network.apart(weighted)
    return replace(standing, flow=flow, prices=standing.prices + rise, loss=loss)
