"""Every policy that a page shows is one that loads, and says something other than the standard does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import matchmaker as mm

ROOT = Path(__file__).resolve().parents[2]
SHOWN = [
    pytest.param(text, id=f"{page.stem}-{number}")
    for page in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
    for number, text in enumerate(
        re.findall(r"^```toml\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S), 1
    )
]


def test_there_is_one():
    assert SHOWN


@pytest.mark.parametrize("text", SHOWN)
def test_a_policy_on_a_page_loads(text, tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    assert mm.Policy.load(path).fingerprint != mm.Policy.standard().fingerprint
