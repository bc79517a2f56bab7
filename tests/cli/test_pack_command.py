"""`matchmaker pack`: whole or not at all, for its owner alone, and never of a run that is not sound."""

from __future__ import annotations

import json
import os
import stat

import pytest

from matchmaker.cli.exits import Exit
from matchmaker.cli.pack import pack
from matchmaker.cli.verify import breaches_of
from matchmaker.runs import load_run, pdf
from tests.cli.hamlet import ran, run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return ran(tmp_path)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_it_writes_the_page_that_the_run_folder_holds(folder, tmp_path):
    before = os.umask(0)
    try:
        done = run("pack", folder)
    finally:
        os.umask(before)
    assert done.exit_code == Exit.DONE, done.stderr
    assert done.stdout == ""
    assert "The pack is pack.html." in done.stderr
    assert (tmp_path / "pack.html").read_bytes() == (folder / "pack.html").read_bytes()
    assert mode(tmp_path / "pack.html") == 0o600
    assert pack.name == "pack"


def test_nothing_is_replaced_without_force(folder, tmp_path):
    (tmp_path / "mine.html").write_text("mine")
    done = run("pack", folder, "-o", "mine.html", "--letters", "letters")
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "mine.html is there already. Maybe choose another name, or replace it with --force." in done.stderr
    assert (tmp_path / "mine.html").read_text() == "mine"
    assert not (tmp_path / "letters").exists()
    assert run("pack", folder, "-o", "mine.html", "--force").exit_code == Exit.DONE
    assert run("pack", folder, "-o", "page.txt").exit_code == Exit.USAGE
    (tmp_path / "folder.html").mkdir()
    assert run("pack", folder, "-o", "folder.html", "--force").exit_code == Exit.READ_OR_WRITE


def test_the_room_version_has_a_name_of_its_own(folder, tmp_path):
    assert run("pack", folder, "--room").exit_code == Exit.DONE
    assert "Room version" in (tmp_path / "pack-room.html").read_text()


def test_letters_are_a_folder_of_their_own(folder, tmp_path):
    done = run("pack", folder, "--letters", "letters")
    assert done.exit_code == Exit.DONE, done.stderr
    assert "1 letter and 1 letter to mentors in" in done.stderr
    found = sorted((tmp_path / "letters").iterdir())
    assert [letter.name.rpartition("-")[0] for letter in found] == ["letter", "to-mentor"]
    assert [mode(each) for each in (tmp_path / "letters", *found)] == [0o700, 0o600, 0o600]
    again = run("pack", folder, "-o", "again.html", "--letters", "letters")
    assert again.exit_code == Exit.READ_OR_WRITE
    assert not (tmp_path / "again.html").exists()
    assert run("pack", folder, "--force", "--letters", "letters").exit_code == Exit.DONE


def test_an_edited_run_is_not_printed(folder, tmp_path):
    (folder / "proposal.json").write_text((folder / "proposal.json").read_text() + " ")
    done = run("pack", folder)
    assert done.exit_code == Exit.VERIFICATION
    assert "was edited" in done.stderr
    assert not (tmp_path / "pack.html").exists()


def test_a_run_that_breaks_a_rule_is_not_printed(folder, tmp_path):
    (folder / "SHA256SUMS").unlink()
    data = json.loads((folder / "proposal.json").read_text())
    data["matches"] = []
    (folder / "proposal.json").write_text(json.dumps(data))
    done = run("pack", folder, "--letters", "letters")
    assert done.exit_code == Exit.VERIFICATION
    assert "not sound" in done.stderr
    assert not (tmp_path / "pack.html").exists()
    assert not (tmp_path / "letters").exists()
    assert breaches_of(load_run(folder), unedited=False)


def test_an_edit_of_a_page_alone_does_not_stop_the_next(folder):
    (folder / "pack.html").write_text("scribbled on")
    assert run("pack", folder).exit_code == Exit.DONE


def test_without_a_browser_a_pdf_says_what_to_do_and_writes_nothing(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    done = run("pack", folder, "--pdf")
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "Maybe open the page in any browser and print it from there." in done.stderr
    assert not (tmp_path / "pack.html").exists()


def test_what_is_no_run_folder_is_named_before_the_page_that_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pack.html").write_text("mine")
    done = run("pack", "nosuch")
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "nosuch" in done.stderr
    assert "pack.html" not in done.stderr
