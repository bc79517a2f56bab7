"""Where an option that is not there yet would lie in the network of a flow, if it stays one with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.network import ROOT

if TYPE_CHECKING:
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints, Mask


@dataclass(frozen=True)
class Trees:
    """The two trees of sets of a network; nodes as in the network, node 1 + s is set s."""

    network: Network

    @cached_property
    def second(self) -> Mask:
        """Mark the nodes whose sets collect units and lie in the second family."""
        sets = slice(self.network.options, None)
        nodes = 1 + np.arange(self.network.nodes - 1)
        return np.append(False, self.network.tail[sets] == nodes)

    @cached_property
    def up(self) -> Ints:
        """The next larger set of each; the root's is the root."""
        sets = slice(self.network.options, None)
        tail, head = self.network.tail[sets], self.network.head[sets]
        return np.append(ROOT, np.where(self.second[1:], head, tail))

    @cached_property
    def depth(self) -> Ints:
        """How many sets there are from each node to the root, itself included."""
        depth, nodes = np.zeros(self.network.nodes, np.int64), np.arange(self.network.nodes)
        while (nodes != ROOT).any():
            depth += nodes != ROOT
            nodes = self.up[nodes]
        return depth

    def ends(self, node: Ints, option: Ints, *, options: int) -> tuple[Ints, Ints, Mask]:
        """Return the innermost sets of options in both trees, given the nodes of all their sets.

        An option fits where its sets in each tree are all that lie between the innermost one and the root.
        """
        fits = np.ones(options, np.bool_)
        found = []
        for family in (False, True):
            here = self.second[node] == family
            sets, of = node[here], option[here]
            deepest = np.zeros(options, np.int64)
            np.maximum.at(deepest, of, self.depth[sets] * self.network.nodes + sets)
            inner = deepest % self.network.nodes
            fits &= np.bincount(of, minlength=options) == self.depth[inner]
            fits[of[~self._holds(sets, inner[of])]] = False
            found.append(inner)
        return found[0], found[1], fits

    def _holds(self, sets: Ints, inner: Ints) -> Mask:
        """Say of each set whether it is the inner one or holds it."""
        held = np.zeros(len(sets), np.bool_)
        while (inner != ROOT).any():
            held |= sets == inner
            inner = self.up[inner]
        return held
