"""Draws the network of a problem whose limits split into two laminar families.

Every set is a node. The sets of family 0 hang as a tree below the root and hand out units; those
of family 1 collect them and bring them back to the root. An option is an arc of capacity 1 from
the innermost set that holds it in family 0 to the innermost one in family 1. So a plan is a
circulation, and what flows between a set and the next larger one is how much of it is used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.flows.laminar import Chains, Structure
    from matchmaker.allocation.problem import Ints, Mask, Problem

ROOT = 0


@dataclass(frozen=True, slots=True)
class Network:
    """Arcs with the least and the most that may flow; the options come first, then the sets."""

    nodes: int
    options: int
    tail: Ints
    head: Ints
    low: Ints
    high: Ints

    def arcs(self, options: Mask) -> Mask:
        """Mark the arcs of some options, and those of all sets."""
        return np.concatenate([options, np.ones(len(self.tail) - self.options, np.bool_)])

    def narrowed(self, keep: Mask) -> Network:
        """Keep some arcs; what flows on the others must be 0."""
        return replace(
            self,
            options=int(keep[: self.options].sum()),
            tail=self.tail[keep],
            head=self.head[keep],
            low=self.low[keep],
            high=self.high[keep],
        )

    def apart(self, price: Ints) -> Ints:
        """Return by how much the price at the tail of each arc exceeds the one at its head."""
        return price[..., self.tail] - price[..., self.head]


def network_of(problem: Problem, structure: Structure) -> Network:
    """Build the network; node 0 is the root, node 1 + s stands for set s."""
    chains, family = structure.chains, structure.family
    up0, inner0 = tree(chains, family[chains.set] == 0, options=problem.options)
    up1, inner1 = tree(chains, family[chains.set] == 1, options=problem.options)
    up = np.where(family == 0, up0, up1)
    node = 1 + np.arange(len(family))
    one = np.ones(problem.requests, np.int64)
    return Network(
        nodes=1 + len(family),
        options=problem.options,
        tail=np.concatenate([inner0, np.where(family == 0, up, node)]),
        head=np.concatenate([inner1, np.where(family == 0, node, up)]),
        low=np.concatenate([np.zeros(problem.options, np.int64), 0 * one, problem.at_least]),
        high=np.concatenate([np.ones(problem.options, np.int64), one, problem.at_most]),
    )


def tree(chains: Chains, within: Mask, *, options: int) -> tuple[Ints, Ints]:
    """Return each set's next larger set and each option's innermost set, as nodes."""
    member, option = chains.set[within], chains.option[within]
    up = np.full(len(chains.size), ROOT, np.int64)
    inner = np.full(options, ROOT, np.int64)
    chained = option[1:] == option[:-1]
    up[member[:-1][chained]] = 1 + member[1:][chained]
    innermost = np.append(True, ~chained)[: len(option)]
    inner[option[innermost]] = 1 + member[innermost]
    return up, inner
