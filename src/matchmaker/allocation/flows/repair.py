"""Mends a flow after a change: one shortest way for each unit that has to move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.reroute import rerouted

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.flows.standing import Standing

MOST_UNITS = 64
"""Beyond this many units, solving afresh is no slower."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An arc, and how little and how much may flow on it from now on."""

    arc: int
    low: int
    high: int


def repaired(standing: Standing, edits: Iterable[Edit], *, budget: Budget) -> Standing | None:
    """Return the best flow after some edits, or None when it is better found afresh.

    That is so when too much would have to move, when some edit leaves no flow at all, and should the
    prices not prove the flow in the end.
    """
    network, units = standing.network, 0
    low, high = network.low.copy(), network.high.copy()
    standing = replace(standing, network=replace(network, low=low, high=high), flow=standing.flow.copy())
    for edit in edits:
        low[edit.arc], high[edit.arc] = edit.low, edit.high
        more = wanted(standing, edit) - int(standing.flow[edit.arc])
        units += abs(more)
        if units > MOST_UNITS:
            return None
        standing.flow[edit.arc] += more
        ends = int(network.tail[edit.arc]), int(network.head[edit.arc])
        source, target = ends if more < 0 else ends[::-1]
        for _ in range(abs(more)):
            budget.check()
            found = rerouted(standing, source=source, target=target)
            if found is None:
                return None
            standing = found
    return standing if standing.proves() else None


def wanted(standing: Standing, edit: Edit) -> int:
    """Return what the arc should carry at the prices as they stand."""
    arc = np.array([edit.arc])
    for group in standing.groups:
        for loss in standing.losses(group, arc)[:, 0].tolist():
            if loss:
                return edit.high if loss < 0 else edit.low
    return min(max(int(standing.flow[edit.arc]), edit.low), edit.high)
