"""Which rules were looked at for a match: all of them, in order, with what somebody wrote down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matchmaker
from matchmaker.engine import Study, propose
from matchmaker.explain.checked import Checked, told
from matchmaker.policy import Policy
from tests.counts import SEED
from tests.oracles.test_oracle_rounds import small_round
from tests.rules.judging import apart, decision, round_of

POLICY = Policy.standard()


def why(round_, person="B1"):
    return Study(round_, POLICY, propose(round_, POLICY)).why(person)


def test_every_rule_is_there_in_the_order_of_the_policy_and_kept_apart_says_nothing():
    found = 0
    for seed in range(SEED, SEED + 20):
        round_ = small_round(seed)
        proposal = propose(round_, POLICY)
        study = Study(round_, POLICY, proposal)
        for match in proposal.matches:
            checked = study.why(match.beneficiary).checked
            assert [each.rule for each in checked] == [rule.code for rule in POLICY.rules_on]
            for each in checked:
                assert bool(each.sentences) == (each.rule != "kept-apart"), each
                assert each.rule != "kept-apart" or not each.noted
            found += 1
    assert found > 10


def test_only_what_somebody_wrote_down_is_told_and_json_has_it_all():
    round_ = round_of(beneficiary={"together": "alone", "relationship": "befriending"})
    found = why(round_)
    role = next(each for each in found.checked if each.rule == "role")
    assert role == Checked("role", ("B1 would like befriending; M1 offers befriending and mentoring.",), True)
    start = found.sentences.index("All 17 rules were looked at. What is written down about these two:")
    assert role.sentences[0] in found.sentences[start:]
    language = next(each for each in found.checked if each.rule == "language")
    assert language == Checked("language", ("Both speak English.",), False)
    assert "Both speak English." not in found.sentences


def test_who_has_no_suggestion_has_no_rules_that_were_looked_at():
    found = why(round_of(rows={"keep_apart": [apart("M1", "B1"), apart("M2", "B1")]}))
    assert (found.mentors, found.checked) == ((), ())
    assert not any("looked at" in sentence for sentence in found.sentences)


def test_a_rule_that_was_set_aside_says_so_instead():
    waiver = decision(
        "waive", beneficiary="B1", mentors=["M1"], tasks=["coffee_walk"], company="alone", rule="lone-working",
        until="2026-11-01", reason="They know the café.", mitigation="The café's owner is told.",
    )  # fmt: skip
    given: dict[str, Any] = {
        "mentor": {"check_in_plan": False},
        "second": {"available": False},
        "beneficiary": {"together": "alone"},
    }
    rows = {"decisions": [waiver], "teams": []}
    found = next(each for each in why(round_of(**given, rows=rows)).checked if each.rule == "lone-working")
    assert "set a rule aside for a coffee or a walk until 1 November 2026" in " ".join(found.sentences)
    assert found.noted


def test_without_anything_written_down_only_the_number_is_told():
    one = Checked("language", ("Both speak English.",), noted=False)
    assert tuple(told((one, one))) == ("All 2 rules were looked at.",)
    assert tuple(told(())) == ()


def test_no_page_letter_or_room_tells_what_a_rule_looked_at():
    pages = Path(matchmaker.__file__).parent / "pages"
    files = [*pages.rglob("*.py"), *pages.rglob("*.j2")]
    assert len(files) > 30
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert "looked_at" not in text, path
        assert "checked(" not in text, path
