"""Solves flows exactly: several levels by one flow where weights allow it, the rest on the face.

The prices of every level are recovered and judged. Where they show that a weight was too small,
the levels from there on are solved again on what the levels before leave open, in the end one by
one: that needs no weight at all.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.flows.circulation import largest_cost
from matchmaker.allocation.flows.columns import cheapest
from matchmaker.allocation.flows.faces import face_of, judged
from matchmaker.allocation.flows.laminar import Structure, structure_of
from matchmaker.allocation.flows.network import Network, network_of
from matchmaker.allocation.flows.proof import proved
from matchmaker.allocation.flows.weights import weights_of
from matchmaker.allocation.outcome import Outcome, contradictory, nobody, totals
from matchmaker.allocation.ties import HIDDEN, hidden_levels
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Ints, Problem


@dataclass(frozen=True, slots=True)
class MinimumCostFlow:
    """The solver for limits that count in two laminar families."""

    name: str = "minimum-cost flow"
    structure: Structure | None = None
    """The structure of the problem, if somebody knows it already."""

    def fits(self, problem: Problem) -> bool:
        """Say whether the whole problem is a flow."""
        return bool((self.structure or structure_of(problem)).flows.all())

    def solve(self, problem: Problem, budget: Budget) -> Outcome:
        """Go through the levels and the two that break ties; in between, time may run out."""
        if contradictory(problem):
            return Outcome(None, impossible=True)
        ascent = Ascent(problem, self.structure or structure_of(problem))
        try:
            possible = ascent.finish(budget)
        except OutOfTime:
            return ascent.outcome()
        if not possible:
            return Outcome(None, impossible=True)
        outcome = ascent.outcome()
        if not proved(problem, outcome):
            raise SolverError("the prices of a minimum-cost flow do not prove its plan")
        return outcome


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

    def __post_init__(self, structure: Structure) -> None:
        """Begin with the plan that serves nobody, unless some limit has a minimum."""
        self.network = network_of(self.problem, structure)
        self.options = np.arange(self.problem.options)
        self.flow = None if self.problem.at_least.any() else np.zeros_like(self.network.low)
        self.prices = []

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
        network = self.network
        costs = np.zeros((end - start, len(network.tail)), np.int64)
        np.negative(self._values(start, end), out=costs[:, : network.options])
        spans = [int(span) for span in np.abs(costs).max(axis=1, initial=0)]
        weights = weights_of(spans, largest=largest_cost(network))
        cost = np.array(weights, np.int64) @ costs
        found = cheapest(
            network, cost=cost, costs=costs, request=self.problem.request[self.options], budget=budget
        )
        if found is None:
            return False
        self.flow = found.flow
        raised, open_ = judged(network, found.flow, costs=costs, prices=found.prices)
        self.prices += list(found.prices[:raised])
        if raised:
            self.network = face_of(network, found.flow, left_open=open_)
        return True

    def _values(self, start: int, end: int) -> Ints:
        if start < self.problem.levels:
            return self.problem.value[start:end, self.options]
        hidden = hidden_levels(self.problem.key[self.options])
        return hidden[start - self.problem.levels : end - self.problem.levels]

    def _narrow(self) -> None:
        """Forget the options that are settled at not being chosen."""
        keep = self.network.arcs(self.network.high[: self.network.options] > 0)
        if self.flow is not None:
            self.flow = self.flow[keep]
        self.options = self.options[keep[: self.network.options]]
        self.network = self.network.narrowed(keep)

    def outcome(self) -> Outcome:
        """Say what was found, and what is proved of it."""
        if self.flow is None:
            return Outcome(None)
        chosen = nobody(self.problem)
        taken = self.options[np.flatnonzero(self.flow[: self.network.options])]
        chosen[self.problem.request[taken]] = taken
        return Outcome(
            chosen,
            totals(self.problem, chosen)[: len(self.prices)],
            prices=self._limit_prices(),
            canonical=len(self.prices) == self.problem.levels + HIDDEN,
        )

    def _limit_prices(self) -> Ints:
        first = self.network.options + self.problem.requests
        rows = [-self.network.apart(price)[first:] for price in self.prices]
        return np.array(rows, np.int64).reshape(len(rows), self.problem.limits)
