"""`match --previous`: moving somebody has to be worth it, and a protective row that is gone still holds."""

from __future__ import annotations

import json

import matchmaker as mm
from tests.cli.hamlet import hamlet, ran, run, saved

APART = [{"one": "M1", "other": "B1"}]
AVOID = [{"who": "B2", "kind": "park"}]


def earlier(folder):
    """Return what a run was given of the run before it."""
    previous = mm.load_run(folder).round.previous
    assert previous is not None
    return previous


def pairs(folder):
    return {(match.beneficiary, *match.mentors) for match in mm.load_run(folder).proposal.matches}


def again(tmp_path, name, previous, round_=None):
    done = run(
        "match", saved(tmp_path, round_, f"{name}.json"), "--previous", previous, "--out", tmp_path / name
    )
    assert done.exit_code == 0, done.stderr
    return tmp_path / name


def test_a_row_that_was_dropped_holds_through_two_rounds(tmp_path):
    first = ran(tmp_path, round_=hamlet(keep_apart=APART, avoid=AVOID))
    second = again(tmp_path, "second", first)
    third = again(tmp_path, "third", second)
    for folder in (first, second, third):
        assert ("B1", "M1") not in pairs(folder)
    kept = earlier(third)
    assert [(row.one, row.other) for row in kept.keep_apart] == [("M1", "B1")]
    assert [row.kind for row in kept.avoid] == ["park"]
    assert mm.load_run(third).proposal.previous_hash


def test_a_decision_lifts_the_row_for_good(tmp_path):
    lift = {
        "id": "D1", "actor": "Asha K.", "at": "2026-11-16T10:00", "kind": "lift",
        "row": mm.Round.from_dict(hamlet(keep_apart=APART)).keep_apart[0].key,
    }  # fmt: skip
    first = ran(tmp_path, round_=hamlet(keep_apart=APART))
    second = again(tmp_path, "second", first, hamlet(decisions=[lift]))
    third = again(tmp_path, "third", second)
    assert earlier(third).keep_apart == ()


def test_a_lift_from_before_the_last_round_is_used_up(tmp_path):
    """The row came back after it was lifted, so that the old decision says nothing about it."""
    old = {
        "id": "D1", "actor": "Asha K.", "at": "2026-11-15T10:00", "kind": "lift",
        "row": mm.Round.from_dict(hamlet(keep_apart=APART)).keep_apart[0].key,
    }  # fmt: skip
    first = ran(tmp_path, round_=hamlet(keep_apart=APART))
    second = again(tmp_path, "second", first, hamlet(decisions=[old]))
    assert len(earlier(again(tmp_path, "third", second)).keep_apart) == 1


def test_rows_that_the_round_brings_itself_are_kept_as_well(tmp_path):
    first = ran(tmp_path, round_=hamlet(keep_apart=APART))
    second = again(tmp_path, "second", first)
    own = json.loads((second / "round.json").read_text())
    other = tmp_path / "other"
    other.mkdir()
    third = again(tmp_path, "third", ran(other), own)
    assert [row.one for row in earlier(third).keep_apart] == ["M1"]


def test_an_earlier_run_that_was_edited_is_not_built_on(tmp_path):
    first = ran(tmp_path, round_=hamlet(keep_apart=APART))
    data = json.loads((first / "round.json").read_text())
    del data["keep_apart"]
    (first / "round.json").write_text(json.dumps(data))
    done = run("match", saved(tmp_path), "--previous", first, "--out", tmp_path / "second")
    assert done.exit_code == 8
    assert "edited" in done.stderr


def test_an_earlier_run_that_is_not_there(tmp_path):
    assert run("match", saved(tmp_path), "--previous", tmp_path / "gone").exit_code == 8
