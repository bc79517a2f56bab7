"""Draws the network of a problem whose limits split into two laminar families.

Every set is a node. The sets of family 0 hang as a tree below the root and hand out units; those
of family 1 collect them and bring them back to the root. An option is an arc of capacity 1 from
the innermost set that holds it in family 0 to the innermost one in family 1. So a plan is a
circulation, and what flows between a set and the next larger one is how much of it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.laminar import families, sets_of

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Problem

ROOT = 0


@dataclass(frozen=True, slots=True)
class Network:
    """Arcs with the least and the most that may flow; the options come first."""

    nodes: int
    tail: Ints
    head: Ints
    low: Ints
    high: Ints


def network_of(problem: Problem) -> Network:
    """Build the network; node 0 is the root, node 1 + s stands for set s."""
    family, _ = families(problem)
    up0, inner0 = tree(problem, family == 0)
    up1, inner1 = tree(problem, family == 1)
    up = np.where(family == 0, up0, up1)
    node = 1 + np.arange(len(family))
    one = np.ones(problem.requests, np.int64)
    return Network(
        nodes=1 + len(family),
        tail=np.concatenate([inner0, np.where(family == 0, up, node)]),
        head=np.concatenate([inner1, np.where(family == 0, node, up)]),
        low=np.concatenate([np.zeros(problem.options, np.int64), 0 * one, problem.at_least]),
        high=np.concatenate([np.ones(problem.options, np.int64), one, problem.at_most]),
    )


def tree(problem: Problem, within: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[Ints, Ints]:
    """Return each set's next larger set and each option's innermost set, as nodes.

    The sets of one laminar family that hold an option form a chain by size; equal sets stand in
    the order of their numbers.
    """
    sets = sets_of(problem)
    inside = within[sets.set]
    member, option = sets.set[inside], sets.option[inside]
    order = np.lexsort((member, sets.size[member], option))
    member, option = member[order], option[order]
    up = np.full(len(sets.size), ROOT, np.int64)
    inner = np.full(problem.options, ROOT, np.int64)
    chained = option[1:] == option[:-1]
    up[member[:-1][chained]] = 1 + member[1:][chained]
    innermost = np.append(True, ~chained)[: len(option)]
    inner[option[innermost]] = 1 + member[innermost]
    return up, inner
