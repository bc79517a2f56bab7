"""A stored certificate reads back as it was written, in lines that a person can look through."""

from __future__ import annotations

import json

import pytest

from matchmaker.domain.certificate import LimitPrice, StoredCertificate
from matchmaker.domain.proposal import Priority
from matchmaker.domain.reading import record_from_json
from matchmaker.errors import InputErrors

STORED = StoredCertificate(
    engine_version="0.1",
    solver="1 component: 1 by minimum-cost flow",
    priorities=(Priority(name="offered", total=2, bound=2, proof="certified"),),
    levels=("offered", "ties 1 of 2", "ties 2 of 2"),
    not_covered=(),
    prices=(
        LimitPrice(limit="people-at-once", key="M1", prices={"offered": 1, "ties 1 of 2": 606970}),
        LimitPrice(limit="pin", key="Zoë’s", prices={"offered": -(10**40)}),
    ),
    problem_hash="0" * 64,
    fingerprint="1" * 64,
)


def test_it_reads_back_equal_numbers_of_any_size_included():
    assert record_from_json(StoredCertificate, STORED.to_json()) == STORED


def test_each_price_has_its_line_and_says_whose_it_is():
    lines = STORED.to_json().splitlines()
    assert (
        '  {"limit": "people-at-once", "key": "M1", "prices": {"offered": 1, "ties 1 of 2": 606970}},'
        in lines
    )
    assert '  {"name": "offered", "total": 2, "bound": 2, "proof": "certified"}' in lines
    assert ' "not_covered": [],' in lines


@pytest.mark.parametrize("value", ["1", 1.5, True, None])
def test_a_price_is_a_whole_number(value):
    data = json.loads(STORED.to_json())
    data["prices"][0]["prices"]["offered"] = value
    with pytest.raises(InputErrors):
        record_from_json(StoredCertificate, json.dumps(data))


def test_a_newer_one_is_refused():
    data = json.loads(STORED.to_json()) | {"schema_version": "9.0"}
    with pytest.raises(InputErrors, match="newer"):
        record_from_json(StoredCertificate, json.dumps(data))
