"""demo, template, check, schema, policy, simulate and doctor."""

from __future__ import annotations

import json
import sys
from types import ModuleType

import click
import pytest

import matchmaker as mm
from matchmaker import versions
from matchmaker.cli.check import check, worth_knowing
from matchmaker.cli.demo import demo
from matchmaker.cli.doctor import browser_for_pdfs, doctor, how_the_solvers_do
from matchmaker.cli.exits import Exit
from matchmaker.cli.policy import policy as policy_command
from matchmaker.cli.reading import round_of
from matchmaker.cli.schema import schema
from matchmaker.cli.schemas import schema_of
from matchmaker.cli.simulate import simulate
from matchmaker.cli.targets import new_file
from matchmaker.cli.template import template
from tests.cli.hamlet import hamlet, mentor, run, saved
from tests.files.books import good
from tests.files.books import saved as saved_book


def test_each_file_holds_the_command_of_its_name():
    found = (check, demo, doctor, policy_command, schema, simulate, template)
    assert [each.name for each in found] == [
        "check", "demo", "doctor", "policy", "schema", "simulate", "template",
    ]  # fmt: skip


# --- demo ----------------------------------------------------------------------------------------


def test_demo_runs_the_example_and_says_where_everything_is(tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    done = run("demo", "--out", tmp_path / "demo", "--open")
    assert done.exit_code == Exit.DONE
    assert "Good to try" in done.stdout
    assert f"The run folder is {tmp_path / 'demo'}" in done.stdout
    assert opened == [str(tmp_path / "demo" / "pack.html")]
    assert run("verify", tmp_path / "demo").exit_code == Exit.DONE
    assert run("demo", "--out", tmp_path / "demo").exit_code == Exit.READ_OR_WRITE
    assert run("demo", "--out", tmp_path / "demo", "--force").exit_code == Exit.DONE


# --- template and check --------------------------------------------------------------------------


def test_the_template_is_written_once(tmp_path):
    path = tmp_path / "round.xlsx"
    assert run("template", path).exit_code == Exit.DONE
    before = path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("template", path).exit_code == Exit.READ_OR_WRITE
    assert path.read_bytes() == before
    assert run("template", tmp_path / "round.txt").exit_code == Exit.USAGE
    assert run("template", tmp_path / "gone" / "round.xlsx").exit_code == Exit.READ_OR_WRITE


def test_a_template_that_nobody_filled_in_is_told_so(tmp_path):
    path = new_file(str(tmp_path / "round.xlsx"), endings=(".xlsx",))
    run("template", path)
    done = run("check", path)
    assert done.exit_code == Exit.INPUT
    assert "nothing is filled in yet" in done.stdout


def test_check_names_every_cell_with_advice_and_writes_nothing(tmp_path):
    sheets = good()
    sheets["Mentors"][1][5] = "two"
    sheets["Beneficiaries"][1][7] = "a woman?"
    sheets["KeepApart"][1][1] = "B9"
    path = saved_book(sheets, tmp_path)
    done = run("check", path)
    assert done.exit_code == Exit.INPUT
    assert 'Mentors, cell F2 (hours_per_week): "two" is not a number. Maybe 2' in done.stdout
    assert "KeepApart, cell B2" in done.stdout
    assert "Mentors: 2 read (1 accepted, 1 rejected) + 0 blank = 2 rows" in done.stdout
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_check_of_a_round_without_problems(tmp_path):
    done = run("check", saved(tmp_path))
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    assert worth_knowing(mm.Round.from_dict(hamlet())) in done.stdout
    assert "no mentor yet: 3. Mentors available: 2." in done.stdout
    assert round_of(str(tmp_path / "round.json"), "large") == mm.Round.from_dict(hamlet())


def test_check_of_what_cannot_be_read(tmp_path):
    assert run("check", tmp_path / "gone.xlsx").exit_code == Exit.READ_OR_WRITE
    (tmp_path / "no.xlsx").write_bytes(b"PK, or so it says")
    assert run("check", tmp_path / "no.xlsx").exit_code == Exit.READ_OR_WRITE


@pytest.mark.parametrize(
    "text", ["[" * 1000, "null", "3", '{"a": NaN}', "", '{"programme": {}, "programme": {}}']
)
def test_check_of_json_that_is_no_round(text):
    done = run("check", "-", stdin=text)
    assert done.exit_code == Exit.INPUT
    assert "to put right" in done.stdout


# --- schema --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["round", "policy", "proposal", "decision"])
def test_schemas_are_json_and_refuse_what_reading_refuses(kind):
    done = run("schema", kind)
    data = json.loads(done.stdout)
    assert data["additionalProperties"] is False
    assert done.stdout == schema_of(kind)
    assert list(data.get("patternProperties", {"^x_": {}})) == ["^x_"]


def test_the_round_is_the_schema_when_none_is_named():
    assert run("schema").stdout == schema_of("round")


@pytest.mark.parametrize("kind", ["history", "weather"])
def test_a_schema_that_is_not_there_is_a_usage_error(kind):
    done = run("schema", kind)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")


# --- policy --------------------------------------------------------------------------------------


def test_policy_explain_says_every_clause_and_the_order():
    policy = mm.Policy.standard()
    text = " ".join(run("policy", "explain").stdout.split())
    for clause in (*policy.rules, *policy.criteria, *policy.limits):
        assert clause.sentence() in text
    assert "1. urgent people offered an introduction 2. people offered an introduction" in text


def test_policy_explain_shouts_what_is_switched_off(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text('[rules.travel]\noff = true\noff_by = "Asha K."\noff_because = "we drive people"\n')
    told = " ".join(run("policy", "explain", path).stdout.split())
    assert "SWITCHED OFF: The rule travel (the journey) is switched off by Asha K.: we drive people." in told
    assert run("policy", "check", path).stdout == (
        "No problems in the policy standard; 1 switched off.\n"
        "The rule travel (the journey) is switched off by Asha K.: we drive people.\n"
    )


def test_policy_check_and_schema(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text("overdue_weeks = -1\n")
    done = run("policy", "check", path)
    assert done.exit_code == Exit.POLICY
    assert "line 1" in done.stderr
    assert run("policy", "check", tmp_path / "gone.toml").exit_code == Exit.READ_OR_WRITE
    assert run("policy", "check").exit_code == Exit.DONE
    assert run("policy", "schema").stdout == schema_of("policy")


# --- simulate ------------------------------------------------------------------------------------


@pytest.fixture
def invented(monkeypatch):
    """Put a stand-in where the simulated programmes come from, and return what it was asked for."""
    asked = []

    def invent(**wishes):
        asked.append(wishes)
        return mm.Round.from_dict(hamlet(mentors=[mentor("M1", "Robin P.")]))

    room = ModuleType("matchmaker.simulate")
    setattr(room, "simulate", invent)  # noqa: B010 - a module made here has no such name yet
    monkeypatch.setitem(sys.modules, "matchmaker.simulate", room)
    return asked


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".ods", ""])
def test_simulate_writes_a_round_that_reads_back(tmp_path, invented, ending):
    path = tmp_path / f"round{ending}"
    words = ("simulate", "--mentors", 1, "--beneficiaries", 5, "--seed", 7, "--style", "icm", "-o", path)
    assert run(*words).exit_code == Exit.DONE
    assert invented == [{"mentors": 1, "beneficiaries": 5, "seed": 7, "style": "icm"}]
    assert len(mm.read_round(path).beneficiaries) == 5
    assert run(*words).exit_code == Exit.READ_OR_WRITE, "a round that is there is never written over"


def test_simulate_refuses_other_endings(tmp_path, invented):
    assert run("simulate", "-o", tmp_path / "round.csv").exit_code == Exit.USAGE
    assert run("simulate").exit_code == Exit.USAGE
    assert invented == []


# --- doctor --------------------------------------------------------------------------------------


def test_doctor_says_versions_and_that_the_solvers_work():
    done = run("doctor")
    assert done.exit_code == Exit.DONE
    assert f"matchmaker: {mm.__version__}" in done.stdout
    assert "solvers: load and solve" in done.stdout
    assert how_the_solvers_do() is None
    assert "browser for PDFs: " in done.stdout
    assert browser_for_pdfs("/usr/bin/chromium") == "browser for PDFs: chromium"
    assert browser_for_pdfs(None) == "browser for PDFs: none; only pack --pdf needs one"


def test_doctor_says_what_is_missing(monkeypatch):
    there = versions.installed
    monkeypatch.setattr(versions, "installed", lambda name: None if name == "ortools" else there(name))
    done = run("doctor")
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "ortools is needed and not installed." in done.stdout


def test_show_versions_prints_what_doctor_prints(capsys):
    mm.show_versions()
    assert f"matchmaker: {mm.__version__}\n" in capsys.readouterr().out
