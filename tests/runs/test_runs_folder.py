"""A folder of files appears whole, with nothing beside it, and only where nothing has to be kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from matchmaker.errors import CannotWrite
from matchmaker.runs.folder import folder_at, write_folder

CONTENTS = {"one.txt": "1", "two.txt": "2"}


def anywhere(path, *, force):
    return Path(path).resolve()


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_what_is_written_stands_there_alone_and_is_ours(tmp_path):
    written = write_folder(CONTENTS, tmp_path / "new", force=False, refuse=anywhere)
    assert names(tmp_path) == ["new"]
    assert {name: (written / name).read_text() for name in names(written)} == CONTENTS
    assert written.stat().st_mode & 0o777 == 0o700
    assert (written / "one.txt").stat().st_mode & 0o777 == 0o600


def test_what_comes_to_stand_there_meanwhile_is_kept(tmp_path):
    asked = []

    def refuse(path, *, force):
        asked.append(force)
        if len(asked) == 2:
            raise CannotWrite("somebody was quicker.")
        return Path(path).resolve()

    with pytest.raises(CannotWrite, match="quicker"):
        write_folder(CONTENTS, tmp_path / "new", force=True, refuse=refuse)
    assert asked == [True, True]
    assert names(tmp_path) == []


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_folder({"one.txt": "1", "no/two.txt": "2"}, tmp_path / "new", force=False, refuse=anywhere)
    assert names(tmp_path) == []


def test_where_a_folder_would_go(tmp_path):
    assert folder_at(tmp_path / "new", option="--out") == (tmp_path / "new", frozenset())
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a").touch()
    assert folder_at(tmp_path / "old", option="--out") == (tmp_path / "old", frozenset({"a"}))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("file", "file is a file. Maybe name another folder with --out."),
        ("link", "link is a link to itself. Maybe name another folder with --out."),
        (
            f"gone{os.sep}new",
            "new cannot be written: the folder it belongs in is not there. Maybe make that first.",
        ),
    ],
)
def test_where_no_folder_can_stand(tmp_path, name, said):
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "link")
    with pytest.raises(CannotWrite) as refused:
        folder_at(tmp_path / name, option="--out")
    assert str(refused.value) == said
