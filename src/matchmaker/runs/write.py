"""A run folder is written whole or not at all, and never in place of anything that must be kept."""

from __future__ import annotations

from pathlib import Path

from matchmaker.files.telling import shown
from matchmaker.runs.decided import DECISIONS
from matchmaker.runs.folder import cannot, folder_at, write_folder
from matchmaker.runs.run import OURS, READ, SUMS, Run
from matchmaker.runs.sums import sums_of


def write_run(run: Run, path: str | Path, *, force: bool = False) -> Path:
    """Write the run folder with the hashes of its files; return where it stands.

    Files are mode 0600, the folder 0700.

    Raises:
        CannotWrite: something stands there that may not be replaced, or there is no room; what stood
            there before still stands.
    """
    contents = run.files | {SUMS: sums_of(run.files)}
    return write_folder(contents, path, force=force, refuse=refuse_to_replace)


def refuse_to_replace(path: str | Path, *, force: bool) -> Path:
    """Return the place for a run folder, or raise `CannotWrite` when something there must be kept."""
    target, held = folder_at(path, option="--out")
    if not held:
        return target
    if not held.issuperset(READ):
        raise cannot(target, "is there and is not a run folder", maybe="name another folder with --out")
    if DECISIONS in held:
        raise cannot(target, "holds decisions, which would be lost", maybe="name another folder with --out")
    if strange := sorted(held - OURS):
        what = f"also holds {shown(strange[0])}, which we did not write"
        raise cannot(target, what, maybe="move that first")
    if not force:
        maybe = "name another folder with --out, or replace it with --force"
        raise cannot(target, "is there already", maybe=maybe)
    return target
