"""One table of words for how two people would meet."""

from __future__ import annotations

import ast

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


def tables(source: str) -> int:
    """Count what maps two companies or more to anything with words in it."""
    dicts = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Dict)]
    return sum(of_companies(each) and any(map(words, each.values)) for each in dicts)


def of_companies(table: ast.Dict) -> bool:
    keys = {key.value if isinstance(key, ast.Constant) else None for key in table.keys}
    return len(keys) > 1 and keys <= {*COMPANIES}


def words(value: ast.expr) -> bool:
    return any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.walk(value))


def test_a_table_is_seen_however_it_is_laid_out():
    assert tables("{'joint' : 'together',\n 'alone':'alone'}") == 1
    assert tables('{"group": f"in a group of {many}", "paired": Said("as a pair")}') == 1
    assert tables('{"joint": 1, "alone": 2}') == 0
    assert tables('{"joint": "after a joint visit", "shadowed": "after looking on"}') == 0


def test_no_other_file_has_a_table_of_its_own():
    """A second one would soon say it differently.

    Two know a word or two more: what a stretch was agreed with, and what is told of a way they would like.
    """
    sources = sorted((ROOT / "src" / "matchmaker").rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix() for path in sources if tables(path.read_text("utf-8"))}
    known = ("domain/companies.py", "rules/clearance.py", "criteria/practicalities.py")
    assert found == {f"src/matchmaker/{each}" for each in known}, "these may hold another"
