"""What the fast twins judge at once: many pairs, and for each the venues as bits in numpy words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from matchmaker.domain.arrangement import Arrangement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.words import Company

    Bits: TypeAlias = NDArray[np.uint32]

Party: TypeAlias = "tuple[Mentor, ...]"
Visit: TypeAlias = "tuple[Beneficiary, str]"
WORD = 32
FULL = 2**WORD - 1


class Masks(NamedTuple):
    """Two arrays of venue bits, parties × visits × companies × words; a size of 1 stands for all.

    What is open but not ready asks first; what is not open is closed.
    """

    ready: Bits
    open: Bits

    def __and__(self, other: Masks) -> Masks:
        """Combine two rules: both must leave a venue open."""
        return Masks(self.ready & other.ready, self.open & other.open)


@dataclass(frozen=True)
class Block:
    """Parties (a mentor, or the two of a team with the lead first) × visits (a person and a must task)."""

    parties: tuple[Party, ...]
    visits: tuple[Visit, ...]
    companies: tuple[Company, ...]
    context: Context

    @property
    def venues(self) -> tuple[Venue, ...]:
        """The venues that the bits stand for."""
        return self.context.venues

    @cached_property
    def words(self) -> int:
        """How many 32-bit words hold one bit a venue."""
        return max(1, -(-len(self.venues) // WORD))

    @cached_property
    def bit(self) -> dict[str, tuple[int, int]]:
        """The word and the bit of each venue, by its code."""
        return {venue.code: (place // WORD, 1 << place % WORD) for place, venue in enumerate(self.venues)}

    def everything(self) -> Masks:
        """Return masks in which each task has all the venues where it can happen."""
        import numpy as np

        bits = np.zeros((1, len(self.visits), 1, self.words), np.uint32)
        for row, (_, task) in enumerate(self.visits):
            for venue in self.context.venues_for(task):
                word, bit = self.bit[venue.code]
                bits[0, row, 0, word] |= bit
        return Masks(bits, bits.copy())


def seen_by(
    party: Party, task: str, *, company: Company, venue: Venue
) -> Iterator[tuple[Mentor, Arrangement]]:
    """Yield each mentor of a party with the arrangement as that mentor sees it."""
    for place, mentor in enumerate(party):
        other = party[1 - place].id if len(party) == 2 else None
        yield mentor, Arrangement(task, company, venue, other, leads=place == 0)
