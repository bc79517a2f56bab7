"""How many rows were read, so that nobody disappears without a word (16,000 once did elsewhere)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

UNCOUNTED = frozenset({"KeepApart"})
"""Of these it is said that every row was read, and not how many: what keeps people apart is no number."""
MOST_NAMED = 5
"""How many blank rows are named; further ones are counted."""


@dataclass(frozen=True, slots=True)
class SheetCount:
    """The rows of one sheet below its header: those that hold data, and those that do not."""

    sheet: str
    read: int
    blank: int = 0
    examples: int = 0
    """How many of the blank ones are the grey example row of the template."""
    blank_rows: tuple[int, ...] = ()
    """Where the blank ones are, unless they are examples or below the last row that holds something."""
    rejected: int = 0
    """How many of those that hold data have something to put right."""
    known: bool = True
    """Whether the sheet could be read to its end, so that its rows could be counted."""

    @property
    def rows(self) -> int:
        """All rows: what was accepted, what was rejected, what was blank."""
        return self.accepted + self.rejected + self.blank

    @property
    def untouched(self) -> bool:
        """Whether there is nothing but the example, as on most sheets of a new workbook."""
        return self.known and self.rows == self.examples

    @property
    def accepted(self) -> int:
        """How many rows hold data and nothing to put right."""
        return self.read - self.rejected

    def __str__(self) -> str:
        """Say for instance: Mentors: 12 read + 1 blank = 13 rows."""
        if not self.known:
            return f"{self.sheet}: not read"
        return f"{self.sheet}: {self._uncounted if self.sheet in UNCOUNTED else self._counted}"

    @property
    def _uncounted(self) -> str:
        if self.rejected:
            return "not every row is right yet"
        places = _places(self.blank_rows)
        return "every row was read" + (f" ({places})" if places else "")

    @property
    def _counted(self) -> str:
        halves = f" ({self.accepted} accepted, {self.rejected} rejected)" if self.rejected else ""
        text = f"{self.read} read{halves} + {self.blank} blank = {self.rows} "
        text += "row" if self.rows == 1 else "rows"
        notes = [note for note in (_examples(self.examples), _places(self.blank_rows)) if note]
        return f"{text} ({'; '.join(notes)})" if notes else text


def account(counts: Iterable[SheetCount]) -> list[str]:
    """Return a line for each sheet with rows, and one for all that have none: else they hide the others."""
    counts = list(counts)
    untouched = [count.sheet for count in counts if count.untouched]
    lines = [str(count) for count in counts if not count.untouched]
    return [*lines, f"No rows yet: {', '.join(untouched)}."] if untouched else lines


def _examples(count: int) -> str:
    if not count:
        return ""
    return "the example row counts as blank" if count == 1 else "the example rows count as blank"


def _places(rows: tuple[int, ...]) -> str:
    """Say where blank rows are, so that somebody can see whether one was cleared by mistake."""
    named = [str(row) for row in rows[:MOST_NAMED]]
    if len(rows) > MOST_NAMED:
        named.append(f"{len(rows) - MOST_NAMED} more")
    if len(named) < 2:
        return f"row {named[0]} is blank" if named else ""
    return f"rows {', '.join(named[:-1])} and {named[-1]} are blank"
