"""A file is written whole or not at all, and only its owner can read it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown

_CANNOT = "{} cannot be written: {}. Maybe choose another folder, or make room."


def write_whole(path: str | Path, content: bytes | str) -> None:
    """Put the content where `path` says, mode 0600; raise `CannotWrite` and leave what stood there."""
    target = Path(path)
    data = content.encode() if isinstance(content, str) else content
    try:
        _replace(target, data)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotWrite(_CANNOT.format(shown(target.name), why.lower())) from None


def write_whole_folder(path: str | Path, contents: Mapping[str, bytes]) -> None:
    """Put a new folder where `path` says, mode 0700, its files 0600; all of them or none.

    Raises:
        CannotWrite: something stands there already, or it cannot be written.
    """
    target = Path(path)
    beside: Path | None = None
    try:
        if os.path.lexists(target) and (target.is_symlink() or not target.is_dir() or any(target.iterdir())):
            raise CannotWrite(f"{shown(target.name)} is there already. Maybe choose another name.")
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=".", suffix=".part"))
        for name, data in contents.items():
            write_whole(beside / name, data)
        beside.replace(target)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(_CANNOT.format(shown(target.name), why.lower())) from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    sync_folder(target.parent)


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, so that the last step is a rename on one file system."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; a system that cannot do so is no failure."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
