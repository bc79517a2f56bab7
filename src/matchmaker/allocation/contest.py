"""Looks for better plans of a level while others, in a process of their own, look for better bounds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.allocation.aside import GRACE, Aside
from matchmaker.allocation.child import waited
from matchmaker.allocation.columns.prover import Prover
from matchmaker.allocation.columns.search import Search
from matchmaker.allocation.mathopt import Engine, Word
from matchmaker.allocation.place import spread
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.multipliers import Bound
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.programme import Programme

    Floats = NDArray[np.float64]

FIRST = 2.0
"""Seconds of the first turn, where there is no second core; every later one is twice as long."""

SPARE = 0.05
"""A child is given so many seconds less, and this share of them, so that it can still be heard."""

PATIENCE = 0.33
"""Of its time, the share an engine gets before branches are looked at instead, where they can be."""

STALE = 0.25
"""When so few of the options an engine was asked about are still open, it is asked again."""

LOOK = 0.02
"""Seconds between two looks at an engine, when there is nothing else to do."""

UNSEEN = 50
"""While there is no plan, branches hope for those that miss the bound by a fiftieth of it, or by fifty."""


class NoPlan(Exception):
    """An engine says that there is no plan at all."""


@dataclass(frozen=True, slots=True)
class Contest:
    """The engine that is asked for bounds, and the time there is."""

    engine: Engine
    budget: Budget

    def held(self, place: Place, bound: Bound, *, prices: Floats) -> tuple[Place, Bound]:
        """Look for better plans here while the engine works elsewhere, each time longer.

        What is found here narrows what the engine is asked next.
        """
        alone = self.budget.workers == 1
        search = Search(place, bound, prices=prices, alone=alone)
        seconds, tried = FIRST / 2, False
        while self.budget.left() > 0.0 and not search.known.done:
            seconds *= 2
            if alone:
                self._search(search, self.budget.within(seconds))
            if not alone or seconds > 0.4 * self.budget.left():
                seconds = (1 - SPARE) * self.budget.left() - SPARE
            if search.provable and tried:
                self._proved(search)
                continue
            core, tried = search.known.core(), True
            need = search.known.need if search.known.near else None
            word = self._elsewhere(core.programme(), search, need=need, seconds=seconds)
            better = need is not None
            core, proved = heard(core, search.known.best(), word=word, kind=self.engine.kind, better=better)
            search.known.offered(spread(search.known.place, core, plan=core.plan))
            search.known.learn(proved.total)
            self._doubted(search)
        return search.known.place, search.known.best()

    def _proved(self, search: Search) -> None:
        """Search on while branches are looked at elsewhere, once; what that leaves open is the engine's."""
        search.shown = True
        core, need = search.known.core(), search.known.need
        if need is None:
            need = search.known.total - UNSEEN - abs(search.known.total) // UNSEEN
        prover = Prover.begin(core, search.prices, need=need, seconds=self.budget.left())
        if prover is None:
            search.alone = True
            return
        try:
            done = False
            while self.budget.left() > 0.0 and not done and not search.known.done:
                if not search.step(self.budget):
                    time.sleep(LOOK)
                done = prover.done
                for total, plan in prover.heard():
                    search.known.offered(spread(search.known.place, core, plan=plan))
                    search.known.learn(total)
                self._doubted(search)
        finally:
            prover.stop()

    def _doubted(self, search: Search) -> None:
        """Look whether there is a plan that nobody may have said there cannot be."""
        total = search.known.place.total()
        if total is not None and search.known.total < total:
            raise SolverError(f"less was proved, by {self.engine.kind} or by branches, than there is")

    def _search(self, search: Search, budget: Budget) -> None:
        """Look for better plans until time is up or there is nothing to look for."""
        while budget.left() > 0.0 and not search.known.done and search.step(budget):
            pass

    def _elsewhere(self, programme: Programme, search: Search, *, need: int | None, seconds: float) -> Word:
        """Let the engine work in a child, and search on beside it where there is a second core.

        It is called back when what was found here has made its work much smaller.
        """
        asked = programme if need is None else programme.worth(need)
        patient = self.budget.within(PATIENCE * seconds)
        aside = Aside.begin(self.engine, asked, seconds=seconds)
        if aside is None:
            return self.engine.maximise(asked, self.budget.within(seconds))
        try:
            while not aside.done:
                smaller = search.known.open().sum() < STALE * len(programme.value)
                if smaller or search.known.done:
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


def heard(place: Place, bound: Bound, *, word: Word, kind: str, better: bool = False) -> tuple[Place, Bound]:
    """Judge what an engine of some kind said of all plans, or of those better than the one there is."""
    total = place.total()
    if word.impossible and better and total is not None:
        return place, bound.lowered(total)
    if word.impossible:
        if total is not None or place.floors:
            raise SolverError(f"{kind} finds no plan where there is one")
        raise NoPlan
    if word.plan is not None and not place.programme().allows(word.plan):
        raise SolverError(f"{kind} returned a plan that breaks a limit")
    place = place.offered(word.plan)
    reached = place.total()
    if word.bound is None:
        return place, bound
    if reached is not None and word.bound < reached and not (better and reached == total):
        raise SolverError(f"{kind} proved less than there is")
    return place, bound.lowered(word.bound if reached is None else max(word.bound, reached))
