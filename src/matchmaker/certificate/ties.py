"""The values of the two hidden levels, which break ties by name.

The solver has this function too (`allocation/ties.py`). It is written here a second time on purpose:
a checker that borrows from what it checks would agree with its mistakes. What both follow is
published: 40 bits of BLAKE2b of an option's key give two whole numbers of 1 to 2^20.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

HIDDEN = 2


def hidden_values(keys: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return what each option is worth at the first and at the second hidden level."""
    first: list[int] = []
    second: list[int] = []
    for key in keys:
        name = key.to_bytes(8, "little")
        number = int.from_bytes(blake2b(name, digest_size=5, person=b"matchmaker ties").digest(), "little")
        high, low = divmod(number, 2**20)
        first.append(low + 1)
        second.append(high + 1)
    return first, second
