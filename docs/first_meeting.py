"""The tutorial as data: its tables, its commands and what they print; and the workbook to download.

What stands on the page is what is in the workbook, and what a test types and reads: nothing is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PAGE = Path(__file__).with_name("tutorial") / "first-meeting.md"
WORKBOOK = PAGE.with_suffix(".xlsx")

STEP = re.compile(
    r"^\*\*(?P<sheet>\w+)\*\*(?:, in `(?P<file>[\w.-]+)`)?\n\n(?P<table>(?:\|.*\|\n)+)"
    r"|^\| sheet \| cell \|.*\n(?P<mends>(?:\|.*\|\n)+)"
    r"|^```console\n(?P<block>[\s\S]*?)^```$"
    r"|^<!-- (?P<run>[\w-]+) -->\n```text\n(?P<lines>[\s\S]*?)^```$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of one sheet that somebody fills in: one row for each line, found by its first cell."""

    sheet: str
    file: str
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Mend:
    """One cell that somebody puts right."""

    sheet: str
    cell: str
    was: str
    write: Any


@dataclass(frozen=True, slots=True)
class Typed:
    """A command, and the parts of what it prints that the page shows."""

    command: str
    shown: tuple[str, ...]


def steps() -> Iterator[Table | Mend | Typed]:
    """Yield what the reader fills in, puts right and types, in the order of the page."""
    before, _, after = _parts()
    yield from _steps(before)
    yield from _steps(after)


def _steps(text: str) -> Iterator[Table | Mend | Typed]:
    for found in STEP.finditer(text):
        if found["table"]:
            yield Table(found["sheet"], found["file"] or "round.xlsx", tuple(_rows(found["table"])))
        elif found["mends"]:
            for sheet, cell, was, write in map(_cells, found["mends"].splitlines()[1:]):
                yield Mend(sheet, cell, was.strip("`"), _typed(write.strip("`")))
        elif found["run"]:
            yield Typed(f"cat {found['run']}/summary.txt", _shown(found["lines"]))
        else:
            for part in re.split(r"^\$ ", found["block"], flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield Typed(command, _shown(output))


def workbook() -> bytes:
    """Return the workbook that the tutorial begins with: the tables of its second step, mistakes and all."""
    from matchmaker.files.template import template_bytes

    return template_bytes({table.sheet: table.rows for table in tables()})


def tables() -> tuple[Table, ...]:
    """Return the tables of the step that shows the workbook."""
    return tuple(each for each in _steps(_parts()[1]) if isinstance(each, Table))


def _parts() -> tuple[str, str, str]:
    """Return the page before, in and after the step whose tables are what the workbook holds."""
    before, inside, after = re.split(r"^(?=## [23]\.)", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return before, inside, after


def _shown(output: str) -> tuple[str, ...]:
    return tuple(part.strip("\n") for part in re.split(r"^…$", output, flags=re.MULTILINE) if part.strip())


def _rows(table: str) -> Iterator[dict[str, Any]]:
    names, _, *lines = map(_cells, table.splitlines())
    for cells in lines:
        yield {name: _typed(cell) for name, cell in zip(names, cells, strict=True) if cell}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def _typed(text: str) -> Any:
    """Return what a spreadsheet makes of what somebody types: a number, a day, or text."""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text
