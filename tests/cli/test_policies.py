"""A policy by its file or by the name of a preset, and what is said of a file that others can change."""

from __future__ import annotations

import json
import os

import pytest

from matchmaker.cli.exits import Exit
from matchmaker.policy import PRESETS, Policy
from matchmaker.policy.priorities import SAID
from tests.cli.hamlet import HAMLET, run


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_meant_by_its_name(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Policy.preset(name).fingerprint in run("policy", "explain", name).stdout
    assert run("policy", "check", name).stdout == f"No problems in the policy {name}; nothing switched off.\n"


def test_a_file_of_the_same_name_is_never_taken_by_mistake(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "icm").write_text("overdue_weeks = 9\n")
    done = run("policy", "explain", "icm")
    assert done.exit_code == Exit.USAGE
    assert "Maybe ./icm for the file" in done.stderr
    assert "after 9 weeks" in run("policy", "explain", "./icm").stdout
    (tmp_path / "wyfi").mkdir()
    assert run("policy", "explain", "wyfi").exit_code == Exit.DONE


def test_a_preset_that_is_mistyped_is_told_with_the_nearest(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("policy", "explain", "houseing-first")
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "houseing-first is no preset, and there is no such file. Maybe housing-first?" in done.stderr
    assert "Maybe check its name" in run("policy", "explain", "ours.toml").stderr
    (tmp_path / "houseing-first").write_text("overdue_weeks = 9\n")
    assert "after 9 weeks" in run("policy", "explain", "houseing-first").stdout


def test_errors_of_a_policy_are_exit_4_and_all_there(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text("overdue_weeks = inf\n[rules.travle]\noff = yes\n")
    done = run("policy", "check", path)
    assert (done.exit_code, done.stdout) == (Exit.POLICY, "")
    assert all(f"line {line}" in done.stderr for line in (1, 2, 3))


def test_a_policy_that_is_no_plain_file_cannot_be_read(tmp_path):
    for ending in (".toml", ".json"):
        pipe = tmp_path / f"pipe{ending}"
        os.mkfifo(pipe)
        assert run("policy", "check", pipe).exit_code == Exit.READ_OR_WRITE
    assert run("policy", "check", tmp_path).exit_code == Exit.READ_OR_WRITE


def test_a_file_that_anybody_can_change_is_told_but_used(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text("overdue_weeks = 9\n")
    path.chmod(0o666)
    done = run("policy", "check", path)
    assert done.exit_code == Exit.DONE
    assert "Anybody with an account here can change the policy ours.toml." in done.stderr


def test_what_is_switched_off_is_on_every_output(tmp_path):
    """The summary, the JSON, the page of the policy and the check of the run all say so."""
    round_, policy = tmp_path / "round.json", tmp_path / "ours.toml"
    round_.write_text(json.dumps(HAMLET))
    policy.write_text('[rules.travel]\noff = true\noff_by = "Asha K."\noff_because = "we drive people"\n')
    banner = "The rule travel (the journey) is switched off by Asha K.: we drive people."
    out = tmp_path / "out"
    shown = run("match", round_, "--policy", policy, "--out", out)
    assert f"SWITCHED OFF: {banner}" in " ".join(shown.stdout.split()[:60])
    assert " ".join(shown.stdout.split()).count(banner) == 1
    as_json = run("match", round_, "--policy", policy, "--out", out, "--force", "--json")
    assert {"code": "switched-off", "sentence": banner}.items() <= json.loads(as_json.stdout)["warnings"][
        0
    ].items()
    for command in (("verify", out), ("policy", "explain", policy), ("policy", "check", policy)):
        assert banner in " ".join(run(*command).stdout.split())


def test_the_schema_knows_whatever_a_policy_can_say():
    schema = json.loads(run("policy", "schema").stdout)
    assert set(Policy.model_fields) == set(schema["properties"])
    named = {
        each
        for group in ("rules", "criteria", "limits")
        for each in str(schema["properties"][group]).split("'")
    }
    for clause in (*Policy.standard().rules, *Policy.standard().criteria, *Policy.standard().limits):
        assert clause.code in named
        assert set(type(clause).model_fields) == set(schema["$defs"][type(clause).__name__]["properties"])
    assert schema["properties"]["priorities"]["items"]["enum"] == list(SAID)
