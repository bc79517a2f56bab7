"""What a workbook has besides its rows, so that one can work in it: first page, notes, dropdowns, words."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from matchmaker.domain.vocabulary import STANDARD
from matchmaker.files.guide import TITLE, first_page, note, referred
from matchmaker.files.schema import README, WORDS, Column, sheets
from matchmaker.files.spots import letters
from matchmaker.files.words import REFERS_TO_WORDS

if TYPE_CHECKING:
    from matchmaker.files.layout import Pen

ROWS = 1_000
"""How far down the dropdowns go below the rows that are there."""
LONGEST_LIST = 255
"""The most that a dropdown or a message can hold by itself; longer lists stand on the sheet Words."""


def first_sheet(book: Any, *, example: bool) -> None:
    """Add the page that says how to fill in the others; without examples it does not speak of any."""
    page = book.add_worksheet(README)
    page.set_column(0, 0, 100)
    page.write_string(0, 0, TITLE, book.add_format({"bold": True, "font_size": 14}))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for row, line in enumerate(first_page(example=example), 2):
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


def words_sheet(book: Any) -> None:
    """Add the last page: the words that can be used, where the longer dropdowns find them."""
    lists = _lists()
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


def notes(pen: Pen) -> None:
    """Say at the name of each column what it is for, as a comment: only where there is nobody's data."""
    for number, column in enumerate(pen.sheet.columns):
        pen.page.write_comment(0, number, note(column), {"x_scale": 2.2, "y_scale": 1.6})


def messages(pen: Pen) -> None:
    """Say the same when somebody goes to the name of a column; data goes out without comments."""
    for number, column in enumerate(pen.sheet.columns):
        said = textwrap.shorten(note(column), LONGEST_LIST, placeholder=" …")
        pen.page.data_validation(0, number, 0, number, {"validate": "any", "input_message": said})


def dropdowns(pen: Pen, *, down_to: int) -> None:
    """Offer the words or ids of each column."""
    lists = list(_lists())
    for number, column in enumerate(pen.sheet.columns):
        source = _source(column, lists, down_to=down_to)
        if source:
            pen.page.data_validation(1, number, down_to, number, _dropdown(column, source))


def _dropdown(column: Column, source: list[str] | str) -> dict[str, Any]:
    """Offer the words or ids; where several or own words may stand, nothing is forbidden."""
    fixed = bool(column.words or column.sort == "yes_no") and not column.many
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": "Another word?",
        "error_message": "This is not one of the words here. Keep it all the same?",
        "show_error": fixed,
    }


def _source(column: Column, lists: list[str], *, down_to: int) -> list[str] | str:
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
        return f"={page.title}!$A$2:$A${down_to + 1}"
    return ""
