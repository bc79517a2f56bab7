"""Where the columns and rows of a listing stand, so that one page can go on where another ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.columns.listing import Listing
    from matchmaker.allocation.problem import Ints, Mask

    Bytes = NDArray[np.int8]

LOWER, BASIC = 2, 5
"""How MathOpt numbers where columns and rows of a basis stand."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the columns of a listing, its rows and what is missing of them stood when a page was solved."""

    column: Bytes
    row: Bytes
    short: Bytes

    @classmethod
    def begin(cls, listing: Listing) -> Basis:
        """Choose nothing: every row stands by itself."""
        rows = len(listing.programme.low) + listing.owners
        nothing = np.full(len(listing.owner), LOWER, np.int8)
        return cls(nothing, np.full(rows, BASIC, np.int8), np.full(rows, LOWER, np.int8))


def numbers(kept: Ints, many: int) -> Ints:
    """Number those that are kept; the others are -1."""
    number = np.full(many, -1)
    number[kept] = np.arange(len(kept))
    return number


def breakable(listing: Listing, opened: Mask, *, low: Ints, high: Ints) -> Mask:
    """Mark the rows that some choice of open columns can break, one of each owner."""
    programme, shared = listing.programme, len(listing.programme.low)
    there = opened[programme.column]
    row, amount = programme.row[there], programme.amount[there]
    owner = listing.owner[programme.column[there]]
    first = np.flatnonzero(np.append(True, (np.diff(row) != 0) | (np.diff(owner) != 0))[: len(row)])
    most, least = np.zeros(len(low), np.int64), np.zeros(len(low), np.int64)
    if len(row):
        np.add.at(most, row[first], np.maximum(np.maximum.reduceat(amount, first), 0))
        np.add.at(least, row[first], np.minimum(np.minimum.reduceat(amount, first), 0))
    most[shared:] = np.bincount(listing.owner[opened], minlength=listing.owners)
    mask: Mask = (most > high) | (least < low)
    return mask
