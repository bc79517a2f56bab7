"""The name that was probably meant; a guess is only ever advice, never read."""

from __future__ import annotations

import difflib
from collections.abc import Collection

ENOUGH = 0.65
"""How much of two names must be the same: `Notes` is not `wants`, but `friend` is `befriending`."""
SHORTEST = 3
"""A part that is shorter than this could be of anything."""


def near(name: str, known: Collection[str]) -> str:
    """Return the name that is written most alike, or the only one that this is a part of, or nothing."""
    alike = difflib.get_close_matches(name, sorted(known), n=1, cutoff=ENOUGH)
    parts = [each for each in known if f"_{name.casefold()}_" in f"_{each.casefold()}_"]
    whole = parts if len(parts) == 1 and len(name) >= SHORTEST else []
    return next(iter([*alike, *whole]), "")
