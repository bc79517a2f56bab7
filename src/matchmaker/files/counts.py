"""How many rows were read, so that nobody disappears without a word (16,000 once did elsewhere)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetCount:
    """The rows of one sheet below its header: those that hold data, and those that do not."""

    sheet: str
    read: int
    blank: int = 0
    examples: int = 0
    """How many of the blank ones are the grey example row of the template."""
    rejected: int = 0
    """How many of those that hold data have something to put right."""
    known: bool = True
    """Whether the sheet could be read to its end, so that its rows could be counted."""

    @property
    def rows(self) -> int:
        """All rows: what was accepted, what was rejected, what was blank."""
        return self.accepted + self.rejected + self.blank

    @property
    def accepted(self) -> int:
        """How many rows hold data and nothing to put right."""
        return self.read - self.rejected

    def __str__(self) -> str:
        """Say for instance: Mentors: 12 read + 1 blank = 13 rows."""
        if not self.known:
            return f"{self.sheet}: not read"
        halves = f" ({self.accepted} accepted, {self.rejected} rejected)" if self.rejected else ""
        text = f"{self.sheet}: {self.read} read{halves} + {self.blank} blank = {self.rows} "
        text += "row" if self.rows == 1 else "rows"
        if not self.examples:
            return text
        which = "the example row counts" if self.examples == 1 else "the example rows count"
        return f"{text} ({which} as blank)"
