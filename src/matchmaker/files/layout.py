"""What every workbook of ours has in common: the header row, widths, formats, and how a value is put."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from matchmaker.errors import CannotWrite
from matchmaker.files.cells import NONE, joined
from matchmaker.files.schema import EXAMPLE, Column, Sheet

if TYPE_CHECKING:
    from matchmaker.domain.record import Record

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001 - the same for every file, so that the bytes are too
FIRST_YEAR = 1901
"""Spreadsheets count days from 1900, a year they get wrong."""
_NO_SIGN = re.compile("[\ufffe\uffff]")
_WIDTHS = {"id": 14, "text": 22, "window": 26, "days": 26, "moment": 18, "day": 13, "word": 16}
_LOOKS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "number": "General", "whole": "General"}


@dataclass(frozen=True, slots=True)
class Pen:
    """One worksheet, and how its cells look."""

    sheet: Sheet
    page: Any
    formats: dict[str, Any]


def new_page(book: Any, sheet: Sheet, *, unread: Sequence[str] = (), grey: bool = False) -> Pen:
    """Add a worksheet with its header row frozen; a * is shown behind what is needed."""
    page = book.add_worksheet(sheet.title)
    plain = {"bold": True, "bottom": 1, "text_wrap": False}
    optional, needed = book.add_format(plain), book.add_format(plain | {"num_format": '@" *"'})
    look = {"font_color": "#595959", "italic": True} if grey else {}
    formats: dict[str, Any] = {}
    for number, column in enumerate(sheet.columns):
        page.write_string(0, number, column.name, needed if column.required else optional)
        shape = "@" if column.many else _LOOKS.get(column.sort, "@")
        cells = book.add_format({"num_format": shape})
        formats[column.name] = book.add_format(look | {"num_format": shape})
        width = max(_WIDTHS.get(column.sort, 10), len(column.name) + 4)
        page.set_column(number, number, width, cells)
    for number, name in enumerate(unread, len(sheet.columns)):
        page.write_string(0, number, name, optional)
        formats[name] = book.add_format(look | {"num_format": "@"})
    page.freeze_panes(1, 0)
    return Pen(sheet, page, formats)


def put_row(pen: Pen, row: int, *, record: Record, unread: Sequence[str] = ()) -> None:
    """Write a record into a row, which counts from 0."""
    for number, column in enumerate(pen.sheet.columns):
        value = cell_of(record, column)
        _put(pen, (row, number), column.name, value=value)
    for number, name in enumerate(unread, len(pen.sheet.columns)):
        _put(pen, (row, number), name, value=unread_of(record, name))


def unread_of(record: Record, name: str) -> str | None:
    """Return a field that is carried and not read, such as x_ref, as text or None for a blank cell."""
    value = (record.model_extra or {}).get(name)
    return value if value is None or isinstance(value, str) else json.dumps(value)


def cell_of(record: Record, column: Column) -> Any:
    """Return a field's value as text, number, date or None for a blank cell."""
    value = getattr(record, column.name)
    if column.many and value is not None:
        if not value:
            return None if type(record).model_fields[column.name].default == () else NONE
        return joined([str(item) for item in value])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value if value.year >= FIRST_YEAR else value.isoformat()
    if value is None or isinstance(value, int | float):
        return value
    return str(value)


def _moment(value: datetime) -> Any:
    if value.tzinfo or value.microsecond:
        raise CannotWrite(f"{value.isoformat()} cannot go into a workbook. Maybe leave out its time zone.")
    # A cell at midnight would be read back as a day without a time.
    exact = value.year < FIRST_YEAR or value.time() == time.min
    return value.isoformat(" ") if exact else value


def _put(pen: Pen, place: tuple[int, int], name: str, *, value: Any) -> None:
    if value is None or value == "":
        return
    look = pen.formats[name]
    if isinstance(value, str) and _NO_SIGN.search(value):
        where = f"{pen.sheet.title}, row {place[0] + 1}, {name}"
        raise CannotWrite(f"{where}: it holds a sign that no workbook can hold. Maybe look at its x_ fields.")
    if isinstance(value, str):
        result = pen.page.write_string(*place, value, look)
    elif isinstance(value, date):
        result = pen.page.write_datetime(*place, value, look)
    else:
        result = pen.page.write_number(*place, value, look)
    if result:
        where = f"{pen.sheet.title}, row {place[0] + 1}, {name}"
        raise CannotWrite(f"{where}: it is too long for a workbook. Maybe write JSON instead.")


def refuse_examples(sheet: Sheet, record: Record) -> None:
    """Refuse a row that the importer would take for the grey example."""
    key = str(getattr(record, sheet.key.name))
    if f"/{EXAMPLE}" in f"/{key.casefold()}":
        raise CannotWrite(
            f"{sheet.title}: a row named {EXAMPLE}… would be left out when it is read again. "
            "Maybe give it another name."
        )
