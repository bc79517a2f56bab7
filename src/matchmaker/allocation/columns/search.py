"""Looks for better plans and better bounds of one level, a step at a time, until told to stop."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.dives import Dives
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.hopes import Hopes, followed
from matchmaker.allocation.columns.knapsacks import knapsacks_of
from matchmaker.allocation.columns.known import Known
from matchmaker.allocation.columns.meeting import Meeting
from matchmaker.allocation.columns.neighbourhood import Neighbourhoods
from matchmaker.allocation.columns.rounding import Rounding
from matchmaker.allocation.columns.seeking import Seeking
from matchmaker.allocation.place import cheapest

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.multipliers import Bound
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Mask

    Floats = NDArray[np.float64]

SEED = 9

FEW = 6
"""Options a request that a rounding may choose from, those that lose least."""

WEIGHT = {"grow": 0.05, "round": 1.0, "dive": 1.0, "near": 3.0, "tree": 0.5, "seek": 0.5, "meet": 0.1}
"""How a second counts. Prices first, because everything else begins with them; what finds something
better has its account halved, and so its turn more often."""

STEP = 1.0
"""Seconds that one step may take, about."""


class Search:
    """Ways to know more about one level; every step spends about as much time as the others.

    Every other step hopes for plans that are much better.
    """

    def __init__(self, place: Place, bound: Bound, *, prices: Floats, alone: bool = True) -> None:
        """Begin with what the relaxation knows: a bound and prices of the rows."""
        self.known = Known(place, bound)
        self.alone = alone
        """`alone` says that nobody else can look at branches."""
        self._prices = prices
        self._rng = np.random.default_rng(SEED)
        self._round = Rounding(self._rng)
        self._near = Neighbourhoods(self._rng)
        self._dives = Dives(self._rng)
        self._meeting = Meeting(place, prices, rng=np.random.default_rng(SEED))
        self._knapsacks = knapsacks_of(place.problem)
        self._generation: Generation | None = None
        self._grown = self._knapsacks is None
        self._hopes: Hopes | None = None
        self._seeking: Seeking | None = None
        self.shown = False
        """Whether somebody else has looked at branches already."""
        self._hopeful = False
        self._lives = 3
        """How often columns are begun anew after GLOP lost its way among them."""
        self._spent = dict.fromkeys(WEIGHT, 0.0)

    @property
    def grown(self) -> bool:
        """Whether columns give the best prices they can."""
        return self._grown and self._generation is not None and self._generation.mixture is not None

    @property
    def provable(self) -> bool:
        """Whether branches could be looked at elsewhere."""
        return not self.alone and not self.shown and self.grown

    @property
    def prices(self) -> Floats:
        """The best prices of the rows."""
        return self._prices if self._generation is None else self._generation.prices

    def step(self, budget: Budget) -> bool:
        """Spend some time on whatever had least of it; say whether there is something to do at all."""
        if not self.known.open().any():
            return False
        steps = self._steps()
        if not steps:
            return False
        kind = min(steps, key=lambda each: self._spent[each])
        self._hopeful = not self._hopeful
        began = time.monotonic()
        if self.known.offered(steps[kind](budget)):
            self._spent[kind] /= 2
        self._spent[kind] += (time.monotonic() - began) * WEIGHT[kind]
        return True

    def _steps(self) -> dict[str, Callable[[Budget], Mask | None]]:
        """Return what could be done now."""
        steps: dict[str, Callable[[Budget], Mask | None]] = {}
        if self._generation is not None and self._generation.master.dead:
            self._prices, self._generation = self._generation.prices, None
            self._lives -= 1
            self._grown = self._lives == 0
        if not self._grown:
            steps["grow"] = self._grow
        if self._generation is not None and self._generation.mixture is not None:
            steps["round"] = self._rounded
        if self.known.place.plan is not None:
            steps["near"] = self._nearby
        if "round" in steps:
            steps["dive"] = self._dive
        if self.known.need is None:
            return steps
        if not self._meeting.lost:
            steps["meet"] = self._met
        if self.grown and self.alone and not (self._hopes and self._hopes.lost):
            steps["tree"] = self._branched
        if self.grown and not (self._seeking and self._seeking.lost):
            steps["seek"] = self._sought
        return steps

    def _grow(self, budget: Budget) -> Mask | None:
        """Find better prices, and with them a better bound."""
        if self._knapsacks is None:
            return None
        if self._generation is None:
            self._generation = Generation(self.known.place, self._knapsacks, prices=self._prices)
        self._grown = self._generation.grow(budget.within(2 * STEP))
        self.known.bounds = [self.known.bounds[0], self._generation.bound().lowered(self.known.total)]
        return None

    def _rounded(self, budget: Budget) -> Mask | None:
        generation = self._generation
        if generation is None or generation.mixture is None:
            return None
        few = cheapest(self.known.place.problem, self.known.best().loss, few=FEW)
        return self._round.step(
            self.known.place,
            share=generation.share(),
            open_options=self.known.open(hopeful=self._hopeful) & few,
            need=self.known.need,
            budget=budget,
        )

    def _dive(self, budget: Budget) -> Mask | None:
        if self._generation is None:
            return None
        open_options = self.known.open(hopeful=self._hopeful)
        return self._dives.step(
            self._generation, self.known.place, open_options=open_options, need=self.known.need, budget=budget
        )

    def _branched(self, budget: Budget) -> Mask | None:
        """Look at branches for a while."""
        if self._hopes is None and self._generation is not None:
            self._hopes = Hopes(self._generation, total=self.known.total)
        need = self.known.need
        if self._hopes is None or need is None:
            return None
        plan = followed(self._hopes, need, budget=budget.within(STEP))
        self.known.learn(self._hopes.total)
        return plan

    def _sought(self, budget: Budget) -> Mask | None:
        """Go straight down for a while."""
        if self._seeking is None and self._generation is not None:
            self._seeking = Seeking(self._generation, total=self.known.total)
        need = self.known.need
        if self._seeking is None or need is None:
            return None
        self._seeking.total = min(self._seeking.total, self.known.total)
        plan = followed(self._seeking, need, budget=budget.within(STEP))
        self.known.learn(self._seeking.total)
        return plan

    def _nearby(self, budget: Budget) -> Mask | None:
        return self._near.step(
            self.known.place, open_options=self.known.open(hopeful=self._hopeful), budget=budget
        )

    def _met(self, budget: Budget) -> Mask | None:
        """Let two halves of the requests meet in the middle."""
        need = self.known.need
        return None if need is None else self._meeting.step(self.known.open(), need=need, budget=budget)
