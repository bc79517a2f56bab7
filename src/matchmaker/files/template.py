"""The blank workbook that a programme fills in, made from the records that will read it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from matchmaker.domain.vocabulary import STANDARD
from matchmaker.files.examples import example_round
from matchmaker.files.guide import TITLE, first_page, note, referred
from matchmaker.files.layout import MADE_ON, OPTIONS, Pen, new_page, put_row
from matchmaker.files.schema import README, WORDS, Column, sheets
from matchmaker.files.spots import letters
from matchmaker.files.whole import write_whole
from matchmaker.files.words import REFERS_TO_WORDS

_NO_ROWS: Final[Mapping[str, Sequence[Mapping[str, Any]]]] = MappingProxyType({})

ROWS = 1_000
"""How far down the dropdowns go."""
LONGEST_LIST = 255
"""The most that a dropdown can hold by itself; longer ones stand on the sheet Words."""


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
    _first_page(book)
    lists = _lists()
    example = example_round()
    for sheet in sheets():
        pen = new_page(book, sheet, grey=True)
        shown = getattr(example, sheet.field)
        put_row(pen, 1, record=shown if sheet.one_row else shown[0])
        _typed(pen, rows.get(sheet.title, ()))
        for number, column in enumerate(sheet.columns):
            pen.page.write_comment(0, number, note(column), {"x_scale": 2.2, "y_scale": 1.6})
            _dropdown(pen, number, column=column, lists=list(lists))
    _words_page(book, lists)
    book.close()
    return memory.getvalue()


def _typed(pen: Pen, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows below the example, in the looks that their columns have."""
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(pen.sheet.columns):
            if column.name in row:
                pen.page.write(number, place, row[column.name])


def _first_page(book: Any) -> None:
    page = book.add_worksheet(README)
    page.set_column(0, 0, 100)
    page.write_string(0, 0, TITLE, book.add_format({"bold": True, "font_size": 14}))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for row, line in enumerate(first_page(), 2):
        page.write_string(row, 0, line, wrapped)


def _lists() -> dict[str, list[tuple[str, str]]]:
    """Return the columns of the sheet Words: codes, and how each is said."""
    result = {
        "tasks": [(task.code, task.label) for task in STANDARD.tasks.values()],
        "kinds": [(kind.code, kind.label) for kind in STANDARD.kinds.values()],
        "situations": list(STANDARD.situations.items()),
    }
    for sheet in sheets():
        for column in sheet.columns:
            if len(",".join(column.words)) > LONGEST_LIST:
                result[column.name] = [(word, word.replace("_", " ")) for word in column.words]
    return result


def _words_page(book: Any, lists: dict[str, list[tuple[str, str]]]) -> None:
    page = book.add_worksheet(WORDS)
    bold = book.add_format({"bold": True, "bottom": 1})
    page.set_column(0, 2 * len(lists), 26)
    page.freeze_panes(1, 0)
    for number, (name, rows) in enumerate(lists.items()):
        page.write_string(0, 2 * number, name, bold)
        page.write_string(0, 2 * number + 1, "said aloud", bold)
        for row, (code, label) in enumerate(rows, 1):
            page.write_string(row, 2 * number, code)
            page.write_string(row, 2 * number + 1, label)


def _dropdown(pen: Pen, number: int, *, column: Column, lists: list[str]) -> None:
    """Offer the words or ids; where several or own words may stand, nothing is forbidden."""
    source = _source(column, lists)
    if not source:
        return
    fixed = bool(column.words or column.sort == "yes_no") and not column.many
    options = {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": "Another word?",
        "error_message": "This is not one of the words here. Keep it all the same?",
        "show_error": fixed,
    }
    pen.page.data_validation(1, number, ROWS, number, options)


def _source(column: Column, lists: list[str]) -> list[str] | str:
    if column.sort == "yes_no":
        return ["yes", "no"]
    own = {"task": "tasks", "kind": "kinds", "situation": "situations"}
    name = own.get(REFERS_TO_WORDS.get(column.names, ""), column.name)
    if name in lists and (column.words or column.names in REFERS_TO_WORDS):
        letter = letters(2 * lists.index(name) + 1)
        return f"={WORDS}!${letter}$2:${letter}$40"
    if column.words:
        return list(column.words)
    if page := referred(column):
        return f"={page.title}!$A$2:$A${ROWS + 1}"
    return ""
