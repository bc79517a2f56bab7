"""The plan of the house in CONTRIBUTING.md is the one that is checked."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
FLOORS = ROW.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))


def rooms(cells: str) -> list[str]:
    return re.findall(r"\w+", cells)


def layers() -> list[list[str]]:
    """Return the floors that import-linter holds, the top one first; `__main__` is no room."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    found = parser["importlinter:contract:floors"]["layers"].strip().splitlines()
    return [names for line in found if (names := rooms(line)) != ["__main__"]]


def test_the_table_has_the_floors_that_are_checked():
    assert [sorted(rooms(cell)) for _, cell, _ in FLOORS] == [sorted(names) for names in layers()]
    assert [int(number) for number, *_ in FLOORS] == list(reversed(range(len(FLOORS))))


def test_it_says_of_each_floor_whether_a_room_is_still_to_come():
    for _, cell, about in FLOORS:
        missing = [room for room in rooms(cell) if not list((ROOT / "src" / "matchmaker").glob(f"{room}*"))]
        assert about.count("(not there yet)") == len(missing), missing
