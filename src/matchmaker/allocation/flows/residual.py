"""What could change about a flow: arcs that may carry more or, turned round, less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints, Mask


@dataclass(frozen=True, slots=True)
class Residual:
    """Arcs as a unit could go along them; `sign` is -1 for one that is turned round."""

    nodes: int
    arc: Ints
    sign: Ints
    tail: Ints
    head: Ints

    @classmethod
    def of(cls, network: Network, *, more: Mask, less: Mask) -> Residual:
        """List the arcs that may carry more and, turned round, those that may carry less."""
        up, down = np.flatnonzero(more), np.flatnonzero(less)
        return cls(
            nodes=network.nodes,
            arc=np.concatenate([up, down]),
            sign=np.concatenate([np.ones_like(up), -np.ones_like(down)]),
            tail=np.concatenate([network.tail[up], network.head[down]]),
            head=np.concatenate([network.head[up], network.tail[down]]),
        )

    def only(self, keep: Mask) -> Residual:
        """Keep some of them."""
        return Residual(self.nodes, self.arc[keep], self.sign[keep], self.tail[keep], self.head[keep])


def residual_of(network: Network, flow: Ints) -> Residual:
    """List everything that could change about a flow."""
    return Residual.of(network, more=flow < network.high, less=flow > network.low)
