"""Looks for plans that are as good as can still be hoped for, and when there are none for less good ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from matchmaker.allocation.columns.choice import Choice
from matchmaker.allocation.columns.leaves import Leaves
from matchmaker.allocation.columns.listing import listed
from matchmaker.allocation.columns.tree import Tree

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.generation import Generation
    from matchmaker.allocation.problem import Mask

STEPS = 10
"""In how many steps at most the hopes come down, where no tree takes long."""

QUICK = 40
"""Branches of a tree after which the next one hopes for more again, which is decided sooner."""


class Branches(Protocol):
    """The branches of a place that may still hold a plan worth so much."""

    lost: bool
    """Whether some branch can be decided by others only, or there are too many."""

    @property
    def done(self) -> bool:
        """Say whether no branch is left."""
        ...

    def raised(self, need: int) -> int:
        """Drop branches that cannot meet a need; say what a plan that is left out here is worth at most."""
        ...

    def step(self, budget: Budget) -> Mask | None:
        """Look at one branch; return a plan that is good enough, if it is one."""
        ...


def branches(generation: Generation, *, least: int, total: int, choice: Choice | None = None) -> Branches:
    """Begin to look for plans worth so much: among columns that are listed, if they are few enough."""
    listing = listed(generation, need=least)
    if listing is not None:
        return Leaves(generation, listing, least=least, total=total, choice=choice)
    options = np.flatnonzero(generation.bound().reaches(least))
    return Tree(generation, options, least=least, total=total, choice=choice)


class Hopes:
    """Looks for plans that are as good as can still be hoped for; when there are none, for less good ones.

    The fewer hopes, the fewer options are left to decide about: each tree is about those without
    which no plan is worth so much (as Posta, Ferland & Michelon, 2012, go through target values).
    """

    def __init__(self, generation: Generation, *, total: int) -> None:
        """Begin where the columns of a place have grown, and no plan is worth more than so much."""
        self.total = total
        self._generation = generation
        self._tree: Branches | None = None
        self._choice = Choice()
        self._reach = self._looked = 0

    @property
    def lost(self) -> bool:
        """Whether this can go no further."""
        return self._tree is not None and self._tree.lost

    def step(self, need: int, budget: Budget) -> Mask | None:
        """Look at one branch; return a plan worth the need, if it is one."""
        if self._tree is None:
            self._reach = max(self._reach, (self.total - need) // STEPS)
            least = max(need, self.total - self._reach)
            self._looked = 0
            self._tree = branches(self._generation, least=least, total=self.total, choice=self._choice)
        self.total = min(self.total, self._tree.raised(need))
        if self._tree.done:
            self._tree = None
            self._reach = 2 * self._reach + 1 if self._looked < QUICK else self._reach // 2
            return None
        self._looked += 1
        return self._tree.step(budget)


def branched(generation: Generation, *, need: int, budget: Budget) -> Mask | None:
    """Return a plan of the generation's place that is worth the need, if one is found in time."""
    tree = branches(generation, least=need, total=generation.total)
    plan = None
    while plan is None and not tree.done and not tree.lost and budget.left() > 0.0:
        plan = tree.step(budget)
    return plan


class Hopeful(Protocol):
    """Somebody who looks at branches, and knows what no plan is worth more than."""

    total: int

    @property
    def lost(self) -> bool:
        """Whether this can go no further."""
        ...

    def step(self, need: int, budget: Budget) -> Mask | None:
        """Look at one branch; return a plan worth the need, if it is one."""
        ...


def followed(hopeful: Hopeful, need: int, *, budget: Budget) -> Mask | None:
    """Let somebody look at branches for a while, until there is a plan or nothing to hope for."""
    plan = None
    while plan is None and budget.left() > 0.0 and hopeful.total >= need and not hopeful.lost:
        plan = hopeful.step(need, budget)
    return plan
