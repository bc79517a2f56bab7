"""What people are called and what is written about them never reaches standard error."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from matchmaker.cli import running
from tests.cli.hamlet import hamlet, run, saved

CANARY = "Quetzalcoatl"
PRIVATE = ("label", "about_me", "safe_contact", "safeguarding_contact", "feedback", "urgent_reason", "reason")


def marked(data: Any) -> Any:
    """Return plain data with every private text set to the canary."""
    if isinstance(data, dict):
        return {k: f"{CANARY} {v}" if k in PRIVATE else marked(v) for k, v in data.items()}
    return [marked(each) for each in data] if isinstance(data, list) else data


@pytest.fixture
def round_():
    data = copy.deepcopy(hamlet())
    data["mentors"][0] |= {"about_me": "words"}
    data["beneficiaries"][0] |= {
        "safe_contact": "by text", "urgent_by": "N1", "urgent_reason": "court", "urgent_on": "2026-11-01",
    }  # fmt: skip
    data["keep_apart"] = [{"one": "M1", "other": "B2"}]
    return marked(data)


def test_a_run_that_goes_well(tmp_path, round_, caplog):
    caplog.set_level("DEBUG")
    done = run("match", saved(tmp_path, round_), "--out", tmp_path / "run", "-v")
    assert done.exit_code == 0, done.stderr
    assert CANARY in done.stdout
    assert CANARY not in done.stderr
    assert "2 introductions, 1 without: optimal" in caplog.text
    assert CANARY not in caplog.text
    page, letters = tmp_path / "pack.html", tmp_path / "letters"
    printed = ("pack", tmp_path / "run", "-o", page, "--letters", letters)
    assert run(*printed).exit_code == 0
    assert CANARY in page.read_text()
    assert not [path for path in letters.iterdir() if CANARY.lower() in path.name.lower()]
    for words in (printed, ("verify", tmp_path / "run"), ("check", tmp_path / "round.json")):
        assert CANARY not in run(*words, "-v").output


def test_the_proposal_holds_no_label(tmp_path, round_):
    done = run("match", saved(tmp_path, round_), "--out", tmp_path / "run", "--json")
    assert CANARY not in done.output


def test_an_error_quotes_the_very_cell_and_no_other(tmp_path, round_):
    round_["mentors"][0]["hours_per_week"] = "two"
    done = run("match", saved(tmp_path, round_), "-v")
    assert done.exit_code == 3
    assert '"two"' in done.stderr
    assert CANARY not in done.stderr


def test_a_bug_of_any_kind(tmp_path, round_, monkeypatch):
    def broken(round_, policy, search):
        raise ValueError(round_.to_json())

    monkeypatch.setattr(running, "proposed", broken)
    done = run("match", saved(tmp_path, round_), "--out", tmp_path / "run", "-v")
    assert done.exit_code == 1
    assert CANARY not in done.output


def test_a_pin_that_cannot_be_kept(tmp_path, round_):
    round_["decisions"] = [
        {"id": "D1", "actor": "Asha", "at": "2026-11-15T10:00", "kind": "pin", "beneficiary": "B2",
         "mentors": ["M1"], "reason": CANARY}
    ]  # fmt: skip
    done = run("match", saved(tmp_path, round_), "--out", tmp_path / "run", "-v")
    assert done.exit_code == 5
    assert CANARY not in done.stderr
