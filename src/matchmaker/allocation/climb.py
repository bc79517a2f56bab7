"""Raises one level of a problem to its optimum, and forgets the options that cannot be in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.aside import PUNCTUAL, asked
from matchmaker.allocation.columns.whole import relaxed
from matchmaker.allocation.contest import Contest, NoPlan, heard
from matchmaker.allocation.multipliers import Bound, bound_of
from matchmaker.allocation.place import Place, cheapest, contradictory, dropped, spread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.mathopt import Engine, Word

FEW = 5
"""Options a request that are tried first."""

MOMENT = 1.0
"""Seconds that an engine gets before others look for better plans beside it."""


@dataclass(frozen=True, slots=True)
class Climb:
    """The engine that decides what the relaxation leaves open, and its time."""

    engine: Engine
    budget: Budget

    def level(self, place: Place) -> tuple[Place, Bound | None]:
        """Return a better place and what is proved about its level.

        Without a plan the bound None says that there is none to be found.
        """
        if contradictory(place):
            return place, None
        bound = bound_of(place.problem, place.programme())
        prices = np.zeros(len(place.programme().low))
        if place.total() != bound.total and self.budget.left() > 0.0:
            place, bound, prices = self._relaxed(place, bound)
        place, bound = dropped(place, bound)
        try:
            for search in (self._guessed, self._branched):
                if place.total() == bound.total or self.budget.left() == 0.0:
                    return place, bound
                place, bound = dropped(*search(place, bound))
            if place.total() != bound.total and self.budget.left() > 0.0:
                place, bound = Contest(self.engine, self.budget).held(place, bound, prices=prices)
        except NoPlan:
            return place, None
        return place, bound

    def _relaxed(self, place: Place, bound: Bound) -> tuple[Place, Bound, NDArray[np.float64]]:
        programme = place.programme()
        word = relaxed(programme, self.budget)
        if word.prices is None:
            return place, bound, np.zeros(len(programme.low))
        priced = bound_of(place.problem, programme, prices=word.prices)
        return place.offered(word.plan), min(bound, priced, key=lambda each: each.total), word.prices

    def _guessed(self, place: Place, bound: Bound) -> tuple[Place, Bound]:
        """Try only the few options of each request that the prices like best.

        What is found there is best of all when every option left out loses more than is missing.
        """
        few = cheapest(place.problem, bound.loss, few=FEW)
        if few.sum() > place.problem.options / 2:
            return place, bound
        core = place.narrowed(few if place.plan is None else few | place.plan)
        word = self._asked(core)
        found = place.offered(spread(place, core, plan=word.plan))
        total = found.total()
        complete = total is not None and word.bound == total and few[bound.reaches(total + 1)].all()
        return found, bound.lowered(total) if complete and total is not None else bound

    def _branched(self, place: Place, bound: Bound) -> tuple[Place, Bound]:
        """Let the engine decide among all the options that are left, if they are not too many."""
        if place.problem.options > PUNCTUAL:
            return place, bound
        return heard(place, bound, word=self._asked(place), kind=self.engine.kind)

    def _asked(self, place: Place) -> Word:
        """Give the engine a moment."""
        programme = place.programme()
        word = asked(self.engine, programme, budget=self.budget, seconds=MOMENT)
        if word is None:
            word = self.engine.maximise(programme, self.budget.within(MOMENT), hint=place.plan)
        return word
