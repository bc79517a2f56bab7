"""One row of a sheet, cell by cell; or set aside whole, with one sentence, when it was cut or shifted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matchmaker.domain.fields import NAMES_SHOWN
from matchmaker.files.cells import Broken, Refused, Worked, is_blank, read_cell
from matchmaker.files.drafts import Draft, Row
from matchmaker.files.schema import EXAMPLE
from matchmaker.files.shown import said
from matchmaker.files.spots import Fault, letters
from matchmaker.files.standins import bare_row
from matchmaker.files.words import plain

if TYPE_CHECKING:
    from matchmaker.files.grid import Grid
    from matchmaker.files.schema import Column
    from matchmaker.files.spots import Spot
    from matchmaker.files.words import Words


def is_example(cells: Sequence[Any], draft: Draft) -> bool:
    """Say whether this is the grey row of the template."""
    at = draft.header.numbers.get(draft.sheet.key.name, 0)
    key = cells[at - 1] if 0 < at <= len(cells) else None
    return isinstance(key, str) and f"/{EXAMPLE}" in f"/{key.strip().casefold()}"


def why_set_aside(cells: Sequence[Any], draft: Draft, *, grid: Grid) -> Fault | None:
    """Return why nothing in this row can be trusted to stand where it should, or None."""
    if _is_header_again(cells, draft):
        text = "is the row of column names again."
        return Fault("header_again", text, "Maybe two files were put together; delete this row.")
    wide = max((at for at, name in enumerate(grid.rows[0], 1) if not is_blank(name)), default=0)
    if not grid.exact or len(cells) == wide:
        return None
    if not all(is_blank(cell) for cell in cells[wide:]):
        text = f"holds {len(cells)} cells, and there are {wide} columns."
        return Fault("long_row", text, "Maybe a cell with a comma in it needs quotation marks around it.")
    if any(c.required or c.safety or c.needed_if for at, c in draft.header.fields.items() if at > len(cells)):
        text = f"ends after {len(cells)} of {wide} cells."
        return Fault("short_row", text, "Maybe a line break cut it in two, or commas at its end are missing.")
    return None


def _is_header_again(cells: Sequence[Any], draft: Draft) -> bool:
    names = {at: column.name for at, column in draft.header.fields.items()}
    there = {at: plain(cell) for at, cell in enumerate(cells, 1) if isinstance(cell, str) and cell.strip()}
    return len(names) > 1 and {at: there.get(at) for at in names} == names


def set_aside(cells: Sequence[Any], draft: Draft, *, number: int, fault: Fault) -> Row:
    """Return a row of stand-ins under the id that can be read, so that what names it is not at fault."""
    draft.note(draft.spot(number), fault)
    row = Row(number, values=bare_row(draft.sheet, number), aside=True)
    at = draft.header.numbers.get("id", 0)
    key = cells[at - 1] if 0 < at <= len(cells) else None
    if isinstance(key, str) and re.fullmatch(NAMES_SHOWN, key.strip()) and fault.code != "header_again":
        row.values["id"] = key.strip()
    return row


def read_row(cells: Sequence[Any], draft: Draft, *, number: int, words: Words, grid: Grid) -> Row:
    """Return what can be read of a row, and note what is wrong with its cells."""
    row = Row(number)
    for at, raw in enumerate(cells, 1):
        if not is_blank(raw) and not grid.is_covered(number, at):
            _read_at(at, raw, draft, row=row, words=words)
    for at, column in draft.header.fields.items():
        if grid.is_covered(number, at):  # It was blanked by the merge, which is named by itself.
            row.bad.add(column.name)
    for column in draft.sheet.columns:
        if column.required and column.name not in row.values and column.name not in row.bad:
            _blank(column, draft, row)
    return row


def _read_at(at: int, raw: Any, draft: Draft, *, row: Row, words: Words) -> None:
    if column := draft.header.fields.get(at):
        _read_field(raw, column, draft, row=row, words=words)
    elif name := draft.header.unread.get(at):
        row.values[name] = _carried(raw, draft.spot(row.number, name, number=at), draft)
    elif at not in draft.header.refused:
        text = f"something stands in a column without a name: {letters(at)}1 is blank."
        fault = Fault("no_column", text, "Maybe name the column, or clear the cell.")
        draft.note(draft.spot(row.number, "", number=at), fault)
        draft.header.refused.add(at)


def _read_field(raw: Any, column: Column, draft: Draft, *, row: Row, words: Words) -> None:
    value, faults = read_cell(raw, column, words=words)
    for fault in faults:
        safe = fault._replace(value=None) if column.private else fault
        draft.note(draft.spot(row.number, column.name), safe)
        row.bad.add(column.name)
    if value is not None:
        row.values[column.name] = value
    if not column.private and not isinstance(raw, Broken | Worked | Refused):
        row.shown[column.name] = said(raw)


def _carried(raw: Any, spot: Spot, draft: Draft) -> str:
    raw = raw.value if isinstance(raw, Worked) else raw
    if isinstance(raw, Refused):
        draft.note(spot, raw.fault)
        return ""
    if isinstance(raw, Broken):
        text = "is an error of the spreadsheet."
        draft.note(spot, Fault("error_cell", text, "Maybe clear the cell.", raw.text))
        return raw.text
    return said(raw)


def _blank(column: Column, draft: Draft, row: Row) -> None:
    """Name a needed cell that is blank, unless its whole column is not there."""
    row.bad.add(column.name)
    if column.name in draft.header.numbers:
        fault = Fault("missing", "is blank.", f"Maybe fill it in: {column.description}")
        draft.note(draft.spot(row.number, column.name), fault)
