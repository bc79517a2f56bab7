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

    @property
    def rows(self) -> int:
        """All rows down to the last that holds something."""
        return self.read + self.blank

    def __str__(self) -> str:
        """Say for instance: Mentors: 12 read + 1 blank = 13 rows."""
        text = f"{self.sheet}: {self.read} read + {self.blank} blank = {self.rows} "
        text += "row" if self.rows == 1 else "rows"
        if not self.examples:
            return text
        which = "the example row counts" if self.examples == 1 else "the example rows count"
        return f"{text} ({which} as blank)"
