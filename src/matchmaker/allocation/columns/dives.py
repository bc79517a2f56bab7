"""Takes turns between dives: with more chance or less, to more requests that are left or fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.allocation.columns.dive import Dive
from matchmaker.allocation.columns.whole import completed

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import Generator
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.generation import Generation
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Mask

    Floats = NDArray[np.float64]

LEAVES = (25, 35)
"""How few requests are decided whole; dives take turns."""


TASTES = (0.1, 0.6)
"""How much chance is mixed into shares, after the first dive."""


DIVE = 4.0
"""Seconds after which a dive is given up: there it is too deep to dive."""


WHOLE = 1.0
"""Seconds for what is left."""


class Dives:
    """One dive at each step, and what it leaves decided whole."""

    def __init__(self, rng: Generator) -> None:
        """Begin without chance."""
        self._rng = rng
        self._turn = 0

    def step(
        self,
        generation: Generation,
        place: Place,
        *,
        open_options: Mask,
        need: int | None,
        budget: Budget,
    ) -> Mask | None:
        """Return a plan worth the need, if one is found in time."""
        if generation.mixture is None:
            return None
        strength = self._rng.uniform(*TASTES) if self._turn else 0.0
        dive = Dive(generation, open_options=open_options, need=need)
        leaf, deep = LEAVES[self._turn % len(LEAVES)], self._turn // len(LEAVES) % 2 == 1
        self._turn += 1

        def taste(share: Floats) -> Floats:
            return strength * self._rng.random(len(share)) * (share > 0)

        if not dive.down(generation.mixture, taste=taste, leaf=leaf, budget=budget.within(DIVE)):
            return None
        return completed(
            place, dive.fixed, open_options=dive.open, need=need, deep=deep, budget=budget.within(WHOLE)
        )
