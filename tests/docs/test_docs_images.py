"""Pictures on the pages are there, are small, and are said in words too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
PICTURES = [
    (page, *found)
    for page in PAGES
    for found in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "words", "path"), PICTURES, ids=lambda each: getattr(each, "name", None))
def test_a_picture_is_there_is_small_and_has_words(page, words, path):
    picture = page.parent / path
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 200_000
    assert len(words.split()) > 4


def test_every_picture_is_on_a_page():
    shown = {(page.parent / path).resolve() for page, _, path in PICTURES}
    assert shown == set((ROOT / "docs" / "images").iterdir())
