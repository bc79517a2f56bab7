"""The table of the page on ready, ask first and closed, row by row against the rules themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.rules.judging import RULE, day, judge, likely

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "ready-ask-first-closed.md"
ROW = re.compile(r"^\| `([a-z-]+)` \| (absolute|policy) \| ([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)
ROWS = {code: cells for code, *cells in ROW.findall(PAGE.read_text(encoding="utf-8"))}

MUST = {"gender_wish": "must", "gender_wished": "a woman"}
NO_AREA = {"area": None}
WEDNESDAY = {"free": ["Wed 10:00-12:00"]}

BROKEN: dict[str, dict[str, Any]] = {
    "wants-a-mentor": {"beneficiary": {"wants": "no"}},
    "kept-apart": {"rows": {"keep_apart": [{"one": "M1", "other": "B1"}]}},
    "gender-wish": {"beneficiary": MUST},
    "dual-worked": {"beneficiary": {"dual_worked": True}},
    "on-a-break": {"mentor": {"available": False}},
    "clearance": {"mentor": {"usual_step": "not_started"}},
    "situation": {"rows": {"situations": [likely("high")]}},
    "lone-working": {"venue": "allotment", "mentor": {"device": False}},
    "checks-and-training": {"mentor": {"training": ["boundaries"]}},
    "supervision-current": {"mentor": {"supervised_on": day(-32)}},
    "has-a-navigator": {"mentor": {"navigator": "none_yet"}},
    "venue-access": {"rows": {"avoid": [{"who": "B1", "kind": "cafe_public"}]}},
    "availability": {"beneficiary": WEDNESDAY},
    "travel": {"mentor": {"travel_limit_minutes": 19}},
    "language": {"beneficiary": {"languages": ["Polish"]}},
    "role": {"mentor": {"offers": ["group"]}},
    "known-area": {"mentor": {"area": "Walkley"}},
}
"""A way to break each rule; the places named in the table are those of the tiny round."""

NOT_KNOWN: dict[str, list[dict[str, Any]]] = {
    "wants-a-mentor": [{"beneficiary": {"wants": "would_like_to_hear_more"}}],
    "kept-apart": [{}],
    "gender-wish": [{"beneficiary": {"gender_wish": "not_asked"}}],
    "dual-worked": [{"beneficiary": {"dual_worked": None}}],
    "on-a-break": [{}],
    "clearance": [{"task": "court", "venue": "court", "rows": {"clearances": []}}],
    "situation": [
        {"rows": {"situations": []}},
        {"company": "joint", "rows": {"situations": [likely("high")]}},
    ],
    "lone-working": [
        {"venue": "allotment", "mentor": {"device": None}},
        {"task": "home_visit", "company": "joint", "venue": "home", "rows": {"situations": []}},
    ],
    "checks-and-training": [{"mentor": {"training": None}}],
    "supervision-current": [{"mentor": {"supervised_on": None}}],
    "has-a-navigator": [
        {"beneficiary": {"navigator": "none_yet"}},
        {"company": "joint", "navigator": {"joint_hours": None}},
    ],
    "venue-access": [{}, {"beneficiary": NO_AREA, "rows": {"avoid": [{"who": "M1", "area": "Town"}]}}],
    "availability": [{"mentor": {"free": None}}, {"beneficiary": {"free": None}}],
    "travel": [{"mentor": NO_AREA}],
    "language": [{"mentor": {"languages": None}, "beneficiary": {"languages": None}}],
    "role": [{"beneficiary": {"relationship": None}}],
    "known-area": [{"mentor": NO_AREA}],
}
"""What is not known, in the order in which the last cell of each row speaks of it."""

WORDS = {"ready": r"\bready\b", "asks": r"\basks first\b", "closes": r"\bcloses\b"}


def verdict(code: str, given: dict[str, Any]) -> str:
    found = judge(code, **given)
    return "ready" if found is None else "closes" if found.closes else "asks"


def told(cell: str) -> list[str]:
    """Return the verdicts that a cell of the table names, in its order."""
    found = [(match.start(), word) for word, shape in WORDS.items() for match in re.finditer(shape, cell)]
    return [word for _, word in sorted(found)]


def test_the_table_has_the_rules_and_their_strength():
    assert set(ROWS) == set(BROKEN) == set(NOT_KNOWN)
    assert {code: RULE[code].strength for code in ROWS} == {code: cells[0] for code, cells in ROWS.items()}


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_rule_does_what_the_table_says(code):
    assert told(ROWS[code][1])[:1] == [verdict(code, BROKEN[code])]


@pytest.mark.parametrize("code", NOT_KNOWN)
def test_what_is_not_known_does_what_the_table_says(code):
    said = [verdict(code, given) for given in NOT_KNOWN[code]]
    assert list(dict.fromkeys(told(ROWS[code][2]))) == list(dict.fromkeys(said))
