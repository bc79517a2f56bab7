"""Every limit, as its own hand-worked examples say: what fits is proposed, what is too much never is.

Nobody has to write anything here for a new limit: its table in tests/limits/ is what is read.
"""

from __future__ import annotations

import pytest

from matchmaker.engine import propose
from tests.contracts.overfull_by_example import pinned, planned
from tests.counts import count
from tests.limits.judging import LIMIT, limit_with
from tests.limits.tables import OTHER_PARAMETERS, examples

CODES = sorted(LIMIT)
EACH = pytest.mark.parametrize("code", CODES)


@EACH
def test_verify_names_the_limit_that_a_plan_breaks_as_in_an_example_and_no_other(code):
    rows, wanted = examples(code, "full"), count("mutants")
    cases = [case for row in rows for case in planned(code, row, -(-2 * wanted // len(rows)))]
    assert len(cases) >= min(wanted, 10), f"{code} needs more examples to which no rule objects"
    for case in cases:
        assert case.codes(case.policy) == {code}, case.why
        assert case.codes(case.without) == set(), case.why


@EACH
def test_verify_finds_nothing_in_a_plan_that_fits_as_in_an_example(code):
    cases = [case for row in examples(code, "fits") for case in planned(code, row)]
    assert cases, f"{code} needs examples to which no rule objects"
    for case in cases:
        assert case.codes(case.policy) == set(), case.why


@EACH
def test_a_plan_that_fits_can_be_asked_for(code):
    for row in examples(code, "fits"):
        for round_, policy in pinned(code, row):
            found = propose(round_, policy)
            made = {(m.beneficiary, frozenset(m.mentors), m.company) for m in found.matches}
            pairs = row.pairs(policy.context(round_))
            assert {(p.beneficiary.id, frozenset(p.mentor_ids), p.company) for p in pairs} <= made, row.why


@EACH
def test_a_plan_that_is_too_much_cannot_be_had_even_if_asked_for(code):
    for row in examples(code, "full"):
        for round_, policy in pinned(code, row):
            found = propose(round_, policy)
            assert (found.status, found.matches) == ("impossible", ()), row.why
            assert "pin-cannot-be-kept" in {warning.code for warning in found.warnings}


PARAMETERS = [
    (code, name)
    for code, kind in LIMIT.items()
    for name in kind.model_fields
    if name not in ("code", "off", "off_by", "off_because")
]


@pytest.mark.parametrize(("code", "name"), PARAMETERS)
def test_the_sentence_is_true_to_every_parameter(code, name):
    """Another value makes another sentence, and an example is judged with it."""
    other = limit_with(code, **{name: OTHER_PARAMETERS[code, name]})
    assert other.sentence() != limit_with(code).sentence()
    rows = (*examples(code, "fits"), *examples(code, "full"))
    assert any(name in row.limit for row in rows), f"{code} needs an example with {name}"
