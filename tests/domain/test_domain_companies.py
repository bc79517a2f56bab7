"""One table of words for how two people would meet."""

from __future__ import annotations

import re
from pathlib import Path

from matchmaker.domain.companies import WAYS, way
from matchmaker.domain.proposal import Alternative
from matchmaker.domain.words import COMPANIES
from matchmaker.pages.introductions import company_in_words, manner
from tests.cli.hamlet import ROOT


def test_every_company_is_said():
    assert {*WAYS} == {*COMPANIES}
    assert way("paired") == "with a second mentor"
    assert company_in_words("joint", "N1 Asha {K}") == "together with N1 Asha {K}"
    other = Alternative(mentors=("M1", "M2"), company="paired", state="ready", fit=1)
    assert manner(other) == "as a pair"


def test_no_other_file_has_a_table_of_its_own():
    """A second one would soon say it differently."""
    said = re.compile(r'"joint": f?"')
    sources = sorted((ROOT / "src" / "matchmaker").rglob("*.py"))
    found = {str(path.relative_to(ROOT)) for path in sources if said.search(Path(path).read_text("utf-8"))}
    assert found == {"src/matchmaker/rules/clearance.py"}, "these may hold another"
