"""The hashes of a run folder's files, in the form that `sha256sum --check` reads too."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from matchmaker.errors import CannotRead
from matchmaker.files.archive import read_bytes
from matchmaker.files.sizes import LARGE
from matchmaker.files.telling import folder_shown
from matchmaker.runs.run import SUMS

_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._-]+)")


def sums_of(contents: Mapping[str, str]) -> str:
    """Return one line a file: its hash, two spaces, its name."""
    return "".join(f"{_hash(text.encode())}  {name}\n" for name, text in sorted(contents.items()))


def sealed(folder: str | Path) -> bool:
    """Say whether a folder holds its hashes at all."""
    return (Path(folder) / SUMS).is_file()


def edited(folder: str | Path) -> tuple[str, ...]:
    """Return the names of files that are not as they were written, or are gone.

    Raises:
        CannotRead: there are no hashes, or they are damaged.
    """
    place = Path(folder)
    text = read_bytes(place / SUMS).decode("ascii", errors="replace")
    found = [_LINE.fullmatch(line) for line in text.splitlines()]
    if not found or None in found:
        raise CannotRead(f"{folder_shown(folder)}: {SUMS} is damaged. Maybe run match again.")
    return tuple(line[2] for line in found if line and _hash_of_file(place / line[2]) != line[1])


def _hash_of_file(path: Path) -> str:
    try:
        return _hash(read_bytes(path, LARGE))
    except CannotRead:
        return ""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
