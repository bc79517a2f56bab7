"""A round as an .ods workbook that reads back to the equal round."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from matchmaker.errors import CannotWrite
from matchmaker.files.layout import cell_of, refuse_examples, unread_of
from matchmaker.files.ods_parts import MIMETYPE, fixed_parts
from matchmaker.files.schema import Sheet, sheets
from matchmaker.files.whole import write_whole
from matchmaker.files.workbook import rows_of

if TYPE_CHECKING:
    from matchmaker.domain.record import Record
    from matchmaker.domain.round import Round

LONGEST = 32_767
"""What spreadsheet programs keep of a cell."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AS_IT_IS = re.compile("^ +| {2,}| +$|\t|\r")
_MADE_ON = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip can say; the same for every file, so that the bytes are too."""


def write_ods(round_: Round, path: str | Path) -> None:
    """Write the four sheets that are always there, and those that hold something.

    The previous proposal and the decisions do not go into a workbook.

    Raises:
        CannotWrite: a value does not fit a cell, or the file cannot be put where it should be.
    """
    write_whole(path, ods_bytes(round_))


def ods_bytes(round_: Round) -> bytes:
    """Return the workbook; the same round always gives the same bytes."""
    pages = "".join(
        "".join(_page(sheet, rows_of(round_, sheet)))
        for sheet in sheets()
        if sheet.required or rows_of(round_, sheet)
    )
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, text in fixed_parts(pages).items():
            how = zipfile.ZIP_STORED if name == MIMETYPE else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _MADE_ON), text.encode(), how)
    return memory.getvalue()


def _page(sheet: Sheet, rows: Sequence[Record]) -> Iterator[str]:
    unread = sorted({name for row in rows for name in row.model_extra or ()})
    yield f'<table:table table:name="{sheet.title}">'
    for column in sheet.columns:
        look = column.sort if column.sort in ("day", "moment") and not column.many else "text"
        plain = "number" if column.sort in ("number", "whole") else look
        yield f'<table:table-column table:style-name="wide" table:default-cell-style-name="{plain}"/>'
    yield _row([*(column.name for column in sheet.columns), *unread], style="header")
    for number, row in enumerate(rows, 2):
        refuse_examples(sheet, row)
        cells = [cell_of(row, column) for column in sheet.columns]
        cells += [unread_of(row, name) for name in unread]
        _refuse(cells, f"{sheet.title}, row {number}")
        yield _row(cells)
    yield "</table:table>"


def _row(cells: Sequence[Any], style: str = "") -> str:
    return f"<table:table-row>{''.join(_cell(value, style) for value in cells)}</table:table-row>"


def _cell(value: Any, style: str) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):
        look = "moment" if isinstance(value, datetime) else "day"
        shown = value.isoformat(" ", "minutes") if isinstance(value, datetime) else value.isoformat()
        return _open(look, "date", f'office:date-value="{value.isoformat()}"') + _text(shown)
    if isinstance(value, int | float):
        return _open("number", "float", f'office:value="{value}"') + _text(str(value))
    return _open(style or "text", "string") + _text(value)


def _open(style: str, sort: str, value: str = "") -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="{sort}" {value}>'


def _text(text: str) -> str:
    """Return lines as paragraphs; blanks that XML would fold into one are spelt out."""
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in text.split("\n"))
    return f"{lines}</table:table-cell>"


def _line(line: str) -> str:
    def spelt(found: re.Match[str]) -> str:
        blank = found[0]
        return "<text:tab/>" if blank == "\t" else f'<text:s text:c="{len(blank)}"/>'

    return _AS_IT_IS.sub(spelt, escape(line))


def _refuse(cells: Sequence[Any], where: str) -> None:
    texts = [cell for cell in cells if isinstance(cell, str)]
    if any(len(text) > LONGEST for text in texts):
        raise CannotWrite(f"{where}: a cell is too long for a workbook. Maybe write JSON instead.")
    if any(_NO_XML.search(text) or "\r" in text for text in texts):
        raise CannotWrite(
            f"{where}: a cell holds a sign that no workbook can hold. Maybe look at its x_ fields."
        )
