"""The values of the two hidden levels, which break ties by name.

The solver has this function too (`allocation/ties.py`). It is written here a second time on purpose:
a checker that borrows from what it checks would agree with its mistakes. What both follow is
published: 40 bits of BLAKE2b of an option's key give two whole numbers of 1 to 2^20.
"""

from __future__ import annotations

from hashlib import blake2b

HIDDEN = 2


def hidden_values(key: int) -> tuple[int, int]:
    """Return what the option of this name is worth at the first and at the second hidden level."""
    digest = blake2b(key.to_bytes(8, "little"), digest_size=5, person=b"matchmaker ties").digest()
    second, first = divmod(int.from_bytes(digest, "little"), 2**20)
    return first + 1, second + 1
