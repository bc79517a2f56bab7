"""Where a search stands: the options still open, the best plan so far, and what is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.parts import cut, with_options
from matchmaker.allocation.programme import Programme, programme_of

if TYPE_CHECKING:
    from matchmaker.allocation.multipliers import Bound
    from matchmaker.allocation.problem import Ints, Mask, Problem


@dataclass(frozen=True, slots=True)
class Place:
    """Where a climb stands: the options still open, the plan, and the totals already proved."""

    problem: Problem
    options: Ints
    plan: Mask | None
    must: Mask
    """(n,) requests that every plan worth looking at serves."""
    floors: tuple[int, ...] = ()

    @classmethod
    def start(cls, problem: Problem, *, must: Mask | None = None) -> Place:
        """Begin with the plan that serves nobody, unless somebody must be served."""
        must = np.zeros(problem.requests, np.bool_) if must is None else must
        nobody = not must.any() and not problem.at_least.any()
        plan = np.zeros(problem.options, np.bool_) if nobody else None
        return cls(problem, np.arange(problem.options), plan, must)

    @property
    def level(self) -> int:
        """Which level is to be raised next."""
        return len(self.floors)

    def programme(self) -> Programme:
        """Write down the level that is to be raised next."""
        return programme_of(self.problem, self.level, floors=self.floors, must=self.must)

    def worth(self, plan: Mask) -> int:
        """Say what a plan is worth at that level."""
        return int(self.problem.value[self.level, plan].sum())

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

    def around(self, fixed: Mask, *, open_options: Mask) -> Place:
        """Return what is left to decide when some options are chosen and some others still open.

        `options` of the result are numbers in this place. There is no plan yet.
        """
        problem = self.problem
        asked = np.ones(problem.requests, np.bool_)
        asked[problem.request[fixed]] = False
        load = np.zeros(problem.limits, np.int64)
        np.add.at(load, problem.limit, problem.amount * fixed[problem.option])
        left = replace(
            problem,
            at_most=problem.at_most - load,
            at_least=np.maximum(problem.at_least - load, 0),
        )
        fits = open_options & asked[problem.request]
        fits[problem.option[problem.amount > left.at_most[problem.limit]]] = False
        limits = left.at_least > 0
        limits[problem.limit[fits[problem.option]]] = True
        part = cut(left, requests=asked, options=fits, limits=limits)
        spent = problem.value[: self.level, fixed].sum(axis=1).tolist()
        floors = tuple(floor - value for floor, value in zip(self.floors, spent, strict=True))
        return Place(part.problem, part.options, None, self.must[asked], floors)


def dropped(place: Place, bound: Bound, *, total: int | None = None) -> tuple[Place, Bound]:
    """Drop the options with which no plan is worth as much as the one there is (or as `total`)."""
    total = place.total() if total is None else total
    if total is None or (keep := bound.reaches(total)).all():
        return place, bound
    return place.narrowed(keep), replace(bound, loss=bound.loss[keep])


def cheapest(problem: Problem, loss: Ints, *, few: int) -> Mask:
    """Mark the few options of each request that lose least; of equal ones those that burden limits least.

    Without that the first ones by number would crowd at the same limits.
    """
    burden = np.zeros(problem.options)
    np.add.at(burden, problem.option, problem.amount / np.maximum(problem.at_most, 1)[problem.limit])
    order = np.lexsort((burden, loss, problem.request))
    first = np.searchsorted(problem.request[order], problem.request[order])
    mask = np.zeros(problem.options, np.bool_)
    mask[order[np.arange(len(order)) - first < few]] = True
    return mask


def contradictory(place: Place) -> bool:
    """Say whether somebody must be served and cannot be; engines refuse to be told so."""
    asked = np.bincount(place.problem.request, minlength=place.problem.requests)
    return bool((asked[place.must] == 0).any() or (place.problem.at_least > place.problem.at_most).any())


def spread(place: Place, core: Place, *, plan: Mask | None) -> Mask | None:
    """Say a plan of a narrower place in the options of the wider one."""
    if plan is None:
        return None
    wide = np.zeros(place.problem.options, np.bool_)
    wide[np.isin(place.options, core.options[plan])] = True
    return wide
