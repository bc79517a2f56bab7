"""Decides a small place whole: relaxation, prices, and an integer engine for what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.knapsacks import knapsacks_of
from matchmaker.allocation.mathopt import Engine, Word
from matchmaker.allocation.multipliers import bound_of
from matchmaker.allocation.place import Place, dropped
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Mask
    from matchmaker.allocation.programme import Programme

RELAXATION, EXACT = Engine("GLOP"), Engine("HIGHS")


def completed(
    place: Place, fixed: Mask, *, open_options: Mask, need: int | None, budget: Budget
) -> Mask | None:
    """Return a plan with the fixed options that is worth the need, if one is found in time."""
    rest = place.around(fixed, open_options=open_options)
    found = decided(rest, need=None if need is None else need - place.worth(fixed), budget=budget)
    if found is None:
        return None
    plan = fixed.copy()
    plan[rest.options[found]] = True
    return plan if place.programme().allows(plan) else None


def decided(place: Place, *, need: int | None, budget: Budget) -> Mask | None:
    """Return a best plan of a small place, if one is worth the need and can be found in time."""
    programme = place.programme()
    if contradictory(place):
        return None
    word = relaxed(programme, budget)
    if word.prices is None:
        return None
    bound = bound_of(place.problem, programme, prices=word.prices)
    if need is None:
        return engine_plan(programme, budget)
    if word.plan is not None and programme.allows(word.plan):
        return word.plan if place.worth(word.plan) >= need else None
    knapsacks = knapsacks_of(place.problem)
    if knapsacks is not None and bound.total >= need:
        generation = Generation(place, knapsacks, prices=word.prices)
        generation.grow(budget, enough=need - 1)
        bound = min(bound, generation.bound(), key=lambda each: each.total)
    if bound.total < need:
        return None
    core, _ = dropped(place, bound, total=need)
    if contradictory(core):
        return None
    return spread(place, core, plan=engine_plan(core.programme().worth(need), budget))


def relaxed(programme: Programme, budget: Budget) -> Word:
    """Solve a relaxation; a linear solver that loses its way has nothing to say, and that is all."""
    try:
        return RELAXATION.relax(programme, budget)
    except SolverError:
        return Word()


def engine_plan(programme: Programme, budget: Budget) -> Mask | None:
    """Return what the engine finds; here nobody takes its word for more."""
    try:
        return EXACT.maximise(programme, budget).plan
    except SolverError:
        return None


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
