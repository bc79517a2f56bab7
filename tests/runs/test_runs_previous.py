"""What an earlier run hands on: its proposal, and every protective row that held then; by hand."""

import json

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.errors import CannotRead
from matchmaker.policy import Policy
from matchmaker.runs import Run, add_decisions, following, load_run, write_run
from matchmaker.runs.previous import previous_from
from tests.rules.judging import apart, data_of, decision, match, round_of

POLICY = Policy.standard()
PARK = {"who": "B1", "kind": "park"}


def written(folder, round_: Round):
    return write_run(Run(round_, POLICY, propose(round_, POLICY)), folder)


def pairs(previous):
    return [(row.one, row.other) for row in previous.keep_apart]


def test_the_proposal_and_the_rows_that_held(tmp_path):
    first = round_of(rows={"keep_apart": [apart("M1", "B1")], "avoid": [PARK]})
    found = previous_from(written(tmp_path / "one", first), round_of())
    assert found.proposal == propose(first, POLICY)
    assert pairs(found) == [("M1", "B1")]
    assert [(row.who, row.kind) for row in found.avoid] == [("B1", "park")]


def test_a_row_holds_through_two_rounds_in_which_it_is_not_there(tmp_path):
    first = written(tmp_path / "one", round_of(rows={"keep_apart": [apart("M1", "B1")]}))
    again = round_of().with_previous(previous_from(first, round_of()))
    assert pairs(previous_from(written(tmp_path / "two", again), round_of())) == [("M1", "B1")]


def test_a_row_that_was_lifted_is_not_handed_on(tmp_path):
    row = round_of(rows={"keep_apart": [apart("M1", "B1")]}).keep_apart[0]
    first = written(tmp_path / "one", round_of(rows={"keep_apart": [apart("M1", "B1")]}))
    lifted = round_of(rows={"decisions": [decision("lift", row=row.key)]})
    second = written(tmp_path / "two", lifted.with_previous(previous_from(first, lifted)))
    assert pairs(previous_from(second, round_of())) == []


def test_what_the_round_brings_itself_is_kept_and_no_row_twice(tmp_path):
    run = written(tmp_path / "one", round_of(rows={"keep_apart": [apart("M1", "B1")]}))
    brought = previous_from(run, round_of())
    other = written(tmp_path / "two", round_of(rows={"keep_apart": [apart("M1", "B1"), apart("M2", "B1")]}))
    found = previous_from(other, round_of().with_previous(brought))
    assert sorted(pairs(found)) == [("M1", "B1"), ("M2", "B1")]


def test_a_run_that_was_edited_since_is_not_built_on(tmp_path):
    folder = written(tmp_path / "one", round_of(rows={"keep_apart": [apart("M1", "B1")]}))
    data = json.loads((folder / "round.json").read_text())
    del data["keep_apart"]
    (folder / "round.json").write_text(json.dumps(data))
    with pytest.raises(CannotRead, match="one was edited since it was written"):
        previous_from(folder, round_of())


def test_a_run_that_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(CannotRead):
        previous_from(tmp_path / "gone", round_of())


@pytest.mark.parametrize(
    "made",
    [
        decision("answer", question="known-area/B1/M1", answer="yes"),
        decision("end", match="X1", end_reason="known_to_each_other", end_manner="sudden"),
    ],
)
def test_who_was_said_to_know_each_other_is_kept_apart_though_the_sheet_forgets_it(tmp_path, made):
    """It was decided on the first run; then B1 is away for a month, or the row of the match just goes."""
    first = written(tmp_path / "one", round_of(rows={"matches": [match("active", company="joint")]}))
    add_decisions(first, load_run(first), more=[Decision.from_dict(made)])
    assert pairs(previous_from(first, round_of())) == [("B1", "M1")]
    data = data_of()
    away = following(first, Round.from_dict(data | {"beneficiaries": [], "situations": []}))
    back = following(written(tmp_path / "two", away), round_of())
    assert {m.mentors for m in propose(back, POLICY).matches} == {("M2",)}
