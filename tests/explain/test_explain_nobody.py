"""Why somebody has nobody, told: the counts, who comes nearest, and what is never told."""

from __future__ import annotations

from matchmaker.engine import Study, propose
from matchmaker.explain.nobody import Nobody
from matchmaker.policy import Policy
from tests.rules.judging import apart, round_of

POLICY = Policy.standard()
AWAY = {"available": False}


def nobody_of(**different) -> Nobody:
    round_ = round_of(**({"rows": {"teams": []}} | different))
    found = Study(round_, POLICY, propose(round_, POLICY)).why("B1").nobody
    assert found is not None
    return found


def test_counts_first_then_who_comes_nearest():
    """M1 has a module to do, and M2 is away."""
    found = nobody_of(mentor={"training": ["boundaries", "safeguarding"]}, second=AWAY)
    assert found.sentences == (
        "What is in the way: training and checks (with 1 mentor); mentors who take on nobody new at present "
        "(with 1 mentor).",
        "M1, alone, comes near: M1 has still to do safety.",
    )


def test_what_keeps_people_apart_is_neither_counted_nor_near():
    found = nobody_of(second=AWAY, rows={"teams": [], "keep_apart": [apart("M1", "B1")]})
    assert found.sentences == (
        "What is in the way: mentors who take on nobody new at present (with 1 mentor).",
        "Somebody is not to be introduced.",
    )


def test_nobody_hears_who_is_not_named_for_a_wish():
    found = nobody_of(beneficiary={"gender_wish": "must", "gender_wished": "a woman"}, second=AWAY)
    assert found.near == ()


def test_what_is_in_everybodys_way_alike_is_told_once():
    found = nobody_of(beneficiary={"navigator": "none_yet"})
    assert [near.sentence for near in found.near] == ["M1, alone, comes near: B1 has no worker yet."]


def test_somebody_with_a_suggestion_has_no_such_reasons():
    round_ = round_of()
    assert Study(round_, POLICY, propose(round_, POLICY)).why("B1").nobody is None


def test_a_veto_is_a_reason_of_its_own():
    rows = {"teams": [], "decisions": [
        {"id": f"D{m}", "actor": "N1", "at": "2026-10-05 09:00", "kind": "veto", "beneficiary": "B1", "mentors": [m]}
        for m in ("M1", "M2")
    ]}  # fmt: skip
    found = nobody_of(rows=rows)
    assert found.sentences == ("What is in the way: what was decided against (with 2 mentors).",)
