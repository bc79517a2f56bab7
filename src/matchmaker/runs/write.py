"""A run folder is written whole or not at all, and only its owner can read it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown
from matchmaker.files.whole import sync_folder, write_whole
from matchmaker.runs.decided import DECISIONS
from matchmaker.runs.run import OURS, READ, SUMS, Run
from matchmaker.runs.sums import sums_of
from matchmaker.runs.swap import put_in_place


def write_run(run: Run, path: str | Path, *, force: bool = False) -> Path:
    """Write the folder beside where it belongs and move it there in one step; return where it stands.

    Files are mode 0600, the folder 0700.

    Raises:
        CannotWrite: something stands there that may not be replaced, or there is no room; what stood
            there before still stands.
    """
    target = refuse_to_replace(path, force=force)
    beside: Path | None = None
    try:
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"))
        for name, text in (run.files | {SUMS: sums_of(run.files)}).items():
            write_whole(beside / name, text)
        refuse_to_replace(target, force=force)
        put_in_place(beside, target)
    except OSError as error:
        raise _cannot(target, f"cannot be written ({_why(error)})", "choose another folder") from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    sync_folder(target.parent)
    return target


def refuse_to_replace(path: str | Path, *, force: bool) -> Path:
    """Return the place for a run folder, or raise `CannotWrite` when something there must be kept."""
    try:
        target = Path(path).resolve()
        held = {entry.name for entry in target.iterdir()} if target.is_dir() else None
        there = target.exists()
    except (OSError, ValueError) as error:
        raise _cannot(Path(path), f"cannot be written ({_why(error)})", "choose another folder") from None
    if not target.parent.is_dir():
        raise _cannot(target, "cannot be written: the folder it belongs in is not there", "make that first")
    if not there or held == set():
        return target
    if held is None:
        raise _cannot(target, "is a file", "name another folder with --out")
    if not held.issuperset(READ):
        raise _cannot(target, "is there and is not a run folder", "name another folder with --out")
    if DECISIONS in held:
        raise _cannot(target, "holds decisions, which would be lost", "name another folder with --out")
    if strange := sorted(held - OURS):
        raise _cannot(target, f"also holds {shown(strange[0])}, which we did not write", "move that first")
    if not force:
        raise _cannot(
            target, "is there already", "name another folder with --out, or replace it with --force"
        )
    return target


def _cannot(path: Path, what: str, maybe: str) -> CannotWrite:
    return CannotWrite(f"{shown(path.name or str(path))} {what}. Maybe {maybe}.")


def _why(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error).lower()
