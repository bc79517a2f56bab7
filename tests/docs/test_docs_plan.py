"""The page on what a plan is leaves out no priority, criterion or limit, and has their weights."""

from __future__ import annotations

import re
from pathlib import Path

from matchmaker.policy import Policy

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "explanation" / "what-a-plan-is.md").read_text("utf-8")
POLICY = Policy.standard()


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading, without its own heading."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    table = re.search(r"(?:^\|.*\|\n)+", part, re.MULTILINE)
    assert table is not None
    return [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in table.group().splitlines()[2:]]


def test_every_priority_in_its_order():
    assert [name for _, name, _ in rows("The order of priorities")] == list(POLICY.priorities)


def test_every_criterion_with_its_weight():
    shown = {name: int(weight) for name, _, weight, _ in rows("Fit") if name}
    assert shown == {criterion.code: criterion.weight for criterion in POLICY.criteria}


def test_the_sum_of_the_fits_is_the_sum():
    *each, total = [int(cells[-1].strip("*").replace(",", "")) for cells in rows("Fit")]
    assert sum(each) == total


def test_every_limit():
    assert [name for name, *_ in rows("Limits")] == [limit.code for limit in POLICY.limits]
