"""Groups of people, from a file that the programme keeps apart: read for one report, and never kept.

It is no part of a round, which refuses such fields. What is wrong with it is told by the number of the row:
no message says who is in which group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from matchmaker.domain.fields import NAMES_SHOWN
from matchmaker.errors import CannotRead, InputErrors, InputProblem
from matchmaker.files.archive import read_bytes
from matchmaker.files.cells import Refused
from matchmaker.files.csv_in import TooMany, grid_of
from matchmaker.files.sizes import STANDARD
from matchmaker.files.telling import shown
from matchmaker.files.words import plain

if TYPE_CHECKING:
    from matchmaker.files.grid import Grid

COLUMNS: Final = ("beneficiary", "group")
LONGEST: Final = 60


def read_groups(path: str | Path) -> dict[str, str]:
    """Return the group of each person, by the person's id; a blank group is nobody's.

    Raises:
        InputErrors: everything that is wrong with it, by row; it never names a person or a group.
        CannotRead: it is not there, or not ours to open.
    """
    file = Path(path)
    try:
        grid = grid_of(file.name, read_bytes(file), sizes=STANDARD)
    except TooMany:
        raise CannotRead(f"{shown(file.name)} has too many rows. Maybe it is another file.") from None
    if problems := list(_problems(grid)):
        raise InputErrors(problems)
    return {person: group for _, person, group in _cells(grid) if group}


def _problems(grid: Grid) -> Iterator[InputProblem]:
    if grid.stop:
        row, fault = grid.stop
        yield _problem(grid, row, fault.code, text=f"{fault.message} {fault.advice}")
        return
    if tuple(plain(str(name)) for name in grid.rows[0]) != COLUMNS:
        yield _problem(
            grid, 1, "header", text="the columns are not those. Maybe call them beneficiary and group."
        )
        return
    first: dict[str, int] = {}
    for number, person, group in _cells(grid):
        if not _is_id(person):
            yield _problem(
                grid, number, "bad_id", text="there is no id. Maybe copy it from the sheet Beneficiaries."
            )
        elif first.setdefault(person, number) != number:
            text = f"this is the person of row {first[person]} again. Maybe keep one of the two."
            yield _problem(grid, number, "twice", text=text)
        if len(group) > LONGEST or not group.isprintable():
            yield _problem(
                grid, number, "group", text="the group has no plain, short name. Maybe a letter, such as A."
            )


def _cells(grid: Grid) -> Iterator[tuple[int, str, str]]:
    """Yield the number, the person and the group of each row that holds anything."""
    for number, row in enumerate(grid.rows[1:], 2):
        person, group = (
            "\0" if isinstance(cell, Refused) else str(cell).strip() for cell in (*row, "", "")[:2]
        )
        if person or group or len(row) > len(COLUMNS):
            yield number, person if len(row) <= len(COLUMNS) else "", group


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(NAMES_SHOWN, text))


def _problem(grid: Grid, row: int, code: str, *, text: str) -> InputProblem:
    where = f"{shown(grid.name)}, row {row}" if row else shown(grid.name)
    return InputProblem(code, where, text)
