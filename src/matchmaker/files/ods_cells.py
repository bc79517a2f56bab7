"""One cell of an .ods sheet: what it shows, what it holds, and what worked it out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from matchmaker.files.cells import Broken, Worked

_CLOCK = re.compile(r"PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_ERROR = re.compile(r"#|Err:\d")
_SPACE, _TAB, _BREAK = "text:s", "text:tab", "text:line-break"


class Cell:
    """A cell while it is read; notes that hang on it, and pictures, are no part of what it says."""

    def __init__(self, attributes: Mapping[str, str], *, covered: bool) -> None:
        self.attributes, self.covered = attributes, covered
        self.lines: list[str] = []
        self.open: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Go into an element of the cell."""
        self.open.append(tag)
        if self.open == ["text:p"]:
            self.lines.append("")
        elif self._speaks() and tag in (_SPACE, _TAB, _BREAK):
            times = attributes.get("text:c", "1")
            spaces = " " * int(times) if times.isdecimal() and len(times) < 5 else " "
            self.lines[-1] += {_SPACE: spaces, _TAB: "\t", _BREAK: "\n"}[tag]

    def read(self, text: str) -> None:
        """Take text, if it is what the cell says; how a file is indented says nothing."""
        if self._speaks():
            self.lines[-1] += re.sub("[ \t\r\n]+", " ", text)

    def is_whole(self, tag: str) -> bool:
        """Come out of an element, and say whether it was the cell itself."""
        if not self.open:
            return True
        self.open.pop()
        return False

    def _speaks(self) -> bool:
        return self.open[:1] == ["text:p"] and "office:annotation" not in self.open

    @property
    def span(self) -> tuple[int, int] | None:
        """How many rows and columns were made one with this cell."""
        sides = [self.attributes.get(f"table:number-{each}-spanned", "1") for each in ("rows", "columns")]
        rows, columns = (int(side) if side.isdecimal() and len(side) < 8 else 1 for side in sides)
        return (rows, columns) if rows > 1 or columns > 1 else None

    def value(self) -> Any:
        """Return what the cell holds, or None."""
        shown = "\n".join(self.lines)
        sort = self.attributes.get("office:value-type", "string" if shown else "")
        formula = "table:formula" in self.attributes
        if self.attributes.get("calcext:value-type") == "error" or (formula and _ERROR.match(shown)):
            return Broken(shown if shown.startswith("#") else "#VALUE!")
        held = None if self.covered else self._held(sort, shown)
        if formula:
            return Worked(held) if held not in (None, "") else Broken("=")
        return held if held != "" else None

    def _held(self, sort: str, shown: str) -> Any:
        match sort:
            case "float" | "percentage" | "currency":
                return self._read(float, "office:value")
            case "date":
                return self._read(_day, "office:date-value")
            case "time":
                return self._read(_clock, "office:time-value")
            case "boolean":
                return self.attributes.get("office:boolean-value") == "true"
            case "string":
                return self.attributes.get("office:string-value", shown)
        return None

    def _read(self, how: Any, name: str) -> Any:
        try:
            return how(self.attributes[name])
        except (KeyError, ValueError):
            return Broken("#VALUE!")


def _day(text: str) -> date:
    if len(text) == len("2026-11-30"):
        return date.fromisoformat(text)
    found = datetime.fromisoformat(text[:26])
    return found.replace(tzinfo=None)


def _clock(text: str) -> time:
    found = _CLOCK.fullmatch(text)
    if not found:
        raise ValueError(text)
    return time(int(found[1]), int(found[2]), int(found[3]))
