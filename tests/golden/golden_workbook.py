"""From the tables of this folder to a workbook: the template, filled in as a coordinator would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

import matchmaker as mm
from matchmaker.files import write_template

FIRST_FREE_ROW = 3
"""Row 1 holds the names of the columns and row 2 the grey example, which nobody has to delete."""

Sheets = Mapping[str, tuple[str, ...]]
"""For each sheet one or more tables; tables of one sheet go on where the last one left off."""


def typed(text: str) -> Any:
    """Return what a spreadsheet makes of what somebody types: a number, a day, or text."""
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table whose columns are separated by bars; a cell that is not there is blank."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    for cells in lines[1:]:
        assert len(cells) == len(lines[0]), f"a bar too many or too few: {cells}"
        yield {name: cell for name, cell in zip(lines[0], cells, strict=True) if cell}


def joined_up(tables: tuple[str, ...]) -> list[dict[str, str]]:
    """Return one row for each line of the first table, with the cells that later tables add to it."""
    rows = list(rows_of(tables[0]))
    for table in tables[1:]:
        for more in rows_of(table):
            key = next(iter(more))
            (row,) = [row for row in rows if row[key] == more[key]]
            assert not (row.keys() & more.keys()) - {key}, f"filled in twice: {more}"
            row.update(more)
    return rows


def filled(sheets: Sheets, folder: Path) -> Path:
    """Make the template, fill it in, save it, and return where it is."""
    path = folder / "round.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    for title, tables in sheets.items():
        page = book[title]
        column = {cell.value: cell.column for cell in page[1]}
        for number, row in enumerate(joined_up(tables), FIRST_FREE_ROW):
            for name, text in row.items():
                page.cell(number, column[name]).value = typed(text)
    book.save(path)
    return path


def objections(proposal: mm.Proposal) -> dict[str, dict[str, int | None]]:
    """Return, for everybody without a suggestion, how many mentors each rule stands in the way of."""
    return {
        person.beneficiary: {found.code: found.mentors for found in person.objections}
        for person in proposal.unmatched
    }
