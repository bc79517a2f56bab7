"""`matchmaker verify` trusts nobody: not the proposal, not the round, not the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matchmaker.cli.exits import Exit
from matchmaker.verify import check
from tests.cli.hamlet import hamlet, ran, run


def edit(path: Path, change) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_sound_run_is_two_lines(tmp_path):
    done = run("verify", ran(tmp_path))
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    assert done.stdout == (
        "Sound: 2 introductions; every rule and limit is kept, and nothing was edited.\n"
        "The certificate adds up. Anybody can check that no plan does better: the sums that prove it are kept "
        "with the plan.\n"
    )


def test_a_certificate_that_does_not_prove_all_of_it_is_told_as_one_for_a_part(tmp_path):
    def modest(data):
        data["priorities"][-1]["proof"] = "solver-claimed"

    folder = ran(tmp_path)
    for name in ("proposal.json", "certificate.json"):
        edit(folder / name, modest)
    (folder / "SHA256SUMS").unlink()
    done = run("verify", folder)
    assert (done.exit_code, done.stderr.count("\n")) == (Exit.DONE, 1)
    assert (
        "The certificate is for a part of it, and adds up. Anybody can check that no plan does" in done.stdout
    )


def test_a_changed_price_is_told_as_an_edit_and_by_the_sums(tmp_path):
    def higher(data):
        data["prices"][0]["prices"]["offered"] += 1

    folder = ran(tmp_path)
    edit(folder / "certificate.json", higher)
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "edited: certificate.json is not as it was written." in done.stdout
    assert (
        "certificate: The prices do not prove the plan: level offered: the prices leave room" in done.stdout
    )
    (folder / "SHA256SUMS").unlink()
    assert run("verify", folder).exit_code == Exit.VERIFICATION


def test_a_changed_plan_is_told_by_the_certificate_too(tmp_path):
    """The rules may be kept, the hashes gone, the totals mended: the sums still do not come out."""
    folder = ran(tmp_path)
    edit(folder / "proposal.json", lambda data: data["matches"].pop())
    (folder / "SHA256SUMS").unlink()
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "the prices leave room for 2, and the plan reaches 1" in done.stdout


def test_a_certificate_that_is_gone_is_an_edit_and_an_empty_claim(tmp_path):
    folder = ran(tmp_path)
    (folder / "certificate.json").unlink()
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "edited: certificate.json" in done.stdout
    assert "It claims to be certified, and there is no certificate." in done.stdout


def test_a_run_without_a_certificate_says_so_and_is_sound(tmp_path):
    """As an older version wrote it, or where a solver's word is all there is."""
    folder = ran(tmp_path)

    def modest(data):
        for priority in data["priorities"]:
            priority["proof"] = "solver-claimed"

    edit(folder / "proposal.json", modest)
    (folder / "certificate.json").unlink()
    (folder / "SHA256SUMS").unlink()
    done = run("verify", folder)
    assert done.exit_code == Exit.DONE
    assert "There is no certificate in it. That no plan does better is the word of the program" in done.stdout


@pytest.mark.parametrize(
    "change", [lambda text: text[: len(text) // 2], lambda text: text.replace("1.1", "9.1")]
)
def test_a_certificate_that_cannot_be_read_is_named(tmp_path, change):
    folder = ran(tmp_path)
    text = (folder / "certificate.json").read_text(encoding="utf-8")
    (folder / "certificate.json").write_text(change(text), encoding="utf-8")
    done = run("verify", folder)
    assert (done.exit_code, done.stdout) == (Exit.READ_OR_WRITE, "")
    assert "certificate.json" in done.stderr


CHANGES = {
    "claims ready": lambda data: data["matches"][1].update(state="ready", questions=[]),
    "another mentor": lambda data: data["matches"][0].update(mentors=["M2"]),
    "somebody is gone": lambda data: data["unmatched"].clear(),
    "only a sentence": lambda data: data["matches"][0]["contributions"][0].update(because="fate"),
    "another round": lambda data: data.update(round_hash="0" * 64),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_edited_proposal_is_caught(tmp_path, change):
    folder = ran(tmp_path)
    edit(folder / "proposal.json", change)
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "edited: proposal.json" in done.stdout


@pytest.mark.parametrize("hashes", [True, False])
def test_what_no_rule_can_look_at_is_a_breach_and_no_bug(tmp_path, hashes, monkeypatch):
    folder = ran(tmp_path)
    edit(folder / "proposal.json", lambda data: data.update(salt="other"))
    if not hashes:
        (folder / "SHA256SUMS").unlink()

    def broken(round_, policy, proposal):
        raise KeyError("somebody")

    monkeypatch.setattr(check, "verify", broken)
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "not-judged: It holds something that cannot be judged (KeyError)." in done.stdout


def test_a_check_that_fails_on_what_nobody_edited_is_a_bug(tmp_path, monkeypatch):
    def broken(round_, policy, proposal):
        raise KeyError("somebody")

    folder = ran(tmp_path)
    monkeypatch.setattr(check, "verify", broken)
    done = run("verify", folder)
    assert done.exit_code == Exit.BUG
    assert "somebody" not in done.stderr


def test_a_proposal_of_another_round_is_stale(tmp_path):
    folder = ran(tmp_path)
    edit(folder / "round.json", lambda data: data["mentors"][0].update(hours_per_week=8))
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "stale-proposal: It was made from another round." in done.stdout


def test_an_edited_label_is_caught_although_it_is_no_part_of_the_plan(tmp_path):
    folder = ran(tmp_path)
    edit(folder / "round.json", lambda data: data["mentors"][0].update(label="Somebody else"))
    assert run("verify", folder).exit_code == Exit.VERIFICATION


def test_an_edited_summary_is_caught(tmp_path):
    folder = ran(tmp_path)
    (folder / "summary.txt").write_text("All is well.\n")
    assert run("verify", folder).exit_code == Exit.VERIFICATION


def test_breaches_are_told_with_names_and_by_the_law_even_when_the_hashes_are_gone(tmp_path):
    folder = ran(tmp_path)
    edit(folder / "proposal.json", CHANGES["claims ready"])
    (folder / "SHA256SUMS").unlink()
    done = run("verify", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "B2 Jo L." in done.stdout
    assert "There is no SHA256SUMS" in done.stderr


@pytest.mark.parametrize("name", ["round.json", "policy.json", "proposal.json"])
def test_a_truncated_or_missing_file_is_named(tmp_path, name):
    folder = ran(tmp_path)
    text = (folder / name).read_bytes()
    (folder / name).write_bytes(text[: len(text) // 2])
    done = run("verify", folder)
    assert (done.exit_code, done.stdout) == (Exit.READ_OR_WRITE, "")
    assert f"{name} is damaged" in done.stderr
    (folder / name).unlink()
    assert f"has no {name} any more" in run("verify", folder).stderr


def test_damaged_hashes_are_named(tmp_path):
    folder = ran(tmp_path)
    (folder / "SHA256SUMS").write_text("round.json is fine\n")
    done = run("verify", folder)
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "SHA256SUMS is damaged" in done.stderr


def test_an_impossible_run_is_sound(tmp_path):
    pin = {
        "id": "D1", "actor": "A", "at": "2026-11-15T10:00", "kind": "pin", "beneficiary": "B5",
        "mentors": ["M1"],
    }  # fmt: skip
    run_folder = tmp_path / "run"
    (tmp_path / "in.json").write_text(json.dumps(hamlet(decisions=[pin])))
    assert run("match", tmp_path / "in.json", "--out", run_folder).exit_code == Exit.IMPOSSIBLE
    assert run("verify", run_folder).exit_code == Exit.DONE


def test_what_is_no_run_folder(tmp_path):
    (tmp_path / "file").write_text("x")
    for name in ("file", "gone", "."):
        done = run("verify", tmp_path / name)
        assert done.exit_code == Exit.READ_OR_WRITE
        assert len(done.stderr.splitlines()) == 1
