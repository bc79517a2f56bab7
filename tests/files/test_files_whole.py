"""Written whole or not at all: what stood there before still stands when anything goes wrong."""

import os
from pathlib import Path

import pytest

from matchmaker.errors import CannotWrite
from matchmaker.files.whole import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_holds_what_was_written_and_only_its_owner_reads_it(tmp_path):
    target = tmp_path / "a.json"
    before = os.umask(0)
    try:
        write_whole(target, "Zoë\n")
    finally:
        os.umask(before)
    assert target.read_bytes() == b"Zo\xc3\xab\n"
    assert target.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["a.json"]


def test_a_file_that_was_there_is_replaced(tmp_path):
    target = tmp_path / "a.json"
    target.write_text("old and longer")
    write_whole(str(target), b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_the_disk_is_full_the_old_file_stands(tmp_path, monkeypatch, step):
    target = tmp_path / "a.json"
    target.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], full)
    with pytest.raises(CannotWrite, match=r"a\.json cannot be written: no space left on device\. Maybe"):
        write_whole(target, b"new")
    assert target.read_text() == "old"
    assert names(tmp_path) == ["a.json"]


def test_nothing_is_left_behind_by_an_interrupt(tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.json", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("path", ["missing/a.json", "", "a\0b"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, path):
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_whole(tmp_path / path if path else tmp_path, b"new")
