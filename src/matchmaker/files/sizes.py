"""How big a file may be before we say so instead of trying; `--limits large` raises it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a file is held to before anything is made of it."""

    file_bytes: int = 20 * 2**20
    unzipped_bytes: int = 200 * 2**20
    ratio: int = 100
    entries: int = 1_000
    rows: int = 100_000
    columns: int = 200
    cells: int = 5_000_000
    cell: int = 10_000
    """The signs of one cell of a CSV file."""


STANDARD: Final = Sizes()
LARGE: Final = replace(
    STANDARD, file_bytes=200 * 2**20, unzipped_bytes=2 * 2**30, rows=1_000_000, cells=50_000_000
)
RATIO_FROM_BYTES: Final = 2**20
"""Below this an entry may be squeezed as tightly as it likes."""
