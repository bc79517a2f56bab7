"""Decisions as JSON lines: written the same again, read with every fault and its line."""

from __future__ import annotations

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.errors import CannotRead, InputErrors
from matchmaker.files.decision_lines import TakenBack, read_decisions, read_lines, to_lines
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


def line(kind, name, **about):
    return Decision.from_dict(decision(kind, **about) | {"id": name})


PIN = line("pin", "D1", beneficiary="B1", mentors=["M1"])
BACK = TakenBack.model_validate({"takes_back": "D1", "actor": "N1", "at": "2026-10-05 10:00"})


def test_what_is_taken_back_no_longer_stands_and_stays_written(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text(to_lines([PIN, BACK]), encoding="utf-8")
    assert read_decisions(path) == ()
    assert read_lines(path) == (PIN, BACK)


def test_it_can_be_decided_again_and_no_other_decision_gets_its_id(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text(to_lines([PIN, BACK, PIN]), encoding="utf-8")
    assert read_decisions(path) == (PIN,)
    path.write_text(to_lines([PIN, BACK, PIN.model_copy(update={"mentors": ("M2",)})]), encoding="utf-8")
    with pytest.raises(InputErrors, match="D1 for another decision"):
        read_decisions(path)


@pytest.mark.parametrize("lines", [(BACK,), (PIN, BACK, BACK)])
def test_what_does_not_stand_cannot_be_taken_back(tmp_path, lines):
    path = tmp_path / "d.jsonl"
    path.write_text(to_lines(lines), encoding="utf-8")
    with pytest.raises(InputErrors, match="does not stand"):
        read_decisions(path)
