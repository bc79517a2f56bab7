"""A sheet as rows of plain values, each still knowing its cells, before any record is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from matchmaker.files.counts import SheetCount
from matchmaker.files.spots import Fault, Finding, Spot

if TYPE_CHECKING:
    from matchmaker.files.headers import Header
    from matchmaker.files.schema import Sheet


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

    @property
    def is_readable(self) -> bool:
        """Whether it is known which ids it holds; a sheet that need not be there may hold none."""
        named = self.sheet.key.name in self.header.numbers
        return self.count.known and (named or not (self.sheet.required or self.count.read))

    @property
    def counted(self) -> SheetCount:
        """How many rows there are, and how many of them were found to have something wrong."""
        numbers = {row.number for row in self.rows}
        wrong = {f.problem.row for f in self.findings} & numbers
        return replace(self.count, rejected=len(wrong))

    def spot(self, row: int = 0, name: str = "", *, number: int = 0) -> Spot:
        """Return the place of a row, a field of it, or all of the sheet."""
        place = number or self.header.numbers.get(name, 0)
        return Spot(self.title, self.order, row, place, name)

    def note(self, spot: Spot, fault: Fault) -> None:
        """Keep a finding."""
        self.findings.append(spot.finding(fault))
