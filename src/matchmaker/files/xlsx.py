"""An .xlsx workbook as plain grids; what its reader keeps to itself is put back into them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matchmaker.files.archive import cannot, not_a_workbook, parts, read_bytes, repacked
from matchmaker.files.cells import Broken, Worked
from matchmaker.files.grid import Grid, put, trimmed
from matchmaker.files.scan import Marks, scan
from matchmaker.files.sizes import STANDARD, Sizes
from matchmaker.files.xml_in import Unsound


def read_grids(path: Path, sizes: Sizes = STANDARD) -> tuple[Grid, ...]:
    """Return the sheets of an .xlsx workbook in its order, or raise `CannotRead`."""
    found = parts(read_bytes(path, sizes), path, sizes=sizes)
    try:
        marks = scan(found, sizes)
    except Unsound as why:
        raise cannot(path, str(why), maybe="copy the rows into a fresh template") from None
    return _grids(found, marks, path)


def _grids(found: dict[str, bytes], marks: dict[str, Marks], path: Path) -> tuple[Grid, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(repacked(found))
        hidden = {each.name for each in book.sheets_metadata if each.visible != SheetVisibleEnum.Visible}
        return tuple(
            _grid(book.get_sheet_by_name(name), marks[name], hidden=name in hidden) for name in marks
        )
    except CalamineError:
        raise not_a_workbook(path) from None
    except BaseException as error:
        # A panic of the reader is no Exception; anything else is not ours to swallow.
        if type(error).__name__ == "PanicException":
            raise not_a_workbook(path) from None
        raise


def _grid(sheet: Any, marks: Marks, *, hidden: bool) -> Grid:
    rows = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for place, text in marks.broken.items():
        put(rows, place, value=Broken(text))
    for row, column in marks.worked:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = Worked(rows[row - 1][column - 1])
    return Grid(sheet.name, trimmed(rows), tuple(sheet.merged_cell_ranges or ()), hidden=hidden)
