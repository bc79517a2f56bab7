"""A folder of letters: all of them or none, and nobody else can read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from matchmaker.files.telling import shown
from matchmaker.runs.folder import cannot, folder_at, write_folder

_OURS = re.compile(r"(letter|to-mentor)-[0-9a-f]{16}\.html")


def write_letters(contents: Mapping[str, str], path: str | Path, *, force: bool = False) -> Path:
    """Write every letter into a folder of their own (files 0600, folder 0700); return where it stands.

    Raises:
        CannotWrite: something stands there that may not be replaced, or there is no room; what stood
            there before still stands.
    """
    return write_folder(contents, path, force=force, refuse=letters_folder)


def letters_folder(path: str | Path, *, force: bool) -> Path:
    """Return the place for a folder of letters; with `force` it may hold older letters, and nothing else."""
    target, held = folder_at(path, option="--letters")
    strange = sorted(name for name in held if not _OURS.fullmatch(name))
    if strange:
        what = f"also holds {shown(strange[0])}, which is no letter"
        raise cannot(target, what, maybe="name another folder")
    if held and not force:
        maybe = "name another folder, or replace them with --force"
        raise cannot(target, "holds letters already", maybe=maybe)
    return target
