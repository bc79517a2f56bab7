"""The tutorial, followed word for word: every cell filled in, every command typed, every output read."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from shutil import copytree
from typing import Any

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
BIN = Path(sys.executable).parent
ONLY_AT_HOME = ("make", "source")
"""What makes the place in which the tutorial is followed; here the test does."""
FIRST_FREE_ROW = 3
"""Row 1 holds the names of the columns and row 2 the grey example."""


@pytest.fixture
def page(monkeypatch) -> Any:
    monkeypatch.syspath_prepend(str(DOCS))
    return import_module("first_meeting")


def fill_in(table: Any) -> None:
    """Write cells where a reader would: beside the id, or in the first free row."""
    book = openpyxl.load_workbook(table.file)
    sheet = book[table.sheet]
    column = {cell.value: cell.column for cell in sheet[1]}
    for row in table.rows:
        first, value = next(iter(row.items()))
        number = FIRST_FREE_ROW
        while sheet.cell(number, 1).value not in (None, value) and table.sheet != "Programme":
            number += 1
        assert column[first] == 1, f"{table.sheet}: rows are found by their first column"
        for name, cell in row.items():
            sheet.cell(number, column[name]).value = cell
    book.save(table.file)


def plain(cell: Any) -> Any:
    """Return a day as a day; a workbook gives it a time as well."""
    return cell.date() if isinstance(cell, datetime) else cell


def put_right(mend: Any) -> None:
    book = openpyxl.load_workbook("round.xlsx")
    cell = book[mend.sheet][mend.cell]
    assert cell.value == mend.was, f"{mend.sheet} {mend.cell}"
    cell.value = mend.write
    book.save("round.xlsx")


def type_(command: str) -> tuple[str, int]:
    done = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.stdout.decode(), done.returncode


def read(step: Any, came_out: str) -> None:
    """Find every part that the page shows, in whole lines and in its order."""
    rest = f"\n{came_out}\n"
    for part in step.shown:
        assert f"\n{part}\n" in rest, (
            f"{step.command} no longer prints, or not here:\n{part}\n--- but\n{rest}"
        )
        rest = "\n" + rest.partition(f"\n{part}\n")[2]


def test_the_tutorial_can_be_followed_word_for_word(page, tmp_path, monkeypatch):
    copytree(DOCS / "tutorial", tmp_path / "docs" / "tutorial")
    monkeypatch.chdir(tmp_path)
    for step in page.steps():
        if isinstance(step, page.Table):
            fill_in(step)
        elif isinstance(step, page.Mend):
            put_right(step)
        elif step.command.split()[0] not in ONLY_AT_HOME:
            came_out, code = type_(step.command)
            assert code == (3 if "to put right" in came_out else 0), came_out
            read(step, came_out)
    never_committed = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    for made in tmp_path.iterdir():
        name = f"/{made.name}{'/' if made.is_dir() else ''}"
        assert made.name == "docs" or any(fnmatch(name, pattern) for pattern in never_committed), name


def test_the_workbook_holds_just_what_its_step_shows(page):
    book = openpyxl.load_workbook(page.WORKBOOK)
    shown = {table.sheet: [list(row.items()) for row in table.rows] for table in page.tables()}
    for sheet in book.worksheets[1:-1]:
        names = [cell.value for cell in sheet[1]]
        rows = [
            dict(zip(names, row, strict=True)) for row in sheet.iter_rows(FIRST_FREE_ROW, values_only=True)
        ]
        held = [[(name, plain(cell)) for name, cell in row.items() if cell is not None] for row in rows]
        assert held == shown.get(sheet.title, [])
