"""Where a new file goes; one that is there may hold somebody's afternoon, and is never written over."""

from __future__ import annotations

import os
from pathlib import Path

import click

from matchmaker.errors import CannotWrite
from matchmaker.files.telling import shown


def new_file(name: str, *, endings: tuple[str, ...], force: bool | None = None) -> Path:
    """Return the path for a new file or folder, or raise `CannotWrite` when something is there already.

    `force` replaces a file, never a folder or what a link leads to; None where a command has no --force.
    """
    path = Path(name)
    if path.suffix.casefold() not in endings:
        named = " or ".join(ending for ending in endings if ending)
        folder = ", or in nothing for a folder of .csv files" if "" in endings else ""
        raise click.UsageError(f"{shown(path.name)} should end in {named}{folder}.")
    if os.path.lexists(path) and not (force and path.is_file() and not path.is_symlink()):
        or_force = ", or replace it with --force" if force is False else ""
        raise CannotWrite(f"{shown(path.name)} is there already. Maybe choose another name{or_force}.")
    return path
