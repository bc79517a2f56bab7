"""Raises the levels: several by one flow where weights allow it, the rest on the face.

The prices of every level are recovered and judged. Where they show that a weight was too small,
the levels from there on are solved again on what the levels before leave open, in the end one by
one: that needs no weight at all.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows.circulation import CostsTooLarge, largest_cost
from matchmaker.allocation.flows.columns import Found, Wanted, cheapest
from matchmaker.allocation.flows.faces import face_of, faithful, judged
from matchmaker.allocation.flows.greedy import greedy
from matchmaker.allocation.flows.network import Network, network_of
from matchmaker.allocation.flows.proof import bounds_of
from matchmaker.allocation.flows.standing import Group, Standing, chosen_by, limit_prices, outcome_of
from matchmaker.allocation.flows.weights import spans_of, weights_of
from matchmaker.allocation.outcome import Outcome, nobody, totals
from matchmaker.allocation.ties import HIDDEN, LARGEST_TIE, Ties
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.flows.laminar import Structure
    from matchmaker.allocation.problem import Ints, Problem


@dataclass(slots=True)
class Ascent:
    """How far the levels have been raised, and on which face the rest is to be decided."""

    problem: Problem
    structure: InitVar[Structure]
    network: Network = field(init=False)
    options: Ints = field(init=False)
    """Of the problem, those that are arcs of the network."""
    flow: Ints | None = field(init=False)
    prices: list[Ints] = field(init=False)
    whole: Network = field(init=False)
    groups: list[Group] = field(init=False)
    ties: Ties = field(init=False)
    latest: Found | None = field(init=False, default=None)
    """What the level that is being raised has come to, as long as it is not the best."""
    loss: Ints | None = field(init=False)
    """What each arc of the whole network loses at the levels of the first group, weighted."""

    def __post_init__(self, structure: Structure) -> None:
        """Begin with everything open."""
        self.network = self.whole = network_of(self.problem, structure)
        self.options = np.arange(self.problem.options)
        self.flow, self.prices = None, []
        self.groups, self.loss = [], None
        self.ties = Ties(self.problem.key)

    def finish(self, budget: Budget) -> bool:
        """Raise all levels; return False when there is no plan at all."""
        for given in (True, False):
            end = self.problem.levels + (0 if given else HIDDEN)
            alone = False
            while len(self.prices) < end:
                budget.check()
                before = len(self.prices)
                if not self._raise(before, before + 1 if alone else end, budget):
                    return False
                if alone and len(self.prices) == before:
                    raise SolverError("minimum-cost flow returned a flow that is not the cheapest")
                alone = not alone and len(self.prices) < end
                self._narrow()
        return True

    def _raise(self, start: int, end: int, budget: Budget) -> bool:
        network, self.latest = self.network, None
        costs = np.zeros((end - start, len(network.tail)), np.int64)
        np.negative(self._values(start, end), out=costs[:, : network.options])
        spans = spans_of(costs).tolist()
        weights = weights_of(spans, largest=largest_cost(network))
        cost = np.array(weights, np.int64) @ costs
        wanted = Wanted(cost, costs, self.problem.request[self.options])
        try:
            for found in cheapest(network, wanted, budget=budget, seen=self._see):
                self.latest = found
                self._tell(start, budget)
        except CostsTooLarge:
            if end - start == 1:
                raise
            return True
        if self.latest is None or not self.latest.whole:
            return False
        found, self.latest = self.latest, None
        raised, open_ = self._judge(found, costs, weights=weights, spans=spans)
        self.prices += list(found.prices[:raised])
        if raised:
            self.groups.append(Group(start, start + raised, tuple(weights[:raised])))
            self.loss = found.loss if start == 0 and raised == end else self.loss
            self.network = face_of(network, found.flow, left_open=open_)
        return True

    def _see(self, flow: Ints) -> None:
        self.flow = flow

    def _tell(self, level: int, budget: Budget) -> None:
        if level < self.problem.levels:
            best = totals(self.problem, self.chosen())[level]
            budget.say(f"level {level}: {best} so far", level=level, best=best)

    def _judge(self, found: Found, costs: Ints, *, weights: list[int], spans: list[int]) -> tuple[int, Ints]:
        """Say how many levels the prices prove; where the weights allow it, all at one look."""
        network = self.network
        if faithful(weights, spans=np.array(spans), prices=found.prices):
            proved, open_ = judged(network, found.flow, levels=[lambda arcs: found.loss[arcs]])
            return proved * len(costs), open_
        levels = [
            lambda arcs, cost=cost, price=price: (
                cost[arcs] + price[network.tail[arcs]] - price[network.head[arcs]]
            )
            for cost, price in zip(costs, found.prices, strict=True)
        ]
        return judged(network, found.flow, levels=levels)

    def _values(self, start: int, end: int) -> Ints:
        if start < self.problem.levels:
            value = self.problem.value[start:end]
            return value if len(self.options) == self.problem.options else value[:, self.options]
        hidden = self.ties.of(self.options)
        return hidden[start - self.problem.levels : end - self.problem.levels]

    def _narrow(self) -> None:
        """Forget the options that are settled at not being chosen."""
        keep = self.network.arcs(self.network.high[: self.network.options] > 0)
        if self.flow is not None:
            self.flow = self.flow[keep]
        self.options = self.options[keep[: self.network.options]]
        self.network = self.network.narrowed(keep)

    def chosen(self) -> Ints:
        """Return the plan that flows."""
        if self.flow is None:
            return nobody(self.problem)
        return chosen_by(self.problem, self.options[np.flatnonzero(self.flow[: self.network.options])])

    def outcome(self) -> Outcome:
        """Say what was found, and what is proved of it.

        A flow that was left before it was the cheapest still comes with prices, and any prices give a
        bound.
        """
        if self.flow is None:
            return Outcome(None if self.problem.at_least.any() else greedy(self.problem))
        if len(self.prices) == self.problem.levels + HIDDEN:
            return outcome_of(self._standing())
        chosen = self.chosen()
        if self.latest is None or len(self.prices) >= self.problem.levels:
            return Outcome(chosen, totals(self.problem, chosen)[: len(self.prices)])
        prices = np.array([*self.prices, self.latest.prices[0]])
        return Outcome(chosen, bounds_of(self.problem, limit_prices(self.problem, self.whole, prices=prices)))

    def _standing(self) -> Standing:
        flow = np.zeros(len(self.whole.tail), np.int64)
        if self.flow is not None:
            flow[self.options] = self.flow[: self.network.options]
            flow[self.problem.options :] = self.flow[self.network.options :]
        prices, groups, loss = np.array(self.prices, np.int64), tuple(self.groups), self.loss
        spans = np.append(spans_of(self.problem.value), [LARGEST_TIE] * HIDDEN)
        found = Standing(self.problem, self.whole, flow, prices, groups, flow, self.ties, spans)
        if loss is None:
            loss = found.weighted(groups[0], np.arange(len(flow)))
        return replace(found, loss=loss)
