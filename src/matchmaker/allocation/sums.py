"""Which loads of a limit can be reached at all: the classic sum-of-subsets, on bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDEST = 1 << 16
"""Loads beyond this are left alone; in minutes that is more than a thousand hours."""


def nearest_sums(ways: Iterable[Sequence[int]], *, at_least: int, at_most: int) -> tuple[int, int]:
    """Move two bounds inwards to loads that can be reached by one of each way or none.

    Two bounds that cross say that no load lies between them.
    """
    if at_most > WIDEST or at_least > at_most:
        return at_least, at_most
    loads = reachable(ways, at_most)
    above = loads >> at_least
    if not above:
        return at_least, -1 if at_least else 0
    lowest = (above & -above).bit_length() - 1
    return at_least + lowest, loads.bit_length() - 1


def reachable(ways: Iterable[Sequence[int]], at_most: int) -> int:
    """Return an integer whose bit s says whether the load s can be reached."""
    window = (1 << (at_most + 1)) - 1
    loads = 1
    for amounts in ways:
        reached = loads
        for amount in set(amounts):
            reached |= loads << amount
        loads = reached & window
    return loads
