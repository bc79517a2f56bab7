"""Sheets as plain grids of cells, wherever they were read; what cannot be trusted never gets this far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from matchmaker.files.cells import is_blank

if TYPE_CHECKING:
    from matchmaker.files.spots import Fault

Merged: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last row and column of cells that were made one, counted from 0."""
Rows: TypeAlias = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet, row by row from its first; rows after the last that holds something are cut."""

    title: str
    rows: Rows
    merged: tuple[Merged, ...] = ()
    shown: str = ""
    """What it is called to whoever filled it in, when that is not its title: the name of its file."""
    hidden: bool = False
    exact: bool = False
    """Whether each row says where it ends, so that one of another length lost something on its way."""
    stop: tuple[int, Fault] | None = None
    """The row, and why nothing of this sheet can be read."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.shown or self.title

    def is_covered(self, row: int, column: int) -> bool:
        """Say whether a cell, counted from 1, lies under a merged one."""
        return any(
            top < row <= bottom + 1 and left < column <= right + 1 and (row, column) != (top + 1, left + 1)
            for (top, left), (bottom, right) in self.merged
        )


def trimmed(rows: Sequence[Sequence[Any]]) -> Rows:
    """Return the rows up to the last that holds something."""
    last = max((number for number, row in enumerate(rows, 1) if not all(map(is_blank, row))), default=0)
    return tuple(tuple(row) for row in rows[:last])


def put(rows: list[list[Any]], place: tuple[int, int], *, value: Any) -> None:
    """Write a cell, whose row and column count from 1, and make room for it."""
    row, column = place
    while len(rows) < row:
        rows.append([])
    rows[row - 1] += [""] * (column - len(rows[row - 1]))
    rows[row - 1][column - 1] = value
