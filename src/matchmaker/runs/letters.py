"""A folder of letters: all of them or none, and nobody else can read them."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown
from matchmaker.files.whole import sync_folder, write_whole
from matchmaker.runs.swap import put_in_place

_OURS = re.compile(r"letter-[0-9a-f]{16}\.html")


def write_letters(contents: Mapping[str, str], path: str | Path, *, force: bool = False) -> Path:
    """Write every letter into a folder of their own (files 0600, folder 0700); return where it stands.

    Raises:
        CannotWrite: something stands there that may not be replaced, or there is no room; what stood
            there before still stands.
    """
    target = letters_folder(path, force=force)
    beside: Path | None = None
    try:
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"))
        for name, text in contents.items():
            write_whole(beside / name, text)
        letters_folder(target, force=force)
        put_in_place(beside, target)
    except OSError as error:
        raise _cannot(target, f"cannot be written ({_why(error)})", "choose another folder") from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    sync_folder(target.parent)
    return target


def letters_folder(path: str | Path, *, force: bool) -> Path:
    """Return the place for a folder of letters; with `force` it may hold older letters, and nothing else."""
    try:
        target = Path(path).resolve()
        held = {entry.name for entry in target.iterdir()} if target.is_dir() else None
        there = target.exists()
    except (OSError, ValueError) as error:
        raise _cannot(Path(path), f"cannot be written ({_why(error)})", "choose another folder") from None
    if not target.parent.is_dir():
        raise _cannot(target, "cannot be written: the folder it belongs in is not there", "make that first")
    if there and held is None:
        raise _cannot(target, "is a file", "name another folder with --letters")
    strange = sorted(name for name in held or () if not _OURS.fullmatch(name))
    if strange:
        raise _cannot(target, f"also holds {shown(strange[0])}, which is no letter", "name another folder")
    if held and not force:
        raise _cannot(target, "holds letters already", "name another folder, or replace them with --force")
    return target


def _cannot(path: Path, what: str, maybe: str) -> CannotWrite:
    return CannotWrite(f"{shown(path.name or str(path))} {what}. Maybe {maybe}.")


def _why(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error).lower()
