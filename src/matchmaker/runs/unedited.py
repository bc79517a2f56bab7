"""A run that is as it was written: what was proposed is what the rules were kept for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.errors import CannotRead
from matchmaker.files.telling import folder_shown
from matchmaker.runs.load import load_run
from matchmaker.runs.run import CERTIFICATE, READ
from matchmaker.runs.sums import edited, sealed

if TYPE_CHECKING:
    from pathlib import Path

    from matchmaker.runs.run import Run


def unedited_run(path: str | Path) -> Run:
    """Return what a run folder holds, to be built on: decided about, or followed by the next round.

    Raises:
        CannotRead: it cannot be read, or was edited since; an "ask first" might now say ready.
    """
    run = load_run(path)
    changed = sealed(path) and not {*READ, CERTIFICATE}.isdisjoint(edited(path))
    if changed or run.proposal.round_hash != run.round.fingerprint:
        raise CannotRead(f"{folder_shown(path)} was edited since it was written. Maybe run match again.")
    return run
