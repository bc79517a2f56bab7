"""An .ods workbook as plain grids, read in the same pass in which it is weighed.

So nothing is looked at by one reader and believed from another; see decision 0015.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matchmaker.files.archive import cannot, not_a_workbook, parts, read_bytes
from matchmaker.files.grid import Grid, Merged, put, trimmed
from matchmaker.files.ods_cells import Cell
from matchmaker.files.sizes import STANDARD, Sizes
from matchmaker.files.spots import letters
from matchmaker.files.xml_in import Unsound, walk_named

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_ROW, _CELLS = "table:table-row", ("table:table-cell", "table:covered-table-cell")


def read_ods(path: Path, sizes: Sizes = STANDARD) -> tuple[Grid, ...]:
    """Return the sheets of an .ods workbook in its order, or raise `CannotRead`."""
    found = parts(read_bytes(path, sizes), path, sizes=sizes, needed=CONTENT)
    if b"encryption-data" in found.get(_MANIFEST, b""):
        raise cannot(path, "is behind a password", maybe="save it as .ods without a password")
    try:
        reader = _Reader(sizes)
        walk_named(found[CONTENT], reader.start, end=reader.end, text=reader.read)
    except Unsound as why:
        raise cannot(path, str(why), maybe="copy the rows into a fresh template") from None
    if not reader.tables:
        raise not_a_workbook(path)
    return tuple(table.grid(reader.hidden) for table in reader.tables)


@dataclass(slots=True)
class _Table:
    """One sheet as far as it was read."""

    name: str
    style: str = ""
    rows: list[list[Any]] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    widest: int = 0

    def grid(self, hidden: set[str]) -> Grid:
        """Return its cells."""
        return Grid(self.name, trimmed(self.rows), tuple(self.merged), hidden=self.style in hidden)


class _Reader:
    """One pass over the cells of all sheets; only what is held makes room for itself."""

    def __init__(self, sizes: Sizes) -> None:
        self.sizes = sizes
        self.tables: list[_Table] = []
        self.hidden: set[str] = set()
        self.depth = self.row = self.column = self.times = 0
        self.style = ""
        self.held: list[tuple[int, int, Any]] = []
        self.cell: Cell | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.cell:
            self.cell.start(tag, attributes)
        elif tag == "style:style":
            self.style = attributes.get("style:name", "")
        elif tag == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden.add(self.style)
        elif tag == "table:table":
            self._open(attributes)
        elif self.depth and tag == _ROW:
            self.times, self.column, self.held = repeated(attributes, "table:number-rows-repeated"), 0, []
        elif self.depth and tag in _CELLS:
            self.cell = Cell(attributes, covered=tag == _CELLS[1])

    def read(self, text: str) -> None:
        if self.cell:
            self.cell.read(text)

    def end(self, tag: str) -> None:
        if self.cell and not self.cell.is_whole(tag):
            return
        if self.cell:
            self._keep(self.cell)
            self.cell = None
        elif tag == _ROW and self.depth:
            self._close_row()
        elif tag == "table:table":
            self.depth -= 1

    def _open(self, attributes: Mapping[str, str]) -> None:
        if self.depth:
            raise Unsound("holds a sheet within a sheet")
        self.depth, self.row = 1, 0
        self.tables.append(_Table(attributes.get("table:name", ""), attributes.get("table:style-name", "")))

    def _keep(self, cell: Cell) -> None:
        value, wide = cell.value(), repeated(cell.attributes, "table:number-columns-repeated")
        if value is not None:
            self._within(self.row + self.times, self.column + wide)
            self.held += [(self.column + 1, wide, value)]
        if span := cell.span:
            top_left = (self.row, self.column)
            self.tables[-1].merged.append((top_left, (self.row + span[0] - 1, self.column + span[1] - 1)))
        self.column += wide

    def _close_row(self) -> None:
        table = self.tables[-1]
        for row in range(self.row + 1, self.row + self.times + 1) if self.held else ():
            for column, wide, value in self.held:
                for at in range(column, column + wide):
                    put(table.rows, (row, at), value=value)
        self.row += self.times

    def _within(self, row: int, column: int) -> None:
        """Refuse a cell that no reader should be asked to make room for."""
        table = self.tables[-1]
        table.widest = max(table.widest, column)
        out = row > self.sizes.rows + 1 or column > self.sizes.columns
        if out or row * table.widest > self.sizes.cells:
            raise Unsound(f"holds something far out, in {table.name}!{letters(column)}{row}")


def repeated(attributes: Mapping[str, str], name: str) -> int:
    """Return how often a row or cell stands there; once, when nothing is said."""
    text = attributes.get(name, "1")
    if not text.isdecimal() or not int(text[:9]) >= 1 or len(text) > 9:
        raise Unsound("repeats something a number of times that is none")
    return int(text)
