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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.flows.standing import Standing
    from matchmaker.allocation.problem import Ints, Mask

FAR = 2**61
"""Further than any way there is; twice as far still fits into 64 bits."""

NOWHERE = FAR // 2
"""What is further than this began as `FAR`."""

ROOM = 2**57
"""Whatever several levels come to in one word stays below this."""


@dataclass(frozen=True, slots=True)
class Words:
    """Levels written as few integers that compare as the levels do, one after the other."""

    ends: Ints
    """(T,) how far from 0 the sum of a way can be at each level."""
    groups: tuple[range, ...]
    """The levels of each word."""

    @classmethod
    def of(cls, ends: Sequence[int]) -> Words:
        """Put as many levels into a word as it holds."""
        groups: list[range] = []
        size = ROOM
        for level, end in enumerate(ends):
            size *= 2 * end + 1
            if size < ROOM:
                groups[-1] = range(groups[-1].start, level + 1)
            else:
                groups.append(range(level, level + 1))
                size = 2 * end + 1
        return cls(np.array(ends, np.int64), tuple(groups) or (range(0),))

    def packed(self, levels: Ints) -> Ints:
        """Write (T, …) levels as (words, …)."""
        words = np.zeros((len(self.groups), *levels.shape[1:]), np.int64)
        for word, group in zip(words, self.groups, strict=True):
            for level in group:
                word *= 2 * self.ends[level] + 1
                word += levels[level]
        return words

    def unpacked(self, words: Ints) -> Ints:
        """Read levels again."""
        levels = np.zeros((len(self.ends), *words.shape[1:]), np.int64)
        for given, group in zip(words, self.groups, strict=True):
            word = given.copy()
            for level in reversed(group):
                end = self.ends[level]
                levels[level] = (word + end) % (2 * end + 1) - end
                word = (word - levels[level]) // (2 * end + 1)
        return levels


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


@dataclass(frozen=True, slots=True)
class Table:
    """How far it is from every node to every other, in words."""

    words: Ints
    """(words, nodes, nodes); `FAR` in the first word says that there is no way."""

    @classmethod
    def empty(cls, nodes: int, *, words: int) -> Table:
        """Know no way but to stay."""
        table = np.full((words, nodes, nodes), FAR)
        table[:, np.arange(nodes), np.arange(nodes)] = 0
        return cls(table)

    def learn(self, tail: Ints, head: Ints, *, words: Ints) -> None:
        """Hear of ways of one step."""
        if not len(tail):
            return
        place = tail * self.words.shape[1] + head
        order = np.lexsort((*words[::-1], place))
        first = order[np.flatnonzero(np.diff(place[order], prepend=-1))]
        tail, head, words = tail[first], head[first], words[:, first]
        shorter = before(words, self.words[:, tail, head])
        self.words[:, tail[shorter], head[shorter]] = words[:, shorter]

    def close(self) -> None:
        """Go through every node in turn (Floyd, 1962); no way round pays, so each is then shortest.

        Word after word: only ways that are shortest by the words before are looked at by the next one.
        """
        steps = self.words.copy()
        shape = steps.shape[1:]
        through, same, shortest = (
            np.empty(shape, np.int64),
            np.empty(shape, np.bool_),
            np.empty(shape, np.bool_),
        )
        for place, far in enumerate(self.words):
            before_it = self.words[:place]
            if place:
                far[(steps[:place] != before_it).any(axis=0)] = FAR
            for middle in range(len(far)):
                shortest.fill(True)
                for known in before_it:
                    np.add(known[:, middle, None], known[middle], out=through)
                    np.logical_and(shortest, np.equal(through, known, out=same), out=shortest)
                np.add(far[:, middle, None], far[middle], out=through)
                np.logical_and(shortest, np.less(through, far, out=same), out=shortest)
                np.copyto(far, through, where=shortest)
            far[far > NOWHERE] = FAR


def before(one: Ints, other: Ints) -> Mask:
    """Mark where one comes before the other, the first word counting most."""
    less = one[-1] < other[-1]
    for a, b in zip(one[-2::-1], other[-2::-1], strict=True):
        less = (a < b) | ((a == b) & less)
    return np.asarray(less)


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
