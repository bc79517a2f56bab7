"""Sheets whose rows stand on each other's pages, known by their columns: one sentence instead of dozens."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from matchmaker.files.grid import Grid
from matchmaker.files.schema import Sheet, sheets
from matchmaker.files.spots import Fault, Finding, Spot
from matchmaker.files.words import plain

Found: TypeAlias = tuple[int, Grid, Sheet]
"""The place in the order of reading, the cells, and the sheet that its title says it is."""
FOREIGN = 2
"""As many columns must be of the other sheet alone: one could be there by mistake."""
MISSPELT = 1
"""As many of the columns that the other sheet needs may be missing."""


def told_apart(found: list[Found]) -> tuple[list[Found], list[Finding]]:
    """Return sheets and their cells, swapped ones read as what they are; and a finding for each mix-up."""
    meant = {sheet.field: _meant(grid, sheet) for _, grid, sheet in found}
    result: list[Found] = []
    findings: list[Finding] = []
    told: set[str] = set()
    for order, grid, sheet in found:
        other = meant[sheet.field]
        if other is None:
            result.append((order, grid, sheet))
        elif meant.get(other.field) == sheet:
            result.append((order, grid, other))
            if other.field not in told:
                told.add(sheet.field)
                findings.append(Spot(grid.name, order).finding(_swapped(other)))
        else:
            result.append((order, replace(grid, stop=(0, _misplaced(sheet, other))), sheet))
    return result, findings


def _meant(grid: Grid, sheet: Sheet) -> Sheet | None:
    """Return the sheet that these columns are of, if they are surely not of this one."""
    cells = grid.rows[0] if grid.rows else ()
    names = {plain(cell.rstrip("* ")) for cell in cells if isinstance(cell, str) and cell.strip()}
    if _needed(sheet) <= names:
        return None
    foreign = names - _columns(sheet)
    others = [
        other
        for other in sheets()
        if len(foreign & _columns(other)) >= FOREIGN
        and len(_needed(other) - names) <= MISSPELT
        and len(names - _columns(other)) < len(foreign)
    ]

    def strange(other: Sheet) -> tuple[int, int]:
        return len(names - _columns(other)), len(_columns(other) - names)

    return min(others, key=strange, default=None)


def _columns(sheet: Sheet) -> set[str]:
    return {column.name for column in sheet.columns}


def _needed(sheet: Sheet) -> set[str]:
    return {column.name for column in sheet.columns if column.required}


def _swapped(other: Sheet) -> Fault:
    text = f"this holds the columns of {other.title}, and {other.title} those of this one."
    return Fault("swapped_sheets", text, "Maybe swap the names of the two.")


def _misplaced(sheet: Sheet, other: Sheet) -> Fault:
    text = f"this holds the columns of {other.title}."
    return Fault("wrong_sheet", text, f"Maybe put the rows of {sheet.title} here.")
