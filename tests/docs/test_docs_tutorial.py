"""The tutorial, taken step by step: its tables filled into the template, its lines come out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.pages.summary import summary
from tests.golden.golden_workbook import Sheets, filled

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "first-plan.md").read_text("utf-8")
TABLE = re.compile(r"^\*\*(\w+)\*\*\n\n((?:\|.*\|\n)+)", re.MULTILINE)
FIRST, SECOND = PAGE.split("## 5. What you found out")


def tables(text: str) -> dict[str, tuple[str, ...]]:
    """Return the tables under the names of their sheets, with bars only between cells."""
    found: dict[str, tuple[str, ...]] = {}
    for title, table in TABLE.findall(text):
        lines = [line.strip().strip("|") for line in table.splitlines() if not line.startswith("|---")]
        found[title] = ("\n".join(lines),)
    return found


def both() -> Sheets:
    first, second = tables(FIRST), tables(SECOND)
    return {title: first.get(title, ()) + second.get(title, ()) for title in {**first, **second}}


def shown(mark: str) -> list[str]:
    block = re.search(rf"<!-- {mark} pass -->\n```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert block is not None
    return block.group(1).splitlines()


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> dict[str, tuple[mm.Proposal, list[str]]]:
    policy, came_out = mm.Policy.standard(), {}
    for name, sheets in (("first", tables(FIRST)), ("second", both())):
        round_ = mm.read_round(filled(sheets, tmp_path_factory.mktemp(name)))
        proposal = mm.propose(round_, policy)
        came_out[name] = proposal, summary(round_, policy, proposal=proposal).splitlines()
    return came_out


@pytest.mark.parametrize("name", ["first", "second"])
def test_the_lines_that_are_shown_come_out_in_this_order(runs, name):
    left = iter(runs[name][1])
    for line in shown(name):
        assert line in left, f"no longer comes out, or not here: {line}"


def test_it_asks_first_and_then_is_ready(runs):
    (before,), (after,) = (runs[name][0].matches for name in ("first", "second"))
    assert (before.company, before.state) == ("joint", "ask first")
    assert (after.company, after.state) == ("alone", "ready")
