"""Decides a place by branching on single options, each branch bounded by columns of its own.

Branch and price (Barnhart and others, "Branch-and-price", 1998; for generalised assignment
Savelsbergh, 1997). The bound of a branch is a sum of whole numbers, like that of the place: what is
settled here rests on no engine's word.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.choice import DOUBT, Choice
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.place import contradictory, spread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Mask

    Floats = NDArray[np.float64]

EARLY = 0.1
"""Of the distance to what is needed, the share for which better prices are not worth looking for."""

MOST = 5_000
"""Branches kept at once, of 30 kB each where 400 options are in doubt."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Some options of a place, requests that must be served, and what is known about such plans."""

    options: Ints
    must: Mask
    total: int
    """What such a plan can be worth at most."""
    prices: Floats
    groups: list[Ints]
    """Columns known before, in the numbers of the place."""
    early: float = EARLY


class Tree:
    """The branches of a place that may still hold a plan worth so much."""

    def __init__(
        self,
        generation: Generation,
        options: Ints,
        *,
        least: int,
        total: int,
        choice: Choice | None = None,
    ) -> None:
        """Begin with some options of a place and what was found out about it.

        With a `choice` the branches that promise most come first, which soon tells what plans are worth at
        most. Without one the latest come first, which soon ends at a plan.
        """
        whole = generation.place
        self._place = replace(whole, plan=None, options=np.arange(whole.problem.options))
        self._knapsacks = generation.knapsacks
        self._least, self._choice, self._deep = least, choice or Choice(), choice is None
        self._open: list[tuple[int, int, Branch]] = []
        self._pushed = 0
        self.lost = False
        """Whether some branch can be decided by others only, or there are too many."""
        self._put(Branch(options, self._place.must, total, generation.prices, generation.pool))

    def raised(self, need: int) -> int:
        """Drop branches that cannot meet a need; say what a plan that is left out here is worth at most."""
        self._least = max(self._least, need)
        self._open = [entry for entry in self._open if entry[2].total >= self._least]
        heapq.heapify(self._open)
        return max((branch.total for _, _, branch in self._open), default=self._least - 1)

    @property
    def done(self) -> bool:
        """Say whether no branch is left."""
        return not self._open

    def step(self, budget: Budget) -> Mask | None:
        """Look at the most promising branch; return a plan that is good enough, if it is one."""
        branch, need = heapq.heappop(self._open)[2], self._least
        place = self._begun(branch)
        if contradictory(place):
            return None
        generation = self._generation(place, branch)
        priced = generation.grow(budget, enough=need - 1, early=branch.early)
        known = replace(
            branch,
            total=min(generation.total, branch.total),
            prices=generation.prices,
            groups=[place.options[group] for group in generation.pool],
        )
        if known.total < need:
            return None
        if generation.mixture is None or generation.mixture.broken or not priced:
            self.lost |= priced
            self._put(known)
            return None
        return self._divided(known, generation, budget)

    def _divided(self, branch: Branch, generation: Generation, budget: Budget) -> Mask | None:
        """Make two branches of one at an option in doubt, unless it is a plan."""
        share, place, need = generation.share(), generation.place, self._least
        keep = generation.bound().reaches(need)
        groups = [place.options[group] for group in generation.pool if keep[group].all()]
        narrow = replace(branch, options=place.options[keep], groups=groups)
        option = self._choice.best(
            generation, np.where(keep, share, 0.0), most=branch.total - need + 1, budget=budget
        )
        if option is not None:
            self._chosen(narrow, place.options[option])
            return None
        if (share[~keep] > DOUBT).any():
            self._put(narrow)
            return None
        plan = share > 1 / 2
        good = place.programme().allows(plan) and place.worth(plan) >= need
        self.lost |= not good and branch.early == 0.0
        self._put(replace(narrow, early=0.0))
        return spread(self._place, place, plan=plan) if good else None

    def _chosen(self, branch: Branch, option: int) -> None:
        """Put down one branch with an option, and one without."""
        request = self._place.problem.request
        others = request[branch.options] != request[option]
        must = branch.must.copy()
        must[request[option]] = True
        chosen = np.sort(np.append(branch.options[others], option))
        self._put(replace(branch, options=branch.options[branch.options != option], early=EARLY))
        self._put(replace(branch, options=chosen, must=must, early=EARLY))

    def _begun(self, branch: Branch) -> Place:
        """Return what the branch is about, its options numbered as in the place."""
        keep = np.zeros(self._place.problem.options, np.bool_)
        keep[branch.options] = True
        numbers = np.arange(len(keep))
        return replace(self._place, options=numbers, must=branch.must).narrowed(keep)

    def _generation(self, place: Place, branch: Branch) -> Generation:
        """Begin with the columns that hold only options which are still open."""
        generation = Generation(place, self._knapsacks.among(place.options), prices=branch.prices)
        number = np.full(self._place.problem.options, -1)
        number[place.options] = np.arange(len(place.options))
        generation.know(group for group in (number[each] for each in branch.groups) if (group >= 0).all())
        return generation

    def _put(self, branch: Branch) -> None:
        self._pushed += 1
        promise = 0 if self._deep else branch.total
        heapq.heappush(self._open, (-promise, -self._pushed, branch))
        self.lost |= len(self._open) > MOST
