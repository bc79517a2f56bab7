"""Puts a finished folder in the place of another in one step, so that one of the two always stands."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""


def put_in_place(new: Path, target: Path) -> None:
    """Move a folder to where it belongs; what stood there ends up under the name of the new one."""
    if not target.exists() or not any(target.iterdir()):
        new.replace(target)
    elif not exchanged(new, target):
        _in_two_steps(new, target)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two names at once where the system can, and say whether it could."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _in_two_steps(new: Path, target: Path) -> None:
    """Set the old folder aside first; when the second step fails it goes back."""
    aside = new.with_suffix(".old")
    target.replace(aside)
    try:
        new.replace(target)
    except OSError:
        aside.replace(target)
        raise
    aside.replace(new)
