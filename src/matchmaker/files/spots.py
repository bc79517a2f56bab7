"""Where something is wrong: a cell, a row or a whole sheet; findings sort in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from matchmaker.errors import InputProblem


class Fault(NamedTuple):
    """What is wrong with one value, wherever it stands."""

    code: str
    message: str
    advice: str = ""
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a workbook; rows and columns count from 1, 0 means all of it."""

    sheet: str
    order: int
    row: int = 0
    number: int = 0
    column: str = ""

    @property
    def where(self) -> str:
        """Name the cell such as ``Mentors!F7``, or the sheet."""
        cell = f"{letters(self.number)}{self.row}" if self.row and self.number else ""
        return f"{self.sheet}!{cell}" if cell else self.sheet

    def finding(self, fault: Fault) -> Finding:
        """Tie a fault to this place."""
        problem = InputProblem(
            fault.code,
            self.where,
            fault.message,
            fault.advice,
            sheet=self.sheet,
            row=self.row or None,
            column=self.column,
            value=fault.value,
        )
        return Finding((self.order, self.row, self.number), problem)


class Finding(NamedTuple):
    """A problem, and where it stands in the order of sheets, rows and columns."""

    order: tuple[int, int, int]
    problem: InputProblem


def letters(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def in_order(findings: list[Finding]) -> tuple[InputProblem, ...]:
    """Return the problems as one would meet them, reading sheet by sheet; the same one once."""
    ordered = sorted(findings, key=lambda each: each.order)
    return tuple(dict.fromkeys(finding.problem for finding in ordered))
