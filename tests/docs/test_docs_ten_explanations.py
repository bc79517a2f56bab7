"""Ten explanations on a page: word for word what comes out, and every cell they are checked against is so."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import matchmaker as mm
from matchmaker.domain.windows import Window
from matchmaker.pages.names import Names

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "ten-explanations.md"
TEXT = PAGE.read_text(encoding="utf-8")
ASKED = re.compile(r"^\$ matchmaker explain first-run (.*)\n```\n\n```text\n([\s\S]*?)^```$", re.MULTILINE)
RECORD = re.compile(r"^- (\w+) ([\w./ -]+): (.*)$", re.MULTILINE)
CELL = re.compile(r"`(\w+) = ([^`]*)`")
KEYS = {"clearances": ("mentor", "task"), "areas": ("start", "end")}
QUESTIONS = ASKED.findall(TEXT)


@pytest.fixture(scope="module")
def round_() -> mm.Round:
    return mm.Round.from_json((files("matchmaker") / "examples" / "locality.json").read_bytes())


@pytest.fixture(scope="module")
def study(round_) -> mm.Study:
    policy, search = mm.Policy.standard(), mm.Search(seconds=600)
    return mm.Study(round_, policy, mm.propose(round_, policy, search=search), search=search)


def test_there_are_ten_of_them():
    assert len(QUESTIONS) == 10
    assert [int(number) for number in re.findall(r"^## (\d+)\. ", TEXT, re.MULTILINE)] == [*range(1, 11)]


@pytest.mark.parametrize(("asked", "shown"), QUESTIONS, ids=[asked for asked, _ in QUESTIONS])
def test_it_is_what_comes_out(asked, shown, study):
    option, *about = asked.split()
    if option == "--beneficiary":
        found: Any = study.about(*about)
    else:
        found = study.why_not(*about)
    names = Names(study.plan.context)
    assert [names.told(sentence) for sentence in found.sentences] == shown.splitlines()


@pytest.mark.parametrize(("sheet", "who", "cells"), RECORD.findall(TEXT))
def test_the_records_say_so(sheet, who, cells, round_):
    columns = KEYS.get(sheet, ("id",))
    rows = [
        row
        for row in getattr(round_, sheet)
        if tuple(getattr(row, column) for column in columns) == tuple(who.split("/"))
    ]
    assert len(rows) == 1, who
    found = CELL.findall(cells)
    assert found, "a record that is cited has at least one cell"
    for column, value in found:
        assert as_written(getattr(rows[0], column)) == value, (who, column)


def as_written(value: Any) -> str:
    """Return a cell as a coordinator writes it."""
    if isinstance(value, tuple):
        return "; ".join(map(as_written, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Window):
        return str(value)
    return str(value)
