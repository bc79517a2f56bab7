"""Four policies to start from, each after one of the sources; what differs is what that source says."""

from __future__ import annotations

import difflib
from importlib import resources
from typing import Final

from matchmaker.errors import ArgumentError

PRESETS: Final = ("wyfi", "icm", "housing-first", "vocational")


def preset_text(name: str) -> str:
    """Return a preset as the policy file it is, with the lines of the sources in its comments."""
    if name not in PRESETS:
        near = difflib.get_close_matches(name, PRESETS, n=1)
        maybe = f"{near[0]}?" if near else f"one of {', '.join(PRESETS)}."
        raise ArgumentError(f"There is no preset {name!r}. Maybe {maybe}")
    return (resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
