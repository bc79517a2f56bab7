"""Raises one level of a problem to its optimum, and forgets the options that cannot be in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.mathopt import Engine
from matchmaker.allocation.multipliers import Bound, bound_of
from matchmaker.allocation.parts import with_options
from matchmaker.allocation.programme import Programme, programme_of
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Ints, Mask, Problem

RELAXATION = Engine("GLOP")

FEW = 5
"""Options a request that are tried first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a climb stands: the options still open, the plan, and the totals already proved."""

    problem: Problem
    options: Ints
    plan: Mask | None
    floors: tuple[int, ...] = ()

    @classmethod
    def start(cls, problem: Problem) -> Place:
        """Begin with the plan that serves nobody, unless some limit has a minimum."""
        nobody = None if problem.at_least.any() else np.zeros(problem.options, np.bool_)
        return cls(problem, np.arange(problem.options), nobody)

    def programme(self) -> Programme:
        """Write down the level that is to be raised next."""
        return programme_of(self.problem, len(self.floors), floors=self.floors)

    def worth(self, plan: Mask) -> int:
        """Say what a plan is worth at that level."""
        return int(self.problem.value[len(self.floors), plan].sum())

    def total(self) -> int | None:
        """Say what the plan there is is worth."""
        return None if self.plan is None else self.worth(self.plan)

    def offered(self, plan: Mask | None) -> Place:
        """Take a plan if it keeps every row and is worth more than what there is."""
        if plan is None or not self.programme().allows(plan):
            return self
        if self.plan is not None and self.worth(plan) <= self.worth(self.plan):
            return self
        return replace(self, plan=plan)

    def narrowed(self, keep: Mask) -> Place:
        """Go on with fewer options; those of the plan are among them."""
        plan = None if self.plan is None else self.plan[keep]
        return replace(self, problem=with_options(self.problem, keep), options=self.options[keep], plan=plan)

    def raised(self, total: int) -> Place:
        """Settle this level at a total, and go on to the next."""
        return replace(self, floors=(*self.floors, total))


@dataclass(frozen=True, slots=True)
class Climb:
    """The engine that decides what the relaxation leaves open, and its time."""

    engine: Engine
    budget: Budget

    def level(self, place: Place) -> tuple[Place, int | None]:
        """Return a better place and what is proved about its level.

        Without a plan the bound None says that there is none to be found.
        """
        programme = place.programme()
        bound = bound_of(place.problem, programme)
        if place.total() != bound.total and self.budget.left() > 0.0:
            place, bound = self._relaxed(place, programme, bound=bound)
        place, bound = dropped(place, bound)
        for search in (self._guessed, self._branched):
            if place.total() == bound.total or self.budget.left() == 0.0:
                break
            place, best = search(place, bound)
            if best is None:
                return place, None
            place, bound = dropped(place, bound.lowered(best))
        return place, bound.total

    def _relaxed(self, place: Place, programme: Programme, *, bound: Bound) -> tuple[Place, Bound]:
        word = RELAXATION.relax(programme, self.budget)
        if word.prices is None:
            return place, bound
        priced = bound_of(place.problem, programme, prices=word.prices)
        return place.offered(word.plan), min(bound, priced, key=lambda each: each.total)

    def _guessed(self, place: Place, bound: Bound) -> tuple[Place, int | None]:
        """Try only the few options of each request that the prices like best.

        What is found there is best of all when every option left out loses more than is missing.
        """
        few = cheapest(place.problem.request, bound.loss)
        if place.plan is None or few.sum() > place.problem.options / 2:
            return place, bound.total
        few |= place.plan
        there, best = self._branched(place.narrowed(few), bound)
        plan = np.zeros(len(few), np.bool_)
        plan[few] = there.plan
        found = place.offered(plan)
        complete = best is not None and best == found.total() and few[bound.reaches(best)].all()
        return found, best if complete else bound.total

    def _branched(self, place: Place, bound: Bound) -> tuple[Place, int | None]:
        """Let the engine decide among all the options that are left."""
        programme = place.programme()
        word = self.engine.maximise(programme, self.budget, hint=place.plan)
        if word.impossible and (place.plan is not None or place.floors):
            raise SolverError(f"{self.engine.kind} finds no plan where there is one")
        if word.plan is not None and not programme.allows(word.plan):
            raise SolverError(f"{self.engine.kind} returned a plan that breaks a limit")
        better = place.offered(word.plan)
        total = better.total()
        if word.bound is not None and total is not None and word.bound < total:
            raise SolverError(f"{self.engine.kind} proved less than there is")
        if word.impossible:
            return better, None
        return better, bound.total if word.bound is None else min(word.bound, bound.total)


def cheapest(request: Ints, loss: Ints) -> Mask:
    """Mark the few options of each request that lose least."""
    order = np.lexsort((loss, request))
    first = np.searchsorted(request[order], request[order])
    few = np.zeros(len(request), np.bool_)
    few[order[np.arange(len(order)) - first < FEW]] = True
    return few


def dropped(place: Place, bound: Bound) -> tuple[Place, Bound]:
    """Drop the options with which no plan is worth as much as the one there is."""
    total = place.total()
    if total is None or (keep := bound.reaches(total)).all():
        return place, bound
    return place.narrowed(keep), replace(bound, loss=bound.loss[keep])
