"""A sheet as rows of plain values, each still knowing its cells, before any record is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matchmaker.files.cells import Broken, Worked, is_blank, read_cell
from matchmaker.files.counts import SheetCount
from matchmaker.files.headers import Header, read_header
from matchmaker.files.schema import EXAMPLE, Column, Sheet
from matchmaker.files.spots import Fault, Finding, Spot, letters
from matchmaker.files.values import said

if TYPE_CHECKING:
    from matchmaker.files.grid import Grid
    from matchmaker.files.words import Words


@dataclass(slots=True)
class Row:
    """One row of data: what could be read of it, and which of its fields could not."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    bad: set[str] = field(default_factory=set)
    shown: dict[str, str] = field(default_factory=dict)
    aside: bool = False
    """Its cells contradict each other; that was said, and it is looked at no more."""


@dataclass(slots=True)
class Draft:
    """One sheet, read cell by cell."""

    sheet: Sheet
    title: str
    order: int
    header: Header
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    count: SheetCount = field(default_factory=lambda: SheetCount("", 0))

    def spot(self, row: int = 0, name: str = "", *, number: int = 0) -> Spot:
        """Return the place of a row, a field of it, or all of the sheet."""
        place = number or self.header.numbers.get(name, 0)
        return Spot(self.title, self.order, row, place, name)

    def note(self, spot: Spot, fault: Fault) -> None:
        """Keep a finding."""
        self.findings.append(spot.finding(fault))


def read_draft(grid: Grid, sheet: Sheet, *, order: int, words: Words) -> Draft:
    """Return everything that can be read of a sheet, and everything that is wrong with a cell."""
    cells = grid.rows[0] if grid.rows else ()
    if all(is_blank(cell) for cell in cells):
        return _without_header(grid, sheet, order)
    draft = Draft(sheet, grid.title, order, read_header(cells, sheet))
    for number, fault in draft.header.faults:
        draft.note(draft.spot(1, fault.value or "", number=number), fault)
    for column, fault in draft.header.missing:
        draft.note(draft.spot(1, column.name), fault)
    blank = examples = 0
    for number, row in enumerate(grid.rows[1:], 2):
        if all(is_blank(cell) for cell in row):
            blank += 1
        elif _is_example(row, draft):
            blank, examples = blank + 1, examples + 1
        else:
            draft.rows.append(_read_row(row, draft, number=number, words=words))
    draft.count = SheetCount(sheet.title, len(draft.rows), blank, examples)
    _merged(grid, draft)
    return draft


def _without_header(grid: Grid, sheet: Sheet, order: int) -> Draft:
    draft = Draft(sheet, grid.title, order, Header())
    held = sum(any(not is_blank(cell) for cell in row) for row in grid.rows[1:])
    draft.count = SheetCount(sheet.title, held, max(len(grid.rows) - 1, 0) - held)
    if sheet.required or grid.rows:
        text = "the first row is blank, and the names of the columns belong there."
        draft.note(draft.spot(), Fault("no_header", text, "Maybe copy it from the template."))
    return draft


def _is_example(row: tuple[Any, ...], draft: Draft) -> bool:
    at = draft.header.numbers.get(draft.sheet.key.name, 0)
    key = row[at - 1] if 0 < at <= len(row) else None
    return isinstance(key, str) and f"/{EXAMPLE}" in f"/{key.strip().casefold()}"


def _read_row(cells: tuple[Any, ...], draft: Draft, *, number: int, words: Words) -> Row:
    row = Row(number)
    for at, raw in enumerate(cells, 1):
        column = draft.header.fields.get(at)
        if is_blank(raw):
            continue
        if column:
            _read_field(raw, column, draft, row=row, words=words)
        elif name := draft.header.unread.get(at):
            row.values[name] = _carried(raw, draft.spot(number, name, number=at), draft)
        elif at not in draft.header.refused:
            text = f"stands in a column without a name: {letters(at)}1 is blank."
            fault = Fault("no_column", text, "Maybe name the column, or clear the cell.")
            draft.note(draft.spot(number, "", number=at), fault._replace(message=f"something {text}"))
            draft.header.refused.add(at)
    for column in draft.sheet.columns:
        if column.required and column.name not in row.values and column.name not in row.bad:
            _blank(column, draft, row)
    return row


def _read_field(raw: Any, column: Column, draft: Draft, *, row: Row, words: Words) -> None:
    value, faults = read_cell(raw, column, words=words)
    for fault in faults:
        safe = fault._replace(value=None) if column.private else fault
        draft.note(draft.spot(row.number, column.name), safe)
        row.bad.add(column.name)
    if value is not None:
        row.values[column.name] = value
    if not column.private and not isinstance(raw, Broken | Worked):
        row.shown[column.name] = said(raw)


def _carried(raw: Any, spot: Spot, draft: Draft) -> str:
    raw = raw.value if isinstance(raw, Worked) else raw
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


def _merged(grid: Grid, draft: Draft) -> None:
    """Refuse merged cells: all but one of them would be read as blank."""
    for (top, left), (bottom, _) in grid.merged:
        if bottom > 0 and top < len(grid.rows):
            text = "is merged with others, and those would be read as blank."
            fault = Fault("merged_cells", text, "Maybe unmerge them and fill in each.")
            draft.note(draft.spot(top + 1, "", number=left + 1), fault)
