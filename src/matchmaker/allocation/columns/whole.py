"""Decides a small place whole: relaxation, prices, and an integer engine for what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.hopes import branched
from matchmaker.allocation.columns.knapsacks import knapsacks_of
from matchmaker.allocation.mathopt import Engine, Word
from matchmaker.allocation.multipliers import bound_of
from matchmaker.allocation.place import Place, contradictory, dropped, spread
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Mask
    from matchmaker.allocation.programme import Programme

RELAXATION, EXACT = Engine("GLOP"), Engine("HIGHS")


def completed(
    place: Place, fixed: Mask, *, open_options: Mask, need: int | None, deep: bool, budget: Budget
) -> Mask | None:
    """Return a plan with the fixed options that is worth the need, if one is found in time.

    `deep` says to look for it among branches, where there are some, instead of asking an engine.
    """
    rest = place.around(fixed, open_options=open_options)
    found = decided(rest, need=None if need is None else need - place.worth(fixed), deep=deep, budget=budget)
    if found is None:
        return None
    plan = fixed.copy()
    plan[rest.options[found]] = True
    return plan if place.programme().allows(plan) else None


def decided(place: Place, *, need: int | None, deep: bool = False, budget: Budget) -> Mask | None:
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
    generation = None
    knapsacks = knapsacks_of(place.problem)
    if knapsacks is not None and bound.total >= need:
        generation = Generation(place, knapsacks, prices=word.prices)
        generation.grow(budget, enough=need - 1)
        bound = min(bound, generation.bound(), key=lambda each: each.total)
    if bound.total < need:
        return None
    if deep and generation is not None and generation.mixture is not None:
        return branched(generation, need=need, budget=budget)
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
