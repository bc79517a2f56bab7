"""Raises one level of a problem to its optimum, and forgets the options that cannot be in it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.aside import GRACE, PUNCTUAL, Aside, asked
from matchmaker.allocation.columns.prover import Prover
from matchmaker.allocation.columns.search import Search
from matchmaker.allocation.columns.whole import contradictory, relaxed, spread
from matchmaker.allocation.flows.apart import waited
from matchmaker.allocation.mathopt import Engine, Word
from matchmaker.allocation.multipliers import Bound, bound_of
from matchmaker.allocation.place import Place, cheapest, dropped
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.programme import Programme

FEW = 5
"""Options a request that are tried first."""

MOMENT = 1.0
"""Seconds that an engine gets before others look for better plans beside it."""

SPARE = 0.05
"""A child is given so many seconds less, and this share of them, so that it can still be heard."""

PATIENCE = 0.1
"""Of its time, the share an engine gets before branches are looked at instead, where they can be."""

STALE = 0.25
"""When so few of the options an engine was asked about are still open, it is asked again."""

LOOK = 0.02
"""Seconds between two looks at an engine, when there is nothing else to do."""


class NoPlan(Exception):
    """An engine says that there is no plan at all."""


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
                place, bound = self._contested(place, bound, prices)
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
        return self._heard(place, bound, self._asked(place))

    def _asked(self, place: Place) -> Word:
        """Give the engine a moment."""
        programme = place.programme()
        word = asked(self.engine, programme, budget=self.budget, seconds=MOMENT)
        if word is None:
            word = self.engine.maximise(programme, self.budget.within(MOMENT), hint=place.plan)
        return word

    def _heard(self, place: Place, bound: Bound, word: Word, *, better: bool = False) -> tuple[Place, Bound]:
        """Judge what the engine said of all plans, or of those better than the one there is."""
        total = place.total()
        if word.impossible and better and total is not None:
            return place, bound.lowered(total)
        if word.impossible:
            if total is not None or place.floors:
                raise SolverError(f"{self.engine.kind} finds no plan where there is one")
            raise NoPlan
        if word.plan is not None and not place.programme().allows(word.plan):
            raise SolverError(f"{self.engine.kind} returned a plan that breaks a limit")
        place = place.offered(word.plan)
        reached = place.total()
        if word.bound is None:
            return place, bound
        if reached is not None and word.bound < reached and not (better and reached == total):
            raise SolverError(f"{self.engine.kind} proved less than there is")
        return place, bound.lowered(word.bound if reached is None else max(word.bound, reached))

    def _contested(self, place: Place, bound: Bound, prices: NDArray[np.float64]) -> tuple[Place, Bound]:
        """Look for better plans here while the engine works elsewhere, each time longer.

        What is found here narrows what the engine is asked next.
        """
        alone = self.budget.workers == 1
        search = Search(place, bound, prices=prices, alone=alone)
        seconds, tried = MOMENT, False
        while self.budget.left() > 0.0 and search.place.total() != search.total:
            seconds *= 2
            if alone:
                self._search(search, self.budget.within(seconds))
            if not alone or seconds > 0.4 * self.budget.left():
                seconds = (1 - SPARE) * self.budget.left() - SPARE
            if search.provable and tried:
                self._proved(search)
                continue
            core, tried = search.core(), True
            need = search.need if search.near else None
            word = self._elsewhere(core.programme(), search, need=need, seconds=seconds)
            heard, proved = self._heard(core, search.best(), word, better=need is not None)
            search.place = search.place.offered(spread(search.place, heard, plan=heard.plan))
            search.learn(proved.total)
            if search.total < (search.place.total() or search.total):
                raise SolverError(f"{self.engine.kind} proved less than there is")
        return search.place, search.best()

    def _proved(self, search: Search) -> None:
        """Search on while branches are looked at elsewhere, once; what that leaves open is the engine's."""
        search.shown = True
        core, need = search.core(), search.total if search.need is None else search.need
        prover = Prover.begin(core, search.prices, need=need, seconds=self.budget.left())
        if prover is None:
            return
        try:
            done = False
            while self.budget.left() > 0.0 and not done and search.place.total() != search.total:
                if not search.step(self.budget):
                    time.sleep(LOOK)
                done = prover.done
                for total, plan in prover.heard():
                    search.place = search.place.offered(spread(search.place, core, plan=plan))
                    search.learn(total)
        finally:
            prover.stop()

    def _search(self, search: Search, budget: Budget) -> None:
        """Look for better plans until time is up or there is nothing to look for."""
        while budget.left() > 0.0 and search.place.total() != search.total and search.step(budget):
            pass

    def _elsewhere(self, programme: Programme, search: Search, *, need: int | None, seconds: float) -> Word:
        """Let the engine work in a child, and search on beside it where there is a second core.

        It is called back when what was found here has made its work much smaller.
        """
        asked = programme if need is None else programme.worth(need)
        aside, patient = (
            Aside.begin(self.engine, asked, seconds=seconds),
            self.budget.within(PATIENCE * seconds),
        )
        if aside is None:
            return self.engine.maximise(asked, self.budget.within(seconds))
        try:
            while not aside.done:
                smaller = search.open().sum() < STALE * len(programme.value)
                if smaller or search.place.total() == search.total:
                    return Word()
                if search.provable and patient.left() == 0.0:
                    return Word()
                if self.budget.left() == 0.0:
                    ended = waited(aside.child, self.budget.after(GRACE))
                    return Word() if ended is None else aside.word()
                if self.budget.workers == 1 or not search.step(self.budget):
                    time.sleep(LOOK)
            return aside.word()
        finally:
            aside.stop()
