"""The first row of a sheet: which column is which field, and what is wrong with the names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matchmaker.domain.refused import why_refused
from matchmaker.files.cells import is_blank
from matchmaker.files.shown import said
from matchmaker.files.spots import Fault, letters
from matchmaker.files.words import nearest, plain

if TYPE_CHECKING:
    from matchmaker.files.schema import Column, Sheet

UNREAD = "x_"
"""A column or sheet whose name starts like this is carried or left, never read."""


@dataclass(slots=True)
class Header:
    """Where each field stands; columns count from 1."""

    fields: dict[int, Column] = field(default_factory=dict)
    unread: dict[int, str] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    faults: list[tuple[int, Fault]] = field(default_factory=list)
    missing: list[tuple[Column, Fault]] = field(default_factory=list)
    suspected: set[str] = field(default_factory=set)
    """Fields that a misspelt name probably meant; their absence is not named a second time."""

    @property
    def numbers(self) -> Mapping[str, int]:
        """Where each field stands, by its name."""
        return {column.name: number for number, column in self.fields.items()}


def read_header(cells: Sequence[Any], sheet: Sheet) -> Header:
    """Return what the first row says."""
    header = Header()
    for number, cell in enumerate(cells, 1):
        if not is_blank(cell):
            _read_name(cell, sheet, header, number)
    there = {column.name for column in header.fields.values()} | header.suspected
    header.missing = [
        (column, Fault("missing_column", f"there is no column {column.name}.", _add(column)))
        for column in sheet.columns
        if column.required and column.name not in there
    ]
    return header


def _add(column: Column) -> str:
    return f"Maybe add it: {column.description}"


def _read_name(cell: Any, sheet: Sheet, header: Header, number: int) -> None:
    text = said(cell).strip()
    names = {plain(column.name): column for column in sheet.columns}
    # The template shows a * behind what is needed, so somebody will type one.
    found = names.get(plain(text.rstrip("* "))) if isinstance(cell, str) else None
    if fault := _refused(text):
        header.refused.add(number)
        header.faults.append((number, fault))
    elif found or _unread(text):
        _take(found or _unread(text), header, number)
    else:
        near = nearest(text, names)
        advice = f"Maybe {near}?" if near else "Maybe start its name with x_ to carry it unread."
        header.suspected |= {near} - {""}
        header.refused.add(number)
        fault = Fault("unknown_field", "is not a column we know here.", advice, text)
        header.faults.append((number, fault))


def _refused(text: str) -> Fault | None:
    why = why_refused(text)
    if not why:
        return None
    message, maybe, advice = why.partition(" Maybe ")
    return Fault("refused_field", f'"{text}": {message}', f"Maybe {advice}" if maybe else "", text)


def _unread(text: str) -> str:
    return UNREAD + text[len(UNREAD) :] if text.casefold().startswith(UNREAD) else ""


def _take(found: Column | str, header: Header, number: int) -> None:
    """Give the column to its field, unless another column has it already."""
    name = found if isinstance(found, str) else found.name
    taken = {column.name: at for at, column in header.fields.items()}
    taken |= {name: at for at, name in header.unread.items()}
    if name in taken:
        header.refused.add(number)
        text = f"is there twice, in {letters(taken[name])}1 and here."
        advice = "Maybe leave out one of the two columns."
        header.faults.append((number, Fault("column_twice", text, advice, name)))
    elif isinstance(found, str):
        header.unread[number] = found
    else:
        header.fields[number] = found
