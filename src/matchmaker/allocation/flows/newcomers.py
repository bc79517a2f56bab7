"""What options that are not there yet would add to a flow, with room for one of them each: all at once.

To take such an option is to send one unit along it and to bring it back the shortest way through what
could change about the flow, as for an option that is there (see `regret`). The way back begins where the
option ends: at the root, or at a set that its newcomer belongs to. There are few such places, so a few runs
of shortest paths from them tell of any number of options.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.regret import ends_of, foldable, learn_sets
from matchmaker.allocation.flows.table import FAR, NOWHERE, Table, Words, before

if TYPE_CHECKING:
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.flows.standing import Standing
    from matchmaker.allocation.problem import Ints, Mask


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Options that are not there yet, drawn into a network: from where to where, whom for, worth what."""

    tail: Ints
    head: Ints
    request: Ints
    value: Ints
    """(T, H)"""

    def only(self, keep: Mask) -> Arrivals:
        """Keep some of them."""
        return Arrivals(self.tail[keep], self.head[keep], self.request[keep], self.value[:, keep])


def gains_of(standing: Standing, arrivals: Arrivals) -> tuple[Ints, Mask]:
    """Return what the best plan that takes each of them is worth more, (T, H), and whether any plan does.

    At each given level; below 0 where the plan would be worse for it.
    """
    network, problem = standing.network, standing.problem
    here = network.options
    wide = widened(network, arrivals)
    none = np.zeros(len(arrivals.request), np.int64)
    flow = np.concatenate([standing.flow[:here], none, standing.flow[here:]])
    folded = foldable(network, requests=problem.requests)
    ends = ends_of(wide, flow, folded=folded, request=np.concatenate([problem.request, arrivals.request]))
    cost = -np.hstack([problem.value, arrivals.value])
    price = cost - np.where(ends.instead >= 0, cost[:, ends.instead], 0)
    number = np.cumsum(~folded) - 1
    nodes = int((~folded).sum())
    words = Words.of([4 * each * (nodes + 1) for each in np.abs(cost).max(axis=1, initial=0).tolist()])
    table = Table.empty(nodes, words=len(words.groups))
    open_ = np.flatnonzero(ends.usable[:here] & (standing.flow[:here] == 0))
    table.learn(number[ends.tail[open_]], number[ends.head[open_]], words=words.packed(price[:, open_]))
    learn_sets(table, standing, folded=folded, number=number, packed=words.packed)
    tail, head = number[ends.tail[here:]], number[ends.head[here:]]
    back = np.full((len(words.groups), len(tail)), FAR)
    for start in np.unique(head).tolist():
        those = head == start
        back[:, those] = distances(table, start)[:, tail[those]]
    possible = ends.usable[here:] & (back[0] < NOWHERE)
    whole = words.packed(price[:, here:]) + back
    return -words.unpacked(np.where(possible, whole, 0)), possible


def widened(network: Network, arrivals: Arrivals) -> Network:
    """Return the network with these options behind those that are there."""
    here, more = network.options, len(arrivals.request)

    def with_(arcs: Ints, new: Ints) -> Ints:
        return np.concatenate([arcs[:here], new, arcs[here:]])

    none, one = np.zeros(more, np.int64), np.ones(more, np.int64)
    return replace(
        network,
        options=here + more,
        tail=with_(network.tail, arrivals.tail),
        head=with_(network.head, arrivals.head),
        low=with_(network.low, none),
        high=with_(network.high, one),
    )


def distances(table: Table, start: int) -> Ints:
    """Return how far it is from one node to every other, in words (Bellman, 1958; no way round pays).

    From each node only what became nearer in the last round is looked at again.
    """
    steps = table.words
    far = steps[:, start].copy()
    nearer = np.flatnonzero(far[0] < NOWHERE)
    while len(nearer):
        through = shortest(far[:, nearer, None] + steps[:, nearer])
        better = before(through, far)
        far[:, better] = through[:, better]
        nearer = np.flatnonzero(better & (far[0] < NOWHERE))
    return far


def shortest(ways: Ints) -> Ints:
    """Return the first of each column's ways, (words, ways, nodes), the first word counting most."""
    found = np.empty((ways.shape[0], ways.shape[2]), np.int64)
    left = np.ones(ways.shape[1:], np.bool_)
    for place, word in enumerate(ways):
        found[place] = np.where(left, word, 2 * FAR).min(axis=0)
        left &= word == found[place]
    return found
