"""`matchmaker compare` on the hamlet: the same, another round, another policy, and what cannot be compared."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from matchmaker.cli.exits import Exit
from tests.cli.hamlet import hamlet, person, ran, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ran(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Path:
    """The same day, once the worker has said that B2 has no mentor for now."""
    people = [each for each in hamlet()["beneficiaries"] if each["id"] != "B2"]
    low = [row for row in hamlet()["situations"] if row["beneficiary"] != "B2"]
    return ran(tmp_path_factory.mktemp("second"), round_=hamlet(beneficiaries=people, situations=low))


def test_a_run_beside_itself(folder):
    done = run("compare", folder, folder)
    assert (done.exit_code, done.stdout, done.stderr) == (Exit.DONE, "The two plans are the same.\n", "")


def test_who_is_gone_makes_room_and_is_named_as_they_were_called(folder, decided):
    done = run("compare", folder, decided)
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    assert done.stdout == (
        "In the second plan 2 people have a suggestion, in the first 2.\n"
        "What they come to cannot be subtracted: not the same people ask in both. Side by side:\n"
        "Urgent people offered an introduction: 0 in the first, 0 in the second.\n"
        "People offered an introduction: 2 in the first, 2 in the second.\n"
        "People who have waited too long offered an introduction: 0 in the first, 0 in the second.\n"
        "Days that the people offered an introduction have waited: 84 in the first, 84 in the second.\n"
        "\n"
        "Has a suggestion now: B3 Ali R.\n"
        "No longer in the round: B2 Jo L.\n"
        "\n"
        "What makes way for what:\n"
        "- B2 Jo L., who had M2 Kit W., is no longer in the round, so that B3 Ali R., who has waited 6 weeks, "
        "can meet M2 Kit W.\n"
    )


def test_what_it_comes_to_stands_first(folder, tmp_path):
    """B1 speaks Welsh, it turns out, and nobody else does: one day, one policy, so totals can be subtracted."""
    people = [*hamlet()["beneficiaries"]]
    people[0] = person("B1", "Sam T.", languages=["Welsh"])
    second = ran(tmp_path, round_=hamlet(beneficiaries=people))
    done = run("compare", folder, second)
    assert done.exit_code == Exit.DONE
    assert "What they come to cannot be subtracted" not in done.stdout
    assert done.stdout.startswith(
        "In the second plan 2 people have a suggestion, in the first 2.\nFor everybody"
    )
    assert "Has none for now: B1 Sam T.\n" in done.stdout
    assert done.stdout.count("For everybody together") == 1, "one chain is the whole, and not told twice"


def test_json_holds_the_same_and_the_figures(folder, decided):
    found = json.loads(run("compare", folder, decided, "--json").stdout)
    assert (found["gains"], found["loses"], found["people"]["gone"]) == (["B3"], [], ["B2"])
    assert found["unlike"] == ["not the same people ask in both"]
    assert found["contrast"]["gain"] is None
    assert found["first"]["as_of"] == "2026-11-16"
    assert len(found["first"]["totals"]) == 5
    assert found["contrast"]["chains"][0]["sentence"] in found["sentences"]
    same = json.loads(run("compare", folder, folder, "--json").stdout)
    assert same["contrast"]["gain"] == [0, 0, 0, 0, 0]


def test_another_policy(folder, tmp_path):
    second = ran(tmp_path, "--policy", "icm")
    done = run("compare", folder, second)
    assert done.exit_code == Exit.DONE
    assert "different policies" in done.stdout


def test_what_cannot_be_compared_is_said(folder, tmp_path):
    gone = run("compare", folder, tmp_path / "nowhere")
    assert (gone.exit_code, gone.stdout) == (Exit.READ_OR_WRITE, "")
    assert gone.stderr.endswith("/nowhere is not there. Maybe check the name and the folder.\n")
    (tmp_path / "empty").mkdir()
    assert run("compare", tmp_path / "empty", folder).exit_code == Exit.READ_OR_WRITE
    one = run("compare", folder)
    assert one.exit_code == Exit.USAGE
    assert one.stderr.startswith("RUN is missing.")


def test_of_two_folders_of_one_name_it_says_which_is_wrong_and_what_to_do(folder, tmp_path, monkeypatch):
    """Before: "proposal.json is not there. Maybe check the name and the folder.", of both."""
    monkeypatch.chdir(tmp_path)
    for place in ("a", "b"):
        shutil.copytree(folder, tmp_path / place / "run")
    broken = tmp_path / "b/run"
    whole = (broken / "proposal.json").read_text(encoding="utf-8")

    def said() -> str:
        done = run("compare", "a/run", "b/run")
        assert done.exit_code != Exit.DONE
        assert run("compare", "b/run", "a/run").stderr == done.stderr
        return str(done.stderr)

    (broken / "proposal.json").unlink()
    assert said() == "b/run has no proposal.json any more. Maybe run match again.\n"
    (broken / "proposal.json").write_text("{", encoding="utf-8")
    assert said().startswith("b/run: proposal.json is damaged: ")
    assert said().endswith(" If nobody changed it on purpose, run match again.\n")
    (broken / "proposal.json").write_text(whole.replace("chess", "cards"), encoding="utf-8")
    assert said() == "b/run was edited since it was written. Maybe run match again.\n"
    (broken / "SHA256SUMS").write_text("x\n", encoding="utf-8")
    assert said() == "b/run: SHA256SUMS is damaged. Maybe run match again.\n"
    (broken / "SHA256SUMS").unlink()
    (broken / "proposal.json").write_text(whole.replace('"M1"', '"M9"'), encoding="utf-8")
    assert said().startswith(
        "b/run: a plan suggests somebody, or a place or task, that its round does not hold."
    )
    (broken / "proposal.json").write_text(re.sub('"fit": [0-9]+', '"fit": 7', whole), encoding="utf-8")
    assert said().startswith("b/run: a plan's totals are not what its suggestions add up to.")


def test_a_run_that_was_edited_is_not_compared(folder, tmp_path):
    second = ran(tmp_path)
    path = second / "proposal.json"
    path.write_text(path.read_text(encoding="utf-8").replace("chess", "cards"), encoding="utf-8")
    for words in ((folder, second), (second, folder)):
        done = run("compare", *words)
        assert (done.exit_code, done.stdout) == (Exit.READ_OR_WRITE, "")
        assert "was edited" in done.stderr
