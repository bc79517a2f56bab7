"""A workbook as plain grids of cells, one a sheet; what cannot be trusted never gets this far."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from matchmaker.files.archive import cannot, not_a_workbook, parts, read_bytes, repacked
from matchmaker.files.cells import Broken, Worked, is_blank
from matchmaker.files.scan import Marks, Unsound, scan
from matchmaker.files.sizes import STANDARD, Sizes

Merged: TypeAlias = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet, row by row from its first; rows after the last that holds something are cut."""

    title: str
    rows: tuple[tuple[Any, ...], ...]
    merged: tuple[Merged, ...] = ()


def read_grids(path: Path, sizes: Sizes = STANDARD) -> tuple[Grid, ...]:
    """Return the sheets of an .xlsx workbook in its order, or raise `CannotRead`."""
    found = parts(read_bytes(path, sizes), path, sizes=sizes)
    try:
        marks = scan(found, sizes)
    except Unsound as why:
        raise cannot(path, str(why), maybe="copy the rows into a fresh template") from None
    return _grids(found, marks, path)


def _grids(found: dict[str, bytes], marks: dict[str, Marks], path: Path) -> tuple[Grid, ...]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(repacked(found))
        return tuple(_grid(book.get_sheet_by_name(name), marks[name]) for name in marks)
    except CalamineError:
        raise not_a_workbook(path) from None
    except BaseException as error:
        # A panic of the reader is no Exception; anything else is not ours to swallow.
        if type(error).__name__ == "PanicException":
            raise not_a_workbook(path) from None
        raise


def _grid(sheet: Any, marks: Marks) -> Grid:
    rows = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), text in marks.broken.items():
        _put(rows, (row, column), Broken(text))
    for row, column in marks.worked:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = Worked(rows[row - 1][column - 1])
    while rows and all(is_blank(cell) for cell in rows[-1]):
        rows.pop()
    merged = tuple(sheet.merged_cell_ranges or ())
    return Grid(sheet.name, tuple(tuple(row) for row in rows), merged)


def _put(rows: list[list[Any]], place: tuple[int, int], value: Any) -> None:
    row, column = place
    while len(rows) < row:
        rows.append([])
    rows[row - 1] += [""] * (column - len(rows[row - 1]))
    rows[row - 1][column - 1] = value
