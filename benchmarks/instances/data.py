"""Where published instances lie: never in the project, and nothing fails where they are not."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "MATCHMAKER_DATA"
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Beside the checkout, unless the variable names another folder."""


def folder_of(name: str) -> Path | None:
    """Return the folder of one collection, or None when it is not on this machine."""
    folder = Path(os.environ.get(VARIABLE) or BESIDE) / name
    return folder if folder.is_dir() else None


def absent(name: str) -> str:
    """Say what is skipped, and how it could be had."""
    return f"Skipped: there is no folder {name} of published instances. Maybe set {VARIABLE}."
