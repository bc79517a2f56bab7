"""The run folder is written whole or not at all, and never over something that is not one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

import matchmaker as mm
from matchmaker.domain.fields import SCHEMA_VERSION
from matchmaker.engine import proposed
from matchmaker.errors import CannotRead, CannotWrite
from matchmaker.files.whole import write_whole
from matchmaker.runs import Run, edited, load_policy, load_run, previous_from, sealed, write_run
from matchmaker.runs import folder as writing
from matchmaker.runs import swap as swapping
from matchmaker.runs.run import OURS, SUMS
from matchmaker.runs.sums import sums_of
from tests.cli.hamlet import hamlet

ROUND = mm.Round.from_dict(hamlet())
POLICY = mm.Policy.standard()


@pytest.fixture(scope="module")
def run():
    found = proposed(ROUND, POLICY)
    return Run(ROUND, POLICY, found.proposal, certificate=found.certificate)


def other(run):
    """Return a run that can be told from the first."""
    return Run(run.round, run.policy, run.proposal.model_copy(update={"salt": "other"}))


def contents(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_what_is_written_reads_back_equal(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    again = load_run(folder)
    assert (again.round, again.policy, again.proposal) == (run.round, run.policy, run.proposal)
    assert again.round.fingerprint == run.round.fingerprint
    assert again.policy.fingerprint == run.policy.fingerprint
    assert mm.load_run(folder) == again
    assert run.certificate is not None
    assert again.certificate == run.certificate
    assert load_policy(folder / "policy.json") == run.policy
    assert previous_from(folder, ROUND).proposal == run.proposal


def test_only_the_owner_can_read_it(run, tmp_path):
    before = os.umask(0)
    try:
        folder = write_run(run, tmp_path / "run")
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir()} == {0o600}


def test_the_hashes_are_those_that_other_tools_write(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    assert sealed(folder)
    assert edited(folder) == ()
    assert sums_of({"a": "abc"}).startswith(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n"
    )
    (folder / "summary.txt").unlink()
    assert edited(folder) == ("summary.txt",)
    assert set(names(folder)) <= OURS


def test_the_same_run_is_the_same_bytes(run, tmp_path):
    assert contents(write_run(run, tmp_path / "a")) == contents(write_run(run, tmp_path / "b"))


def test_an_existing_run_is_kept_unless_told_otherwise(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    before = contents(folder)
    with pytest.raises(CannotWrite, match="is there already"):
        write_run(other(run), folder)
    assert contents(folder) == before
    write_run(other(run), folder, force=True)
    assert load_run(folder).proposal.salt == "other"
    assert names(tmp_path) == ["run"], "nothing is left beside it"


@pytest.mark.parametrize("force", [False, True])
def test_what_is_not_a_run_folder_is_never_replaced(run, tmp_path, force):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "round.json").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("notes", "file"):
        with pytest.raises(CannotWrite):
            write_run(run, tmp_path / name, force=force)
    assert (tmp_path / "notes" / "round.json").read_text() == "mine"
    assert (tmp_path / "file").read_text() == "mine"


def test_a_run_folder_with_something_of_somebody_else_in_it_is_kept(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    (folder / "my notes.txt").write_text("mine")
    with pytest.raises(CannotWrite, match=r"my notes\.txt"):
        write_run(run, folder, force=True)


def test_an_empty_folder_has_nothing_to_lose(run, tmp_path):
    (tmp_path / "run").mkdir()
    assert SUMS in names(write_run(run, tmp_path / "run"))


@pytest.mark.parametrize("fails_at", ["round.json", "policy.json", "proposal.json", "summary.txt", SUMS])
@pytest.mark.parametrize("error", [CannotWrite("full"), OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_failure_midway_leaves_the_old_folder_as_it_was(run, tmp_path, monkeypatch, fails_at, error):
    folder = write_run(run, tmp_path / "run")
    before = contents(folder)

    def failing(path, text):
        if path.name == fails_at:
            raise error
        write_whole(path, text)

    monkeypatch.setattr(writing, "write_whole", failing)
    with pytest.raises((CannotWrite, KeyboardInterrupt)):
        write_run(other(run), folder, force=True)
    assert contents(folder) == before
    assert names(tmp_path) == ["run"]


def test_a_process_killed_midway_leaves_the_old_folder_as_it_was(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    before = contents(folder)
    code = (
        "import os, signal, sys\nfrom matchmaker.runs import folder, load_run, write_run\n"
        "folder.put_in_place = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_run(load_run(sys.argv[1]), sys.argv[1], force=True)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert contents(folder) == before
    write_run(run, folder, force=True)


@pytest.mark.parametrize("one_step", [True, False])
def test_a_folder_is_put_in_place_of_another(tmp_path, monkeypatch, one_step):
    if not one_step:
        monkeypatch.setattr(swapping, "exchanged", lambda one, other: False)
    for name in ("new.part", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)
    swapping.put_in_place(tmp_path / "new.part", tmp_path / "old")
    assert (tmp_path / "old" / "is").read_text() == "new.part"
    assert (tmp_path / "new.part" / "is").read_text() == "old"


def test_when_the_second_of_two_steps_fails_the_old_folder_goes_back(run, tmp_path, monkeypatch):
    folder = write_run(run, tmp_path / "run")
    before, replace = contents(folder), type(folder).replace

    def failing(self, target):
        if self.suffix == ".part" and self.is_dir():
            raise OSError(5, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(swapping, "exchanged", lambda one, other: False)
    monkeypatch.setattr(type(folder), "replace", failing)
    with pytest.raises(CannotWrite, match="input/output error"):
        write_run(other(run), folder, force=True)
    assert contents(folder) == before


def test_where_no_folder_can_be(run, tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "gone" / "run", tmp_path / "file" / "run", tmp_path / ("x" * 300), "a\0b"):
        with pytest.raises(CannotWrite):
            write_run(run, place)


def test_a_link_is_followed_and_what_it_leads_to_is_judged(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    (tmp_path / "link").symlink_to(folder)
    write_run(other(run), tmp_path / "link", force=True)
    assert (tmp_path / "link").is_symlink()
    assert load_run(folder).proposal.salt == "other"


def test_a_newer_run_is_refused_unchanged(run, tmp_path):
    folder = write_run(run, tmp_path / "run")
    for name in ("round.json", "policy.json", "proposal.json"):
        text = (folder / name).read_text()
        newer = text.replace(f'"schema_version": "{SCHEMA_VERSION}"', '"schema_version": "2.0"', 1)
        assert newer != text
        (folder / name).write_text(newer)
        with pytest.raises(CannotRead, match="another version"):
            load_run(folder)
        (folder / name).write_text(text)
