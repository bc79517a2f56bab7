"""A round from a file or folder: one way in for workbooks, CSV, JSON and standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.domain.round import Round
from matchmaker.errors import CannotRead, InputErrors, InputProblem
from matchmaker.files.archive import cannot, read_bytes
from matchmaker.files.counts import SheetCount
from matchmaker.files.folder import read_folder
from matchmaker.files.ods_in import read_ods
from matchmaker.files.schema import sheets
from matchmaker.files.sizes import STANDARD, Sizes
from matchmaker.files.workbook_in import round_from
from matchmaker.files.xlsx import read_grids

if TYPE_CHECKING:
    from matchmaker.files.grid import Grid

STANDARD_INPUT = "-"
_WORKBOOKS: Mapping[str, Callable[[Path, Sizes], tuple[Grid, ...]]] = {".xlsx": read_grids, ".ods": read_ods}


@dataclass(frozen=True, slots=True)
class Reading:
    """A round, or everything that is wrong with its file; and how many rows were read."""

    round: Round | None
    problems: tuple[InputProblem, ...] = ()
    counts: tuple[SheetCount, ...] = ()


def read_round(path: str | Path, sizes: Sizes = STANDARD) -> Round:
    """Return the round in a workbook, JSON file or folder of CSV files (`-`: JSON on standard input).

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
    if file.is_dir() and suffix not in _WORKBOOKS:
        return Reading(*round_from(read_folder(file, sizes)))
    if suffix in _WORKBOOKS:
        return Reading(*round_from(_WORKBOOKS[suffix](file, sizes)))
    if suffix == ".csv":
        raise cannot(file, "is one sheet of a round", maybe="name the folder that holds all its .csv files")
    if suffix in (".xls", ".xlsm", ".xlsb", ".fods"):
        raise cannot(file, f"is {suffix}, which we do not read", maybe="save it as .xlsx or .ods")
    if not suffix and not file.exists():
        raise cannot(file, "is not there", maybe="check the name and the folder")
    what = "is neither .xlsx, .ods or .json, nor a folder of .csv files"
    raise cannot(file, what, maybe="give it the ending that says what it is")


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
