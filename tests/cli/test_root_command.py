"""The command itself: what it lists, what it loads, and how it leaves when something goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from matchmaker.cli import running
from matchmaker.cli.leaving import exit_code_of
from matchmaker.cli.options import common
from matchmaker.cli.root import COMMANDS, root
from matchmaker.cli.say import printable
from matchmaker.errors import RuleError, SolverError
from matchmaker.version import __version__
from tests.cli.hamlet import hamlet, mentor, run, saved

LATER = ("review", "backtest", "erase")
SECRET = "Clementine Featherstonehaugh"


def matchmaker(*words, **settings):
    command = [sys.executable, "-m", "matchmaker", *words]
    return subprocess.run(command, capture_output=True, check=False, **settings)


def test_help_lists_every_command_and_none_that_comes_later():
    text = run("--help").stdout
    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert not any(f"\n  {name} " in text for name in LATER)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_has_the_common_options(name):
    done = run(name, "--help")
    assert done.exit_code == 0
    assert "--quiet" in done.stdout
    assert "--verbose" in done.stdout


def test_help_loads_neither_records_nor_solver():
    code = (
        "import sys\nfrom matchmaker.cli import main\nsys.argv = ['matchmaker', '--help']\n"
        "try:\n    main()\nexcept SystemExit as leaving:\n"
        "    loaded = {'pydantic', 'numpy', 'ortools', 'rich'} & set(sys.modules)\n"
        "    sys.exit(f'loaded: {loaded}' if loaded or leaving.code else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_version():
    done = run("--version")
    assert (done.exit_code, done.stdout) == (0, f"matchmaker, version {__version__}\n")


@pytest.mark.parametrize("word", LATER)
def test_what_comes_later_is_no_command_yet(word):
    assert run(word).exit_code == 2


def test_an_unknown_command_names_the_nearest():
    done = run("mach")
    assert done.exit_code == 2
    assert "Maybe match?" in done.stderr


def test_an_unknown_option_is_a_usage_error():
    done = run("match", "--colour")
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_bug_shows_an_id_and_no_value(tmp_path, monkeypatch):
    def broken(round_, policy, search):
        raise KeyError(round_.mentors[0].label)

    monkeypatch.setattr(running, "proposed", broken)
    path = saved(tmp_path, hamlet(mentors=[mentor("M1", SECRET)]))
    first, second = (run("match", path, "--out", tmp_path / "r", "-v") for _ in range(2))
    assert (first.exit_code, first.stdout) == (1, "")
    assert "KeyError" in first.stderr
    assert "error id" in first.stderr
    assert "broken" in first.stderr, "-v says where"
    assert SECRET not in first.stderr
    assert first.stderr == second.stderr, "the same bug has the same id"
    assert "broken" not in run("match", path, "--out", tmp_path / "r").stderr


def test_a_rule_that_fails_is_named(tmp_path, monkeypatch):
    def broken(round_, policy, search):
        raise RuleError("the rule kept-apart could not judge a pair (KeyError).")

    monkeypatch.setattr(running, "proposed", broken)
    done = run("match", saved(tmp_path), "--out", tmp_path / "r")
    assert done.exit_code == 1
    assert "the rule kept-apart" in done.stderr
    assert not (tmp_path / "r").exists()


def test_what_a_solver_says_is_not_repeated(capsys):
    assert exit_code_of(SolverError(SECRET)) == 1
    assert SECRET not in capsys.readouterr().err


def test_interrupted_before_there_is_anything(tmp_path, monkeypatch):
    def pressed(round_, policy, search):
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "proposed", pressed)
    done = run("match", saved(tmp_path), "--out", tmp_path / "r")
    assert (done.exit_code, done.stdout) == (130, "")
    assert not (tmp_path / "r").exists()


def test_names_cannot_move_the_cursor():
    assert printable("a\x1b[31m\nb\r\u202e\udcff") == "a\\x1b[31m\nb\\r\\u202e\\udcff"
    done = run("match", "\x1b[31mred.json")
    assert done.exit_code == 8
    assert "\x1b" not in done.stderr
    assert "\x1b" not in run("\x1b[31m").stderr
    assert "\x1b" not in run("match", "--\x1b[31m").stderr


@pytest.mark.parametrize("name", ["-rf", "--help", "two\nlines", b"\xff\xfe"])
def test_odd_file_names(tmp_path, name):
    name = os.fsdecode(name) + ".json"
    saved(tmp_path, name=name)
    done = matchmaker("match", "--out", "run", "--", name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    gone = matchmaker("match", "--", name + ".json", cwd=tmp_path)
    assert gone.returncode == 8
    assert gone.stderr.count(b"\n") == 1


@pytest.mark.parametrize("setting", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}])
def test_labels_that_the_terminal_cannot_show(tmp_path, setting):
    path = saved(tmp_path, hamlet(mentors=[mentor("M1", "Zoë Łukasz 林")]))
    bare = {name: value for name, value in os.environ.items() if name not in ("HOME", "LANG")}
    done = matchmaker("match", str(path), "--out", str(tmp_path / "run"), env=bare | setting, cwd="/")
    assert done.returncode == 0, done.stderr
    assert b"M1 Zo" in done.stdout
    assert "Zoë Łukasz 林" in (tmp_path / "run" / "summary.txt").read_text(encoding="utf-8")


def test_json_is_utf8_whatever_the_terminal_speaks(tmp_path):
    words = ("match", str(saved(tmp_path)), "--json", "--out", str(tmp_path / "run"))
    done = matchmaker(*words, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert done.stdout == (tmp_path / "run" / "proposal.json").read_bytes()


def test_a_reader_that_leaves_is_no_bug(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "matchmaker", "schema", "round"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (8, b"")


def test_common_options_stand_before_and_after_the_command():
    assert {option.name for option in root.params} >= {"quiet", "verbose"}
    assert common.__doc__


@pytest.mark.parametrize(
    ("words", "missing"), [(["match"], "ROUND is missing."), (["pack"], "RUN is missing.")]
)
def test_what_is_missing_is_said_first_and_in_words(words, missing):
    done = run(*words)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"{missing} Maybe name ")


@pytest.mark.parametrize("typed", ["4.1.2027", "tomorrow", "2027-02-30"])
def test_a_day_is_not_guessed(typed):
    done = run("next", "run", "--out", "round.xlsx", "--as-of", typed)
    assert done.exit_code == 2
    assert f"{typed} is not a day as we write it. Maybe write it like 2026-11-30." in done.stderr
