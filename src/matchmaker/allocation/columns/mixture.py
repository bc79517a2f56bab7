"""Columns, and how the relaxation mixes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matchmaker.allocation.problem import Ints

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Columns:
    """What limits may carry together: `amount[i]` of row `row[i]` is taken by column `column[i]`."""

    worth: Ints
    """(C,) of each column."""
    row: Ints
    """(E,) in ascending order, then by column; none twice."""
    column: Ints
    amount: Ints


@dataclass(frozen=True, slots=True)
class Mixture:
    """The best mixture of columns: its worth, each one's share, the prices, whether rows break."""

    worth: float
    share: Floats
    prices: Floats
    broken: bool
