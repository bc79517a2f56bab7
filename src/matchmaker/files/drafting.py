"""A sheet of cells into rows of plain values, with every row accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.files.cells import is_blank
from matchmaker.files.counts import SheetCount
from matchmaker.files.drafts import Draft
from matchmaker.files.headers import Header, read_header
from matchmaker.files.row_in import is_example, read_row, set_aside, why_set_aside
from matchmaker.files.spots import Fault

if TYPE_CHECKING:
    from matchmaker.files.grid import Grid
    from matchmaker.files.schema import Sheet
    from matchmaker.files.words import Words

CUT_AT = frozenset({65_536, 1_048_576})
"""As many rows as .xls and .xlsx hold: 16,000 people were once lost because nobody wondered."""

_BLANK_HEADER = Fault(
    "no_header",
    "the first row is blank, and the names of the columns belong there.",
    "Maybe copy it from the template.",
)
_NO_HEADER = Fault(
    "no_header",
    "the first row names no column that we know.",
    "Maybe the names of the columns are further down, or this is another table.",
)


def read_draft(grid: Grid, sheet: Sheet, *, order: int, words: Words) -> Draft:
    """Return everything that can be read of a sheet, and everything that is wrong with a cell."""
    if grid.stop:
        return _unread(grid, sheet, order)
    cells = grid.rows[0] if grid.rows else ()
    if all(is_blank(cell) for cell in cells):
        return _without_header(grid, sheet, order, fault=_BLANK_HEADER)
    header = read_header(cells, sheet)
    if not header.fields and not any(fault.code == "refused_field" for _, fault in header.faults):
        return _without_header(grid, sheet, order, fault=_NO_HEADER)
    draft = Draft(sheet, grid.name, order, header)
    _note_header(draft)
    blank: list[int] = []
    examples = 0
    for number, row in enumerate(grid.rows[1:], 2):
        if all(is_blank(cell) for cell in row):
            blank.append(number)
        elif is_example(row, draft):
            examples += 1
        elif why := why_set_aside(row, draft, grid=grid):
            draft.rows.append(set_aside(row, draft, number=number, fault=why))
        else:
            draft.rows.append(read_row(row, draft, number=number, words=words, grid=grid))
    draft.count = _count(draft, blank, examples)
    _merged(grid, draft)
    _hidden(grid, draft)
    if len(grid.rows) in CUT_AT:
        text = f"holds {len(grid.rows):,} rows, which is where spreadsheets cut a longer one off."
        fault = Fault("cut_short", text, "Maybe export it again; if it is all there, add a blank row.")
        draft.note(draft.spot(), fault)
    return draft


def _count(draft: Draft, blank: list[int], examples: int) -> SheetCount:
    last = max((row.number for row in draft.rows), default=0)
    between = tuple(number for number in blank if number < last)
    return SheetCount(draft.sheet.title, len(draft.rows), len(blank) + examples, examples, between)


def _note_header(draft: Draft) -> None:
    for number, fault in draft.header.faults:
        draft.note(draft.spot(1, fault.value or "", number=number), fault)
    for column, fault in draft.header.missing:
        draft.note(draft.spot(1, column.name), fault)


def _unread(grid: Grid, sheet: Sheet, order: int) -> Draft:
    draft = Draft(sheet, grid.name, order, Header(), count=SheetCount(sheet.title, 0, known=False))
    row, fault = grid.stop or (0, Fault("unread", "was not read."))
    draft.note(draft.spot(row), fault)
    return draft


def _without_header(grid: Grid, sheet: Sheet, order: int, *, fault: Fault) -> Draft:
    draft = Draft(sheet, grid.name, order, Header())
    held = sum(any(not is_blank(cell) for cell in row) for row in grid.rows[1:])
    draft.count = SheetCount(sheet.title, held, max(len(grid.rows) - 1, 0) - held)
    if sheet.required or grid.rows:
        draft.note(draft.spot(), fault)
    return draft


def _merged(grid: Grid, draft: Draft) -> None:
    """Refuse merged cells: all but one of them would be read as blank."""
    for (top, left), (bottom, _) in grid.merged:
        if bottom > 0 and top < len(grid.rows):
            text = "is merged with others, and those would be read as blank."
            fault = Fault("merged_cells", text, "Maybe unmerge them and fill in each.")
            draft.note(draft.spot(top + 1, "", number=left + 1), fault)


def _hidden(grid: Grid, draft: Draft) -> None:
    """Refuse rows that nobody sees: they came from somewhere, and somebody has to have looked at them."""
    if grid.hidden and draft.rows:
        fault = Fault("hidden_sheet", "this sheet is hidden.", "Maybe show it, and look at what it holds.")
        draft.note(draft.spot(), fault)
