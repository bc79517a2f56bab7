"""A cell's value as somebody sees it, for sentences about it."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any


def said(raw: Any) -> str:
    """Return a cell's value as it looks."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float) and math.isfinite(raw) and raw == int(raw):
        return str(int(raw))
    return raw.isoformat(" ", "minutes") if isinstance(raw, datetime) else str(raw)
