"""A folder is written beside where it belongs and moved there in one step; only its owner can read it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown
from matchmaker.files.whole import sync_folder, write_whole
from matchmaker.runs.swap import put_in_place


class Refusal(Protocol):
    """Says where a folder goes, or raises `CannotWrite` when something there must be kept."""

    def __call__(self, path: str | Path, *, force: bool) -> Path:
        """Return the whole path."""


def write_folder(contents: Mapping[str, str], path: str | Path, *, force: bool, refuse: Refusal) -> Path:
    """Write a folder (mode 0700, its files 0600) and return where it stands.

    `refuse` is asked twice: something may come to stand there while we write.

    Raises:
        CannotWrite: what `refuse` says, or there is no room; what stood there before still stands.
    """
    target = refuse(path, force=force)
    beside: Path | None = None
    try:
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"))
        for name, text in contents.items():
            write_whole(beside / name, text)
        refuse(target, force=force)
        put_in_place(beside, target)
    except OSError as error:
        raise _unwritable(target, error) from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    sync_folder(target.parent)
    return target


def folder_at(path: str | Path, *, option: str) -> tuple[Path, frozenset[str]]:
    """Return where a folder would go, and the names of what it holds if it is there already.

    Raises:
        CannotWrite: no folder can stand there; the advice names the option that says where.
    """
    try:
        target = Path(path).resolve()
        held = frozenset(entry.name for entry in target.iterdir()) if target.is_dir() else None
        there = target.exists()
    except (OSError, ValueError) as error:
        raise _unwritable(Path(path), error) from None
    except RuntimeError:  # what `resolve` says of links that go round, with the whole path in it
        raise cannot(Path(path), "is a link to itself", maybe=f"name another folder with {option}") from None
    if not target.parent.is_dir():
        raise cannot(
            target, "cannot be written: the folder it belongs in is not there", maybe="make that first"
        )
    if there and held is None:
        raise cannot(target, "is a file", maybe=f"name another folder with {option}")
    return target, held or frozenset()


def cannot(target: Path, what: str, *, maybe: str) -> CannotWrite:
    """Return the error for a folder that cannot be put where it should be."""
    return CannotWrite(f"{shown(target.name or str(target))} {what}. Maybe {maybe}.")


def _unwritable(target: Path, error: Exception) -> CannotWrite:
    why = str(getattr(error, "strerror", None) or error).lower()
    return cannot(target, f"cannot be written ({why})", maybe="choose another folder")
