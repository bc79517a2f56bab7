"""Where a new file goes; one that is there may hold somebody's afternoon, and is never written over."""

from __future__ import annotations

import os
from pathlib import Path

import click

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown


def new_file(name: str, *, endings: tuple[str, ...]) -> Path:
    """Return the path for a new file, or raise `CannotWrite` when something is there already."""
    path = Path(name)
    if path.suffix.casefold() not in endings:
        raise click.UsageError(f"{shown(path.name)} should end in {' or '.join(endings)}.")
    if os.path.lexists(path):
        raise CannotWrite(f"{shown(path.name)} is there already. Maybe choose another name.")
    return path
