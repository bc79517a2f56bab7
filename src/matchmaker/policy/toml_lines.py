"""On which line of a TOML file each name is written, so that a mistake can be told at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Path = tuple[str, ...]
_PART = r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_KEY = rf"\s*(?:{_PART})\s*(?:\.\s*(?:{_PART})\s*)*"
_TABLE = re.compile(rf"\s*\[\[?({_KEY})\]")
_PAIR = re.compile(rf"({_KEY})=")
_INNER = re.compile(rf"[{{,]({_KEY})=")
_LONG = re.compile(r'"""|\'\'\'')


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line of each table and key by its whole path; the first where one is there twice."""
    found: dict[Path, int] = {}
    table: Path = ()
    for number, line in _outside_long_texts(text):
        if heading := _TABLE.match(line):
            table = _parts(heading[1])
            _note(found, table, number)
        elif pair := _PAIR.match(line):
            path = (*table, *_parts(pair[1]))
            _note(found, path, number)
            for inner in _INNER.finditer(line, pair.end()):
                _note(found, (*path, *_parts(inner[1])), number)
    return found


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """Return where something is written, or else what it stands in."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)


def _note(found: dict[Path, int], path: Path, number: int) -> None:
    """A table that is only part of a longer heading begins where the first of them does."""
    for end in range(1, len(path) + 1):
        found.setdefault(path[:end], number)


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines with their numbers, leaving out what stands within triple quotation marks."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            yield number, line
        inside ^= len(_LONG.findall(line)) % 2 == 1
