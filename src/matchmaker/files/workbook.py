"""A round as a workbook that reads back to the equal round."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matchmaker.errors import CannotWrite
from matchmaker.files.layout import MADE_ON, OPTIONS, new_page, put_row, refuse_examples
from matchmaker.files.schema import Sheet, sheets
from matchmaker.files.whole import write_whole

if TYPE_CHECKING:
    from matchmaker.domain.record import Record
    from matchmaker.domain.round import Round


def write_workbook(round_: Round, path: str | Path) -> None:
    """Write the four sheets that are always there, and those that hold something.

    The previous proposal and the decisions do not go into a workbook.

    Raises:
        CannotWrite: a value does not fit a cell, or the file cannot be put where it should be.
    """
    write_whole(path, workbook_bytes(round_))


def workbook_bytes(round_: Round) -> bytes:
    """Return the workbook; the same round always gives the same bytes."""
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, OPTIONS)
    book.set_properties({"created": MADE_ON})
    for sheet in sheets():
        rows = rows_of(round_, sheet)
        if rows or sheet.required:
            _write_sheet(book, sheet, rows)
    try:
        book.close()
    except (XlsxWriterException, UnicodeError):
        raise CannotWrite("This round does not fit a workbook. Maybe write JSON instead.") from None
    return memory.getvalue()


def rows_of(round_: Round, sheet: Sheet) -> tuple[Record, ...]:
    """Return the records that belong on a sheet."""
    value: Any = getattr(round_, sheet.field)
    return (value,) if sheet.one_row else value


def _write_sheet(book: Any, sheet: Sheet, rows: Sequence[Record]) -> None:
    unread = sorted({name for row in rows for name in row.model_extra or ()})
    pen = new_page(book, sheet, unread=unread)
    for number, row in enumerate(rows, 1):
        refuse_examples(sheet, row)
        put_row(pen, number, record=row, unread=unread)
