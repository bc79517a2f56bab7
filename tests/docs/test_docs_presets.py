"""The page about presets names, for everything that differs, a line of a source that says so."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from matchmaker.policy import PRESETS, Policy
from matchmaker.policy.differences import differences

DOCS = Path(__file__).resolve().parents[2] / "docs"
SOURCE = {"wyfi": ("S0", "S2"), "icm": ("S3",), "housing-first": ("S1",), "vocational": ("S4",)}


@pytest.fixture
def page(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    return import_module("reference_presets")


@pytest.mark.parametrize("name", PRESETS)
def test_each_difference_rests_on_lines_of_its_own_source(page, name):
    for each in differences(Policy.preset(name), Policy.standard()):
        lines = page.cited(name, each.parameter)
        assert lines, each.parameter
        assert all(line.startswith(SOURCE[name]) for line in lines)


def test_a_comment_is_found_above_the_line_or_above_its_table(page):
    assert page.cited("icm", "overdue_weeks") == ("S3:L59",)
    assert page.cited("icm", "habits.intro_visits") == ("S3:L41",)
    assert page.cited("wyfi", "alternatives") == ()


def test_every_row_has_a_value_for_every_preset(page):
    rows = [line for line in page.presets() if line.startswith("| `")]
    assert len(rows) == len(
        {each.parameter for name in PRESETS for each in differences(Policy.preset(name), Policy.standard())}
    )
    assert all(row.count(" | ") == 6 for row in rows)


@pytest.mark.parametrize("name", PRESETS)
def test_each_has_its_paragraph(page, name):
    assert page.in_words(name).startswith("After ")
    assert page.in_words(name) in "\n".join(page.presets())
