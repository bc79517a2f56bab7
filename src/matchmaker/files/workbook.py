"""A round as a workbook that reads back to the equal round, and in which people can go on working."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matchmaker.errors import CannotWrite
from matchmaker.files.furniture import ROWS, dropdowns, first_sheet, messages, words_sheet
from matchmaker.files.layout import MADE_ON, OPTIONS, new_page, put_row, refuse_examples
from matchmaker.files.natural import in_natural_order
from matchmaker.files.schema import Sheet, sheets
from matchmaker.files.whole import write_whole

if TYPE_CHECKING:
    from matchmaker.domain.record import Record
    from matchmaker.domain.round import Round
    from matchmaker.files.layout import Pen


def write_workbook(round_: Round, path: str | Path) -> None:
    """Write the workbook of the template with the rows of the round in it, and without its examples.

    Sheets that hold nothing yet are there too: what comes up before the next meeting needs its place. The
    previous proposal and the decisions do not go into a workbook.

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
    rows = {sheet: rows_of(round_, sheet) for sheet in sheets()}
    down_to = ROWS + max(map(len, rows.values()))
    first_sheet(book, example=False)
    for sheet in sheets():
        pen = _written(book, sheet, rows[sheet])
        messages(pen)
        dropdowns(pen, down_to=down_to)
    words_sheet(book)
    try:
        book.close()
    except (XlsxWriterException, UnicodeError):
        raise CannotWrite("This round does not fit a workbook. Maybe write JSON instead.") from None
    return memory.getvalue()


def rows_of(round_: Round, sheet: Sheet) -> tuple[Record, ...]:
    """Return the records that belong on a sheet, in the order in which people look for them."""
    value: Any = getattr(round_, sheet.field)
    return (value,) if sheet.one_row else in_natural_order(sheet, value)


def _written(book: Any, sheet: Sheet, rows: Sequence[Record]) -> Pen:
    unread = sorted({name for row in rows for name in row.model_extra or ()})
    pen = new_page(book, sheet, unread=unread)
    for number, row in enumerate(rows, 1):
        refuse_examples(sheet, row)
        put_row(pen, number, record=row, unread=unread)
    return pen
