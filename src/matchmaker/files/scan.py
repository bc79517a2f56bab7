"""What the sheet reader keeps to itself: error cells, formulas, and cells that lie far out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matchmaker.files.spots import letters
from matchmaker.files.xml_in import Unsound, walk

if TYPE_CHECKING:
    from matchmaker.files.sizes import Sizes

_REF = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_STRING = re.compile(rb"<(?:\w+:)?si[\s/>]")


@dataclass(slots=True)
class Marks:
    """Cells of one sheet that need a second look, by row and column from 1."""

    broken: dict[tuple[int, int], str] = field(default_factory=dict)
    worked: set[tuple[int, int]] = field(default_factory=set)


def scan(parts: Mapping[str, bytes], sizes: Sizes) -> dict[str, Marks]:
    """Return the marks of every sheet by its name; raise `Unsound` with what is wrong."""
    strings = len(_STRING.findall(parts.get("xl/sharedStrings.xml", b"")))
    found = {}
    for name, part in _sheet_parts(parts).items():
        found[name] = _Scan(name, sizes, strings).run(parts[part])
    return found


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def target(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            inside = posixpath.join("/xl", attributes.get("Target", ""))
            targets[attributes.get("Id", "")] = posixpath.normpath(inside).lstrip("/")

    def name(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            key = next((attributes[each] for each in attributes if each.endswith(":id")), "")
            names[attributes.get("name", "")] = key

    walk(parts.get("xl/_rels/workbook.xml.rels", b""), target)
    walk(parts["xl/workbook.xml"], name)
    if any(targets.get(key) not in parts for key in names.values()):
        raise Unsound("names a sheet that is not in it")
    return {name: targets[key] for name, key in names.items() if "worksheets/" in targets[key]}


class _Scan:
    """One pass over the cells of one sheet."""

    def __init__(self, name: str, sizes: Sizes, strings: int) -> None:
        self.name, self.sizes, self.strings = name, sizes, strings
        self.marks = Marks()
        self.row = self.column = self.last_row = self.last_column = 0
        self.kind = self.text = ""
        self.formula = self.holds = self.reading = False

    def run(self, data: bytes) -> Marks:
        walk(data, self.start, end=self.end, text=self.read)
        return self.marks

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif tag == "c":
            self.kind, self.text = attributes.get("t", "n"), ""
            self.formula = self.holds = False
            self.column += 1
            if "r" in attributes:
                self.row, self.column = self.place(attributes["r"])
        elif tag == "f":
            self.formula = True
        elif tag in ("v", "is"):
            self.holds = self.reading = True

    def read(self, text: str) -> None:
        if self.reading:
            self.text += text

    def end(self, tag: str) -> None:
        if tag in ("v", "is"):
            self.reading = False
        elif tag == "c" and (self.holds or self.formula):
            self.judge((self.row, self.column))

    def judge(self, place: tuple[int, int]) -> None:
        """Mark a cell that holds something, and refuse one that no reader should be asked for."""
        self.last_row = max(self.last_row, place[0])
        self.last_column = max(self.last_column, place[1])
        area = self.last_row * self.last_column
        out = place[0] > self.sizes.rows + 1 or place[1] > self.sizes.columns
        cell = f"{self.name}!{letters(place[1])}{place[0]}"
        if out or area > self.sizes.cells:
            raise Unsound(f"holds something far out, in {cell}")
        if self.kind == "s" and not (self.text.isdecimal() and int(self.text) < self.strings):
            raise Unsound(f"holds a text that is not there, in {cell}")
        if self.kind == "e" or (self.kind == "b" and self.text not in ("0", "1", "")):
            self.marks.broken[place] = self.text if self.text.startswith("#") else "#VALUE!"
        elif self.formula and not self.text:
            self.marks.broken[place] = "="
        elif self.formula:
            self.marks.worked.add(place)

    def place(self, reference: str) -> tuple[int, int]:
        found = _REF.fullmatch(reference)
        if not found:
            raise Unsound("holds a cell without a place")
        number = 0
        for letter in found[1]:
            number = number * 26 + ord(letter) - ord("A") + 1
        return int(found[2]), number
