"""Decisions stand beside a run, are only ever added to, and all fit it."""

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.engine import propose
from matchmaker.errors import InputErrors
from matchmaker.policy import Policy
from matchmaker.runs import Run, add_decisions, decisions_in, load_run, write_run
from matchmaker.runs.decided import DECISIONS
from tests.rules.judging import decision, round_of


@pytest.fixture
def folder(tmp_path):
    round_ = round_of()
    return write_run(Run(round_, Policy.standard(), propose(round_)), tmp_path / "run")


def pin(mentor: str, name: str = "D1") -> Decision:
    return Decision.from_dict(decision("pin", beneficiary="B1", mentors=[mentor]) | {"id": name})


def test_at_first_there_are_none(folder):
    assert decisions_in(folder) == load_run(folder).decisions == ()


def test_they_are_added_below_and_the_same_again_changes_nothing(folder):
    run = load_run(folder)
    add_decisions(folder, run, more=[pin("M1")])
    first = (folder / DECISIONS).read_bytes()
    assert add_decisions(folder, run, more=[pin("M1")]) == (pin("M1"),)
    assert (folder / DECISIONS).read_bytes() == first
    add_decisions(folder, run, more=[pin("M2", "D2")])
    assert (folder / DECISIONS).read_bytes().startswith(first)
    assert load_run(folder).decisions == (pin("M1"), pin("M2", "D2"))
    assert (folder / DECISIONS).stat().st_mode & 0o777 == 0o600


def test_the_same_id_for_something_else_is_refused_and_nothing_is_written(folder):
    run = load_run(folder)
    add_decisions(folder, run, more=[pin("M1")])
    with pytest.raises(InputErrors):
        add_decisions(folder, run, more=[pin("M2")])
    with pytest.raises(InputErrors):
        add_decisions(folder, run, more=[pin("M9", "D3")])
    assert decisions_in(folder) == (pin("M1"),)
