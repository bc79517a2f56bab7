"""Every rule, broken as its own hand-worked examples say: verify names that rule, and no other.

Nobody has to write anything here for a new rule: its table in tests/rules/ is what is read.
"""

from __future__ import annotations

import pytest

from tests.contracts.broken_by_example import broken
from tests.counts import count
from tests.rules.judging import ABSOLUTE, RULE
from tests.rules.tables import objecting

BY_HAND = {"wants-a-mentor"}
"""Whoever did not say yes makes no request, so nothing can be planned; `test_mutants_rules` breaks it."""
WORDS = {"wrong-words"}
"""A question that is now to be asked is missing from the list of the match."""


@pytest.mark.parametrize("code", sorted(set(RULE) - BY_HAND))
def test_verify_names_the_rule_that_a_plan_breaks_as_in_an_example_and_no_other(code):
    rows, wanted = objecting(code), count("mutants")
    assert rows, f"{code} has no example that closes or asks"
    cases = broken(code, -(-2 * wanted // len(rows)))
    assert len(cases) >= wanted, f"{code} needs examples to which no other rule objects"
    for case in cases:
        found = case.codes(case.policy)
        assert code in found, (case.why, case.way)
        assert found - {code} <= WORDS, (case.why, case.way, found)


@pytest.mark.parametrize("code", sorted(set(RULE) - BY_HAND))
def test_without_the_rule_the_same_plan_is_sound(code):
    """Else what is found might be found anyhow; only an absolute rule holds in verify without a policy."""
    for case in broken(code, 1):
        assert case.codes(case.without) == ({code} & ABSOLUTE), (case.why, case.way)


@pytest.mark.parametrize("code", sorted(BY_HAND))
def test_a_rule_is_left_to_be_broken_by_hand_only_where_no_example_can_be_planned(code):
    assert objecting(code)
    assert broken(code, 1) == []
