"""A round from a file: one way in for workbooks, JSON and standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from matchmaker.domain.round import Round
from matchmaker.errors import CannotRead, InputErrors, InputProblem
from matchmaker.files.archive import cannot, read_bytes
from matchmaker.files.counts import SheetCount
from matchmaker.files.schema import sheets
from matchmaker.files.sizes import STANDARD, Sizes
from matchmaker.files.workbook_in import read_workbook

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Reading:
    """A round, or everything that is wrong with its file; and how many rows were read."""

    round: Round | None
    problems: tuple[InputProblem, ...] = ()
    counts: tuple[SheetCount, ...] = ()


def read_round(path: str | Path, sizes: Sizes = STANDARD) -> Round:
    """Return the round in a file (`-`: JSON on standard input).

    Raises:
        InputErrors: everything that is wrong with it, all at once.
        CannotRead: it is not there, not ours to open, or not what its name says.
    """
    reading = examine(path, sizes)
    if reading.round is None:
        raise InputErrors(reading.problems)
    return reading.round


def examine(path: str | Path, sizes: Sizes = STANDARD) -> Reading:
    """Return the round or its problems, with the rows of every sheet accounted for.

    Raises:
        CannotRead: it is not there, not ours to open, or not what its name says.
    """
    if str(path) == STANDARD_INPUT:
        return _json(_standard_input(sizes))
    file = Path(path)
    suffix = file.suffix.casefold()
    if suffix == ".json":
        return _json(read_bytes(file, sizes))
    if suffix == ".xlsx":
        return Reading(*read_workbook(file, sizes))
    if file.is_dir():
        raise cannot(file, "is a folder, which we cannot read yet", maybe="use one .xlsx workbook")
    if suffix in (".ods", ".xls", ".xlsm", ".csv"):
        raise cannot(file, f"is {suffix}, which we cannot read yet", maybe="save it as .xlsx")
    raise cannot(file, "is neither .xlsx nor .json", maybe="give it the ending that says what it is")


def _standard_input(sizes: Sizes) -> bytes:
    data = sys.stdin.buffer.read(sizes.file_bytes + 1)
    if len(data) > sizes.file_bytes:
        raise CannotRead("Standard input is too large. Maybe use --limits large.")
    return data


def _json(data: bytes) -> Reading:
    try:
        round_ = Round.from_json(data)
    except InputErrors as errors:
        return Reading(None, errors.problems)
    return Reading(round_, (), tuple(_counts(round_)))


def _counts(round_: Round) -> list[SheetCount]:
    found = []
    for sheet in sheets():
        rows = 1 if sheet.one_row else len(getattr(round_, sheet.field))
        if rows or sheet.required:
            found.append(SheetCount(sheet.title, rows))
    return found
