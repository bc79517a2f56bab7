"""Chooses the option to branch on: the one without which, and with which, plans are worth least.

What a branch promises is tried on the columns at hand, once for each option (Achterberg, Koch & Martin,
"Branching rules revisited", 2005): no new columns are looked for, so that a trial is a few steps of GLOP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.place import Place

    Floats = NDArray[np.float64]

DOUBT = 1e-5
"""How far from 0 and from 1 a share is in doubt."""

TRIES = 5
"""How many options are tried at one branch: those nearest to a half that were not tried before."""

LITTLE = 0.01
"""What a branch is taken to cost at least, so that of two that cost nothing the other sides are compared."""


class Trial(Protocol):
    """Something that can tell what it would cost to decide about an option of its place."""

    @property
    def place(self) -> Place:
        """Whose options they are."""
        ...

    def tried(self, option: int, budget: Budget) -> tuple[float, float]:
        """Say how much less there is to be had without an option, and with it for sure."""
        ...


class Choice:
    """What is known so far about branching on single options of a place."""

    def __init__(self) -> None:
        """Begin without knowing anything."""
        self._cost: dict[int, tuple[float, float]] = {}
        """By option: what it costs to do without it, and with it, for each unit of its share that is lost."""

    def best(self, trial: Trial, share: Floats, *, most: float, budget: Budget) -> int | None:
        """Return the option of the trial's place to branch on, or None when none is in doubt.

        No branch has to cost more than `most`, which is where it ends.
        """
        doubtful = np.flatnonzero((share > DOUBT) & (share < 1 - DOUBT))
        doubtful = doubtful[np.argsort(np.abs(share[doubtful] - 0.5), kind="stable")]
        name = trial.place.options.tolist()
        new = [option for option in doubtful.tolist() if name[option] not in self._cost]
        for option in new[:TRIES]:
            without, served = trial.tried(option, budget)
            self._cost[name[option]] = without / share[option], served / (1 - share[option])
        promise = {
            option: self._promise(name[option], float(share[option]), most)
            for option in doubtful.tolist()
            if name[option] in self._cost
        }
        return max(promise, key=promise.__getitem__, default=None)

    def _promise(self, name: int, share: float, most: float) -> float:
        """Say how much both branches on an option together come nearer to an end."""
        without, served = self._cost[name]
        return max(LITTLE, min(most, without * share)) * max(LITTLE, min(most, served * (1 - share)))
