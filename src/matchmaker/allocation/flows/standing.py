"""A flow that is best at every level, with the prices that say so: what a change starts from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.faces import faithful, judged
from matchmaker.allocation.outcome import Outcome, nobody, totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matchmaker.allocation.flows.network import Network
    from matchmaker.allocation.problem import Ints, Problem
    from matchmaker.allocation.ties import Ties


@dataclass(frozen=True, slots=True)
class Group:
    """Levels that one weighted cost stands for; their prices have shown that the weights suffice."""

    start: int
    end: int
    weights: tuple[int, ...]

    def one_by_one(self) -> Iterator[Group]:
        """Yield its levels, each as a group of its own."""
        return (Group(level, level + 1, (1,)) for level in range(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Standing:
    """The network of a whole problem, a best circulation, and (levels, nodes) prices that prove it.

    `loss` is what each arc loses at the levels of the first group, weighted: 0 or more wherever more
    could flow, 0 or less wherever less could.
    """

    problem: Problem
    network: Network
    flow: Ints
    prices: Ints
    groups: tuple[Group, ...]
    loss: Ints
    ties: Ties
    spans: Ints
    """(levels,) how far from 0 an option can be at each, the hidden ones too."""

    def costs(self, group: Group, arcs: Ints) -> Ints:
        """Return what some arcs cost at the levels of a group; only options cost anything."""
        costs = np.zeros((group.end - group.start, len(arcs)), np.int64)
        chosen = arcs < self.network.options
        costs[:, chosen] = -self.worth(group, arcs[chosen])
        return costs

    def worth(self, group: Group, options: Ints) -> Ints:
        """Return what some options are worth at the levels of a group, given or hidden."""
        given = self.problem.levels
        if group.start < given:
            return np.asarray(self.problem.value[group.start : group.end, options])
        return self.ties.of(options)[group.start - given : group.end - given]

    def losses(self, group: Group, arcs: Ints) -> Ints:
        """Return what some arcs lose at the levels of a group, (levels, arcs)."""
        price = self.prices[group.start : group.end]
        apart = price[:, self.network.tail[arcs]] - price[:, self.network.head[arcs]]
        return np.asarray(self.costs(group, arcs) + apart)

    def weighted(self, group: Group, arcs: Ints) -> Ints:
        """Return what some arcs lose at all levels of a group together."""
        return np.asarray(np.array(group.weights, np.int64) @ self.losses(group, arcs))

    def sure(self) -> Standing:
        """Let levels stand by themselves where one sum no longer tells at which an arc loses first.

        Weights have shown that they suffice for one flow and its prices. After a change they may not:
        then an arc could pay by its sum and lose by its levels, and ways round it have no shortest.
        """
        groups = tuple(
            each for group in self.groups for each in ((group,) if self._tells(group) else group.one_by_one())
        )
        if groups[0] == self.groups[0]:
            return replace(self, groups=groups)
        loss = self.weighted(groups[0], np.arange(len(self.flow)))
        return replace(self, groups=groups, loss=loss)

    def _tells(self, group: Group) -> bool:
        here = slice(group.start, group.end)
        return faithful(group.weights, spans=self.spans[here], prices=self.prices[here])

    def proves(self) -> bool:
        """Say whether the prices prove that every arc carries what it should, level after level."""
        sure = self.sure()
        levels: list[Callable[[Ints], Ints]] = [lambda arcs: sure.loss[arcs]]
        levels += [partial(sure.weighted, group) for group in sure.groups[1:]]
        return judged(self.network, self.flow, levels=levels)[0] == len(levels)


def chosen_by(problem: Problem, taken: Ints) -> Ints:
    """Return the plan that takes these options."""
    chosen = nobody(problem)
    chosen[problem.request[taken]] = taken
    return chosen


def limit_prices(problem: Problem, network: Network, *, prices: Ints) -> Ints:
    """Return the prices of the limits, (levels, limits), given those of the nodes."""
    first = network.options + problem.requests
    return np.asarray(prices[:, network.head[first:]] - prices[:, network.tail[first:]])


def outcome_of(standing: Standing) -> Outcome:
    """Say what a standing flow means for the problem: a plan, its bounds, a price for each limit."""
    problem = standing.problem
    chosen = chosen_by(problem, np.flatnonzero(standing.flow[: standing.network.options]))
    return Outcome(
        chosen,
        totals(problem, chosen),
        prices=limit_prices(problem, standing.network, prices=standing.prices),
        canonical=True,
        standing=standing,
    )
