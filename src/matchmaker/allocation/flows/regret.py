"""What forcing each option of a flow would cost, at every level, for all options at once.

To force an option is to send one unit along it and to bring it back the shortest way through what
could change about the flow (Ahuja, Magnanti & Orlin, "Network Flows", 1993, ch. 9). A request that
hangs in the network by its own options alone can only be met in another way or not at all, so it is
no node of its own here, and the distances between all nodes that are left fit into one table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.table import FAR, Table, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.flows.standing import Standing
    from matchmaker.allocation.problem import Ints, Mask


@dataclass(frozen=True, slots=True)
class Ends:
    """Where each option begins and ends once requests are no nodes, and what is given up for it.

    Taking option k leads from `tail[k]` to `head[k]`, and undoes what its request has now.
    """

    tail: Ints
    head: Ints
    instead: Ints
    """(K,) the option that the request has now, or -1."""
    usable: Mask
    """Whether more could flow there, and what there is could be undone."""


def regrets_of(standing: Standing) -> tuple[Ints, Mask]:
    """Return what each option would cost at each given level, (T, K), and whether any plan takes it.

    Needs (nodes²) memory and (nodes³) time, nodes that are not requests counted.
    """
    network, problem = standing.network, standing.problem
    folded = foldable(network, requests=problem.requests)
    ends = ends_of(network, standing.flow, folded=folded, request=problem.request)
    cost = -problem.value
    price = cost - np.where(ends.instead >= 0, cost[:, ends.instead], 0)
    kept = np.flatnonzero(~folded)
    number = np.cumsum(~folded) - 1
    span = np.abs(problem.value).max(axis=1, initial=0).tolist()
    words = Words.of([4 * each * (len(kept) + 1) for each in span])
    table = Table.empty(len(kept), words=len(words.groups))
    taken = standing.flow[: network.options] > 0
    open_ = ends.usable & ~taken
    table.learn(number[ends.tail[open_]], number[ends.head[open_]], words=words.packed(price[:, open_]))
    learn_sets(table, standing, folded=folded, number=number, packed=words.packed)
    table.close()
    back = table.words[:, number[ends.head], number[ends.tail]]
    possible = (ends.usable & (back[0] < FAR)) | taken
    whole = words.packed(price) + back
    return np.where(possible & ~taken, words.unpacked(np.where(possible, whole, 0)), 0), possible


def foldable(network: Network, *, requests: int) -> Mask:
    """Mark the nodes of requests that touch only their own options and one other arc."""
    sets = slice(network.options, None)
    touched = np.bincount(network.tail[sets], minlength=network.nodes)
    touched += np.bincount(network.head[sets], minlength=network.nodes)
    folded = np.zeros(network.nodes, np.bool_)
    folded[1 : 1 + requests] = touched[1 : 1 + requests] == 1
    return folded


def ends_of(network: Network, flow: Ints, *, folded: Mask, request: Ints) -> Ends:
    """Look through requests that are no nodes: at what serves them now, or at the set they lie in."""
    options = slice(0, network.options)
    tail, head = network.tail[options].copy(), network.head[options].copy()
    taken = np.flatnonzero(flow[options] > 0)
    now = np.full(int(request.max(initial=-1)) + 1, -1)
    now[request[taken]] = taken
    usable = flow[options] < network.high[options]
    instead = np.full(network.options, -1)
    for near, far, gives in ((tail, head, True), (head, tail, False)):
        here = np.flatnonzero(folded[near])
        asked = request[here]
        current = now[asked]
        served = current >= 0
        up = (network.tail if gives else network.head)[network.options + asked]
        other = far[np.maximum(current, 0)]
        undone = flow[np.maximum(current, 0)] > network.low[np.maximum(current, 0)]
        room = network.high[network.options + asked] > flow[network.options + asked]
        instead[here] = current
        usable[here] &= np.where(served, undone, room)
        near[here] = np.where(served, other, up)
    return Ends(tail, head, instead, usable)


def learn_sets(
    table: Table, standing: Standing, *, folded: Mask, number: Ints, packed: Callable[[Ints], Ints]
) -> None:
    """Let a table hear of sets that can take more or less, and of options that can be given up."""
    network, flow, problem = standing.network, standing.flow, standing.problem
    less, more = flow > network.low, flow < network.high
    taken = np.flatnonzero(less[: network.options])
    asked = problem.request[taken]
    sets = np.arange(network.options, len(flow))
    sets = sets[~folded[network.tail[sets]] & ~folded[network.head[sets]]]
    nothing = np.zeros((len(problem.value), len(sets)), np.int64)
    for open_, tail, head in ((more, network.tail, network.head), (less, network.head, network.tail)):
        here = sets[open_[sets]]
        table.learn(number[tail[here]], number[head[here]], words=packed(nothing[:, : len(here)]))
    # Giving up what a request has leads from where that ended to where its unit came from.
    request_arc = network.options + asked
    gives, takes = folded[network.tail[taken]], folded[network.head[taken]]
    start = np.where(takes, network.head[request_arc], network.head[taken])
    end = np.where(gives, network.tail[request_arc], network.tail[taken])
    may = ~(gives | takes) | less[request_arc]
    table.learn(number[start[may]], number[end[may]], words=packed(problem.value[:, taken[may]]))
