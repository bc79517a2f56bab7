"""Which rules stand in the way of each mentor, for each person: a ledger read off the fast twins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.compile import Judged
    from matchmaker.domain.people import Beneficiary, Mentor


@dataclass(frozen=True)
class Ledger:
    """A rule counts for a mentor when it alone leaves no way to meet."""

    singly: Judged

    def found(self, beneficiary: str) -> tuple[int, Beneficiary]:
        """Return somebody who asked, and their place among all who did."""
        return self._places[beneficiary]

    @cached_property
    def _places(self) -> dict[str, tuple[int, Beneficiary]]:
        return {person.id: (place, person) for place, person in enumerate(self.singly.people)}

    def blocked(self, place: int) -> list[tuple[Mentor, tuple[str, ...]]]:
        """Return each mentor who cannot meet the person at this place, and the rules that alone say so."""
        mentors = [party[0] for party in self.singly.block.parties]
        nowhere = np.flatnonzero(self._nowhere[:, place]).tolist()
        return [(mentors[m], tuple(c for c, alone in self._alone if alone[m, place])) for m in nowhere]

    @cached_property
    def _nowhere(self) -> NDArray[np.bool_]:
        exists, _ = self.singly.options(self.singly.together)
        nowhere: NDArray[np.bool_] = np.logical_not(np.any(exists, axis=-1))
        return nowhere

    @cached_property
    def _alone(self) -> list[tuple[str, NDArray[np.bool_]]]:
        options = ((code, self.singly.options(masks)[0]) for code, masks in self.singly.alone)
        return [(code, np.logical_not(np.any(exists, axis=-1))) for code, exists in options]
