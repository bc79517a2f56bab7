"""A folder of letters is written whole or not at all, and holds nothing else."""

from __future__ import annotations

import stat

import pytest

from matchmaker.errors import CannotWrite
from matchmaker.runs import folder as writing
from matchmaker.runs.letters import letters_folder, write_letters

ONE, TWO = f"letter-{'0' * 16}.html", f"letter-{'a' * 16}.html"


def test_only_their_owner_can_read_them(tmp_path):
    folder = write_letters({ONE: "one", TWO: "two"}, tmp_path / "letters")
    assert {path.name: path.read_text() for path in folder.iterdir()} == {ONE: "one", TWO: "two"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_letters_that_are_there_are_replaced_only_with_force_and_none_of_them_stays(tmp_path):
    folder = write_letters({ONE: "one"}, tmp_path / "letters")
    with pytest.raises(CannotWrite, match="replace them with --force"):
        write_letters({TWO: "two"}, folder)
    write_letters({TWO: "two"}, folder, force=True)
    assert [path.name for path in folder.iterdir()] == [TWO]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path, force):
    (tmp_path / "holiday.jpg").write_text("mine")
    with pytest.raises(CannotWrite, match="is no letter"):
        letters_folder(tmp_path, force=force)
    with pytest.raises(CannotWrite, match="is a file"):
        letters_folder(tmp_path / "holiday.jpg", force=force)
    with pytest.raises(CannotWrite, match="is not there"):
        letters_folder(tmp_path / "no" / "where", force=force)


def test_a_full_disk_leaves_what_stood_there(tmp_path, monkeypatch):
    folder = write_letters({ONE: "one"}, tmp_path / "letters")

    def full(path, text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_whole", full)
    with pytest.raises(CannotWrite, match="no space left"):
        write_letters({TWO: "two"}, folder, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]
    assert [path.name for path in folder.iterdir()] == [ONE]


def test_no_letters_make_an_empty_folder(tmp_path):
    assert list(write_letters({}, tmp_path / "letters").iterdir()) == []
