"""A problem as one sentence that can be read aloud to whoever filled in the sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from matchmaker.errors import InputProblem

_PREDICATE = re.compile(r"(is|has|holds|ends|lies|names|needs|means|looks)\b")
LONGEST_SHOWN = 60


def told(problem: InputProblem) -> str:
    """Return for instance: Mentors, cell F7 (hours_per_week): "two" is not a number. Maybe 2."""
    sentence = f"{_subject(problem)}{problem.message}"
    return f"{_place(problem)}: {sentence}" + (f" {problem.advice}" if problem.advice else "")


def _place(problem: InputProblem) -> str:
    if not problem.sheet:
        return shown(problem.where)
    _, _, cell = problem.where.rpartition("!")
    if cell and cell != problem.where:
        name = f" ({problem.column})" if problem.column and problem.row != 1 else ""
        return f"{shown(problem.sheet)}, cell {cell}{name}"
    return shown(problem.sheet) + (f", row {problem.row}" if problem.row else "")


def _subject(problem: InputProblem) -> str:
    """Name the value in front of a message that says what is wrong with it."""
    if not _PREDICATE.match(problem.message):
        return ""
    if problem.value is not None:
        return f'"{shown(problem.value)}" '
    return "it " if problem.sheet else ""


def shown(text: str) -> str:
    """Return text that cannot move a cursor, hide or run on: signs that do not print are spelt out."""
    plain = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
    return plain if len(plain) <= LONGEST_SHOWN else plain[: LONGEST_SHOWN - 1] + "…"


def folder_shown(path: str | Path) -> str:
    """Return a folder as it was named: of two, the last part may be the same, so the end is what is kept."""
    plain = shown(str(path)) if len(str(path)) <= LONGEST_SHOWN else shown(str(path)[1 - LONGEST_SHOWN :])
    return plain if len(str(path)) <= LONGEST_SHOWN else f"…{plain}"
