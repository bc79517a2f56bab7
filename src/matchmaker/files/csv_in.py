"""A folder of CSV files as grids, read strictly: a quotation mark that never ends swallows nobody."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from matchmaker.files.cells import Refused
from matchmaker.files.grid import Grid
from matchmaker.files.guard import unguarded
from matchmaker.files.schema import sheets
from matchmaker.files.spots import Fault
from matchmaker.files.words import plain
from matchmaker.files.written import Written

if TYPE_CHECKING:
    from matchmaker.files.sizes import Sizes

DELIMITERS = ",;\t"
"""Where decimals have a comma, Excel puts a ; between cells; a database often a tab."""
_AS_UTF8 = "Maybe save it again as CSV UTF-8."
_ID_IN_FRONT = re.compile(r"[\r\n]\"?[A-Za-z]{1,8}[._-]?[0-9]{1,8}\"?[,;\t]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class TooMany(Exception):
    """A file of more rows, columns or cells than a round has."""


def grid_of(title: str, data: bytes, *, sizes: Sizes, shown: str = "") -> Grid:
    """Return a file's cells, or why it cannot be read; raise `TooMany` before it gets too big."""
    text = _decoded(data)
    rows = text if isinstance(text, tuple) else _rows(text, sizes)
    if isinstance(rows, tuple):
        return Grid(title, (), shown=shown, stop=rows)
    return Grid(
        title, tuple(tuple(_cell(each, sizes) for each in row) for row in rows), shown=shown, exact=True
    )


def _decoded(data: bytes) -> str | tuple[int, Fault]:
    if not data:
        text = "the file is empty, without even the names of columns."
        return 0, Fault("empty_file", text, "Maybe save it again, or take it out of the folder.")
    if data.startswith(_UTF_16):
        return 0, Fault("bad_encoding", "the file is UTF-16 text, and we read UTF-8.", _AS_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
        return row, Fault("bad_encoding", f"byte {error.start + 1} of the file is not UTF-8 text.", _AS_UTF8)
    if text[:4].casefold() == "sep=":
        return 1, Fault("separator_line", "this line is no row.", "Maybe delete the line that says sep=.")
    return text


def _rows(text: str, sizes: Sizes) -> list[list[str]] | tuple[int, Fault]:
    header = next(iter(re.split(r"\r\n|\r|\n", text, maxsplit=1)))
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(header), strict=True)
    try:
        for row in _within(reader, sizes):
            rows.append(row)
    except csv.Error:
        return len(rows) + 1, _broken(text, rows)
    return rows


def _within(reader: Iterator[list[str]], sizes: Sizes) -> Iterator[list[str]]:
    cells = 0
    for number, row in enumerate(reader, 1):
        cells += len(row)
        if number > sizes.rows + 1 or len(row) > sizes.columns or cells > sizes.cells:
            raise TooMany
        yield row


def _broken(text: str, rows: Sequence[Sequence[str]]) -> Fault:
    """Say that a row has no end: a quotation mark too many, or a cell without one that is far too long."""
    if '"' not in text:
        return Fault("cell_too_long", "a cell in this row is far too long.", "Maybe shorten it.")
    what = "a quotation mark in this row is not closed, or stands in the middle of a cell."
    return Fault("unterminated_quote", what, 'Maybe write it twice (""), or take it away.')


def delimiter_of(header: str) -> str:
    """Return the sign between the names of columns: the one that gives most names that we know."""
    known = {plain(column.name) for sheet in sheets() for column in sheet.columns}

    def names(sign: str) -> int:
        return sum(plain(name.strip('" *')) in known for name in header.split(sign))

    return max(DELIMITERS, key=names)


def holds_a_row(text: str) -> bool:
    """Say whether two stray quotation marks may have made one cell of two people."""
    return bool(_ID_IN_FRONT.search(text))


def _cell(text: str, sizes: Sizes) -> Any:
    if len(text) > sizes.cell:
        what = f"is longer than {sizes.cell:,} signs."
        return Refused(Fault("cell_too_long", what, "Maybe shorten it.", text[:20]))
    if holds_a_row(text):
        what = "holds a line that looks like a row of its own."
        return Refused(Fault("swallowed_row", what, "Maybe a quotation mark is missing before that line."))
    if "\0" in text:
        return Refused(Fault("hidden_character", "holds a hidden character.", "Maybe type it again."))
    return Written(unguarded(text))
