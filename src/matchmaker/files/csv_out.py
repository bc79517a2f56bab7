"""A round as a folder of CSV files, one a sheet, that reads back to the equal round."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matchmaker.errors import CannotWrite
from matchmaker.files.csv_in import holds_a_row
from matchmaker.files.guard import guarded
from matchmaker.files.layout import cell_of, refuse_examples, unread_of
from matchmaker.files.schema import Sheet, sheets
from matchmaker.files.sizes import STANDARD
from matchmaker.files.whole import write_whole_folder
from matchmaker.files.workbook import rows_of

if TYPE_CHECKING:
    from matchmaker.domain.record import Record
    from matchmaker.domain.round import Round


def write_csv(round_: Round, folder: str | Path) -> None:
    """Write a new folder: the four files that are always there, and those that hold something.

    Text that a spreadsheet program would work out is made plain with an apostrophe, which reading takes off
    again. The previous proposal and the decisions do not go into a folder of CSV files.

    Raises:
        CannotWrite: a value does not fit a cell, or the folder is there already or cannot be written.
    """
    write_whole_folder(folder, csv_files(round_))


def csv_files(round_: Round) -> dict[str, bytes]:
    """Return the files by name; the same round always gives the same bytes."""
    rows = {sheet: rows_of(round_, sheet) for sheet in sheets()}
    return {f"{s.title}.csv": _file(s, rows[s]) for s in sheets() if rows[s] or s.required}


def _file(sheet: Sheet, rows: Sequence[Record]) -> bytes:
    unread = sorted({name for row in rows for name in row.model_extra or ()})
    text = io.StringIO(newline="")
    pen = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    pen.writerow([*(column.name for column in sheet.columns), *unread])
    for number, row in enumerate(rows, 2):
        refuse_examples(sheet, row)
        cells = [_cell(cell_of(row, column)) for column in sheet.columns]
        cells += [_cell(unread_of(row, name)) for name in unread]
        _refuse(cells, f"{sheet.title}, row {number}")
        pen.writerow(cells)
    try:
        # With the mark in front, Excel takes it for the UTF-8 that it is.
        return text.getvalue().encode("utf-8-sig")
    except UnicodeError:
        raise CannotWrite(f"{sheet.title}: it holds a sign that no file can hold.") from None


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else value


def _refuse(cells: Sequence[Any], where: str) -> None:
    """Refuse what reading would refuse, so that nothing is written that cannot be read again."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    if any(len(text) > STANDARD.cell for text in texts):
        raise CannotWrite(f"{where}: a cell is too long for a CSV file. Maybe write JSON instead.")
    if any(holds_a_row(text) for text in texts):
        what = "a line in a cell looks like a row of its own"
        raise CannotWrite(f"{where}: {what}. Maybe put a word in front of it, or write JSON instead.")
    if any("\0" in text for text in texts):
        raise CannotWrite(f"{where}: a cell holds a hidden sign. Maybe look at its x_ fields.")
