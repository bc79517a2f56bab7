"""Decisions as JSON lines: written the same again, read with every fault and its line."""

from __future__ import annotations

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.errors import CannotRead, InputErrors
from matchmaker.files.decision_lines import read_decisions, to_lines
from tests.counts import SEED
from tests.rounds import random_round
from tests.rules.judging import decision


def test_every_kind_comes_back_equal(tmp_path):
    path = tmp_path / "d.jsonl"
    for seed in range(20):
        made = random_round(SEED + seed, mentors=5, beneficiaries=5, previous=True, choices=True).decisions
        path.write_text(to_lines(made), encoding="utf-8")
        assert read_decisions(path) == made
        assert to_lines(read_decisions(path)) == to_lines(made)


def test_blank_lines_and_a_byte_order_mark_are_nothing_and_twice_is_once(tmp_path):
    made = Decision.from_dict(decision("pin", beneficiary="B1", mentors=["M1"]))
    line = to_lines([made])
    path = tmp_path / "d.jsonl"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + line.encode() + b"\n" + line.encode())
    assert read_decisions(path) == (made,)


def test_every_fault_is_told_with_its_line(tmp_path):
    path = tmp_path / "d.jsonl"
    pin = to_lines([Decision.from_dict(decision("pin", beneficiary="B1", mentors=["M1"]))])
    other = pin.replace("B1", "B2")
    path.write_text(f'{pin}{{"id": 7}}\n{{\n{other}', encoding="utf-8")
    with pytest.raises(InputErrors) as error:
        read_decisions(path)
    lines = [problem.where.split(",")[0] for problem in error.value.problems]
    assert set(lines) == {"line 2", "line 3", "line 4"}
    assert "D-pin for another decision" in str(error.value)


def test_no_file_is_no_decisions_file(tmp_path):
    with pytest.raises(CannotRead):
        read_decisions(tmp_path / "gone.jsonl")
