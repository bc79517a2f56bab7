"""The pages about files and decisions leave out nothing that the code knows."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest

import matchmaker as mm
from matchmaker.domain.words import DecisionKind
from matchmaker.files.decision_lines import read_decisions
from matchmaker.files.writing import WRITERS
from matchmaker.runs.run import OURS
from tests.cli.hamlet import hamlet

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture
def page(monkeypatch) -> Any:
    monkeypatch.syspath_prepend(str(DOCS))
    return import_module("reference_files")


def firsts(lines: list[str], title: str) -> list[str]:
    """Return the first cells of the table below the line that begins with a title."""
    text = "\n".join(lines).partition(f"{title}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`|]+)` \|", text, re.MULTILINE)


def test_every_kind_of_decision_has_its_row(page):
    assert firsts(page.decisions(), "# Decisions") == list(get_args(DecisionKind))


def test_the_kinds_that_can_be_typed_are_those_of_the_command(page):
    typed = {
        line.partition("`")[2].partition("`")[0] for line in page.decisions() if line.endswith("| yes |")
    }
    assert typed == {"pin", "veto", "answer", "accept", "reject", "hold"}


def test_decisions_that_pages_show_can_be_read(tmp_path):
    pages = (page.read_text("utf-8") for page in DOCS.rglob("*.md"))
    shown = [text for page in pages for text in re.findall(r"^```json\n(.*?)^```$", page, re.M | re.S)]
    assert shown
    for text in shown:
        (tmp_path / "decided.jsonl").write_text(text, encoding="utf-8")
        assert len(read_decisions(tmp_path / "decided.jsonl")) == len(text.splitlines())


def test_every_ending_that_is_written_is_there_and_is_read(page, tmp_path):
    assert set(firsts(page.files(), "## A round")) == set(WRITERS) - {""}
    round_ = mm.Round.from_dict(hamlet())
    for ending in WRITERS:
        mm.write_round(round_, tmp_path / f"round{ending}")
        assert mm.read_round(tmp_path / f"round{ending}") == round_


def test_every_file_of_a_run_folder_is_there(page):
    assert set(firsts(page.files(), "## A run folder")) >= OURS


def test_what_a_version_added_is_found_by_its_mark(page):
    assert ("1.1", "Decision", "`rule`") in [(*row[:2], row[2].partition(",")[0]) for row in page._since()]
