"""`matchmaker match`: every exit code by a real case, both streams, and what stands in the folder."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest

import matchmaker as mm
from matchmaker.allocation.flows import ascent
from matchmaker.allocation.outcome import nobody
from matchmaker.cli import running
from matchmaker.cli.exits import Exit, exit_of
from matchmaker.engine import Proposed, proposed
from matchmaker.errors import VerificationFailed
from tests.cli.hamlet import hamlet, mentor, ran, run, saved
from tests.files.books import good
from tests.files.books import saved as saved_book

FILES = {
    "round.json", "policy.json", "proposal.json", "certificate.json", "summary.txt", "pack.html", "SHA256SUMS",
}  # fmt: skip


def pin(name: str, person: str, *mentors: str, kind: str = "pin") -> dict:
    return {
        "id": name, "actor": "Asha K.", "at": "2026-11-15T10:00", "kind": kind,
        "beneficiary": person, "mentors": list(mentors),
    }  # fmt: skip


def test_the_summary_is_the_result_and_the_folder_holds_everything(tmp_path):
    done = run("match", saved(tmp_path), "--out", tmp_path / "run")
    assert done.exit_code == Exit.DONE
    assert done.stdout == (tmp_path / "run" / "summary.txt").read_text(encoding="utf-8")
    assert {each.name for each in (tmp_path / "run").iterdir()} == FILES
    assert f"Everything is in {tmp_path / 'run'}" in done.stderr


def test_json_prints_the_proposal_and_nothing_else(tmp_path):
    done = run("match", saved(tmp_path), "--out", tmp_path / "run", "--json", "-v")
    assert json.loads(done.stdout)["status"] == "optimal"
    assert done.stdout == (tmp_path / "run" / "proposal.json").read_text(encoding="utf-8")
    assert "3 introductions" in done.stderr or "2 introductions" in done.stderr


def ways(folder):
    return [way for match in mm.load_run(folder).proposal.matches for way in match.alternatives]


def test_few_people_are_explained_without_being_asked(tmp_path, monkeypatch):
    explained_, quick = ran(tmp_path), tmp_path / "quick"
    assert ways(explained_)
    assert all(way.regret is not None and way.moves for way in ways(explained_))
    assert run("verify", explained_).exit_code == Exit.DONE
    assert run("match", saved(tmp_path), "--out", quick, "--no-explain").stderr.count("no time") == 0
    assert {(way.regret, way.moves) for way in ways(quick)} == {(None, ())}
    asked = mm.propose(mm.load_run(quick).round, search=mm.Search(seconds=30))
    assert (quick / "proposal.json").read_text(encoding="utf-8") == asked.to_json()
    monkeypatch.setattr(running, "FEW", 4)  # the hamlet has five
    assert run("match", saved(tmp_path), "--out", tmp_path / "many").exit_code == Exit.DONE
    assert (tmp_path / "many" / "proposal.json").read_bytes() == (quick / "proposal.json").read_bytes()
    assert run("match", saved(tmp_path), "--out", tmp_path / "asked", "--explain").exit_code == Exit.DONE
    assert (tmp_path / "asked" / "proposal.json").read_bytes() == (explained_ / "proposal.json").read_bytes()


def test_what_there_was_no_time_to_explain_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "SHARE", 0)
    done = run("match", saved(tmp_path), "--out", tmp_path / "run")
    assert done.exit_code == Exit.DONE
    assert (
        "There was no time to find out who could step in. That stays blank, and the summary says so."
        in done.stderr
    )
    assert {(way.regret, way.moves) for way in ways(tmp_path / "run")} == {(None, ())}


def test_quiet_says_nothing_besides_the_result(tmp_path):
    done = run("match", saved(tmp_path), "--out", tmp_path / "run", "--quiet")
    assert done.stderr == ""
    assert run("--quiet", "match", saved(tmp_path), "--out", tmp_path / "other").stderr == ""


def test_without_out_the_folder_is_named_after_the_day(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("match", saved(tmp_path)).exit_code == Exit.DONE
    assert {each.name for each in (tmp_path / "run-2026-11-16").iterdir()} == FILES


def test_a_round_on_standard_input(tmp_path):
    done = run("match", "-", "--out", tmp_path / "run", stdin=json.dumps(hamlet()))
    assert done.exit_code == Exit.DONE


def test_the_rows_of_a_workbook_are_accounted_for_on_standard_error(tmp_path):
    done = run("match", saved_book(good(), tmp_path), "--out", tmp_path / "run")
    assert done.exit_code == Exit.DONE, done.stderr
    assert "Mentors: 2 read + 0 blank = 2 rows" in done.stderr
    assert "Mentors: 2 read" not in done.stdout


def test_all_input_problems_at_once_and_nothing_is_written(tmp_path):
    wrong = hamlet(mentors=[mentor("M1", "Robin P.", hours_per_week="two", colour="blue")])
    done = run("match", saved(tmp_path, wrong), "--out", tmp_path / "run")
    assert done.exit_code == Exit.INPUT
    assert done.stdout == ""
    assert "mentors[0].hours_per_week" in done.stderr
    assert "mentors[0].colour" in done.stderr
    assert not (tmp_path / "run").exists()


def test_policy_problems_have_their_own_exit_code(tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text("[rules.known_area]\noff = true\n")
    done = run("match", saved(tmp_path), "--policy", policy, "--out", tmp_path / "run")
    assert done.exit_code == Exit.POLICY
    assert "Maybe known-area?" in done.stderr


def test_a_policy_is_used(tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text('name = "Ours"\noverdue_weeks = 3\n')
    folder = ran(tmp_path, "--policy", policy)
    assert mm.load_run(folder).policy.name == "Ours"
    again = run("match", tmp_path / "input.json", "--policy", folder / "policy.json", "--out", tmp_path / "b")
    assert again.exit_code == Exit.DONE
    assert (tmp_path / "b" / "policy.json").read_bytes() == (folder / "policy.json").read_bytes()


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ([pin("D1", "B5", "M1")], "makes no request"),
        ([pin("D1", "B1", "M1"), pin("D2", "B1", "M1", kind="veto")], "pinned and vetoed"),
        ([pin("D1", "B3", "M1")], "this pair is not possible"),
    ],
    ids=["no request", "A08 pin and veto", "A06 closed by a rule"],
)
def test_pins_that_cannot_be_kept_are_reported_and_the_report_is_written(tmp_path, decisions, said):
    round_ = hamlet(decisions=decisions, keep_apart=[{"one": "M1", "other": "B3"}])
    done = run("match", saved(tmp_path, round_), "--out", tmp_path / "run")
    assert done.exit_code == Exit.IMPOSSIBLE
    assert said in done.stderr
    assert mm.load_run(tmp_path / "run").proposal.status == "impossible"
    assert "No plan can keep every pin" in done.stdout


def stopped_at_once(round_, policy, search):
    """Propose as if the time were over before the first look."""
    over = threading.Event()
    over.set()
    return proposed(round_, policy, search=replace(search, cancel=over))


def half_sure(round_, policy, search):
    found = mm.propose(round_, policy, search=search)
    return Proposed(found.model_copy(update={"status": "feasible", "reproducible": False}), None)


def test_time_ran_out_with_a_plan(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "proposed", half_sure)
    done = run("match", saved(tmp_path), "--out", tmp_path / "run")
    assert done.exit_code == Exit.TIME_RAN_OUT
    assert "We stopped looking before we could be sure" in " ".join(done.stdout.split())
    assert mm.load_run(tmp_path / "run").proposal.matches


def test_time_ran_out_without_a_plan_leaves_no_empty_result(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "proposed", stopped_at_once)
    monkeypatch.setattr(ascent, "greedy", nobody)  # as where nothing is found at first sight
    done = run("match", saved(tmp_path), "--out", tmp_path / "run")
    assert done.exit_code == Exit.NO_PLAN
    assert done.stdout == ""
    assert not (tmp_path / "run").exists()


def test_a_plan_that_fails_its_check_does_not_leave(tmp_path, monkeypatch):
    def broken(round_, policy, search):
        raise VerificationFailed("the proposal has 1 breaches and was not let out: clearance.")

    monkeypatch.setattr(running, "proposed", broken)
    done = run("match", saved(tmp_path), "--out", tmp_path / "run")
    assert done.exit_code == Exit.VERIFICATION
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--seconds", "0"],
        ["--seconds", "nan"],
        ["--seconds", "inf"],
        ["--workers", "0"],
        ["--limits", "tiny"],
    ],
    ids="=".join,
)
def test_options_that_are_no_settings_are_usage_errors(tmp_path, options):
    assert run("match", saved(tmp_path), *options).exit_code == Exit.USAGE


def test_large_limits_are_taken(tmp_path):
    assert ran(tmp_path, "--limits", "large").is_dir()


def test_what_cannot_be_read(tmp_path):
    (tmp_path / "folder.json").mkdir()
    for name in ("not-there.json", "folder.json"):
        done = run("match", tmp_path / name)
        assert done.exit_code == Exit.READ_OR_WRITE
        assert len(done.stderr.splitlines()) == 1


def test_every_status_has_its_exit_code():
    assert [exit_of(status) for status in ("optimal", "feasible", "unknown", "impossible")] == [0, 6, 9, 5]
