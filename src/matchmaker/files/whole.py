"""A file is written whole or not at all, and only its owner can read it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown


def write_whole(path: str | Path, content: bytes | str) -> None:
    """Put the content where `path` says, mode 0600; raise `CannotWrite` and leave what stood there."""
    target = Path(path)
    data = content.encode() if isinstance(content, str) else content
    try:
        _replace(target, data)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotWrite(
            f"{shown(target.name)} cannot be written: {why.lower()}. "
            "Maybe choose another folder, or make room."
        ) from None


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
