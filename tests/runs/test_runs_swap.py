"""A finished folder takes the place of another in one step, or nothing has changed."""

import sys
from pathlib import Path

import pytest

from matchmaker.runs import swap
from matchmaker.runs.swap import exchanged, put_in_place


@pytest.fixture
def folders(tmp_path):
    """A folder that stands, and a new one beside it."""
    for name in ("run", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return tmp_path


def told(folder: Path) -> dict[str, str]:
    return {each.name: (each / "file").read_text() for each in folder.iterdir()}


def test_what_stood_there_ends_up_under_the_name_of_the_new_one(folders):
    put_in_place(folders / "new", folders / "run")
    assert told(folders) == {"run": "new", "new": "run"}


def test_the_same_in_two_steps_where_the_system_knows_no_exchange(folders, monkeypatch):
    monkeypatch.setattr(sys, "platform", "elsewhere")
    assert not exchanged(folders / "new", folders / "run")
    put_in_place(folders / "new", folders / "run")
    assert told(folders) == {"run": "new", "new": "run"}


@pytest.mark.parametrize("there", [True, False])
def test_an_empty_place_or_none_is_simply_taken(tmp_path, there):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "file").write_text("new")
    if there:
        (tmp_path / "run").mkdir()
    put_in_place(tmp_path / "new", tmp_path / "run")
    assert told(tmp_path) == {"run": "new"}


def test_when_the_second_step_fails_the_old_folder_stands_again(folders, monkeypatch):
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    replace = Path.replace

    def fails(self, target):
        if self.name == "new":
            raise OSError("no space left")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no space"):
        put_in_place(folders / "new", folders / "run")
    assert told(folders) == {"run": "run", "new": "new"}


def test_nothing_is_exchanged_with_what_is_not_there(folders):
    assert not exchanged(folders / "new", folders / "gone")
    assert told(folders) == {"run": "run", "new": "new"}
