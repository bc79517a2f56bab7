"""The blank workbook that a programme fills in, made from the records that will read it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from matchmaker.files.examples import example_round
from matchmaker.files.furniture import ROWS, dropdowns, first_sheet, notes, words_sheet
from matchmaker.files.layout import MADE_ON, OPTIONS, Pen, new_page, put_row
from matchmaker.files.schema import sheets
from matchmaker.files.whole import write_whole

_NO_ROWS: Final[Mapping[str, Sequence[Mapping[str, Any]]]] = MappingProxyType({})


def write_template(path: str | Path) -> None:
    """Write the blank workbook, or raise `CannotWrite`."""
    write_whole(path, template_bytes())


def template_bytes(rows: Mapping[str, Sequence[Mapping[str, Any]]] = _NO_ROWS) -> bytes:
    """Return the workbook to fill in, always the same bytes: blank, or with rows as somebody typed them.

    Rows stand under the title of their sheet, a cell under the name of its column. Nothing is checked: a
    workbook to learn from has mistakes in it.
    """
    import xlsxwriter

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, OPTIONS)
    book.set_properties({"created": MADE_ON})
    first_sheet(book, example=True)
    example = example_round()
    for sheet in sheets():
        pen = new_page(book, sheet, grey=True)
        shown = getattr(example, sheet.field)
        put_row(pen, 1, record=shown if sheet.one_row else shown[0])
        _typed(pen, rows.get(sheet.title, ()))
        notes(pen)
        dropdowns(pen, down_to=ROWS)
    words_sheet(book)
    book.close()
    return memory.getvalue()


def _typed(pen: Pen, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows below the example, in the looks that their columns have."""
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(pen.sheet.columns):
            if column.name in row:
                pen.page.write(number, place, row[column.name])
