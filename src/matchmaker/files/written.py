"""Cells of files that know nothing but text, such as CSV: a number there is its digits."""

from __future__ import annotations

import math
import re
from typing import Any

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


class Written(str):
    """A cell as it was written."""

    __slots__ = ()


def number(raw: Any) -> float | None:
    """Return the number that a cell holds, or None; TRUE, 1e9, 0x10, inf and 1,5 are none."""
    if isinstance(raw, Written):
        text = raw.strip()
        return float(text) if _NUMBER.fullmatch(text) else None
    plain = isinstance(raw, float | int) and not isinstance(raw, bool)
    return raw if plain and math.isfinite(raw) else None
