"""Days, times and stretches of them, as a spreadsheet or a database holds them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from matchmaker.files.dates import advice_for_day
from matchmaker.files.shown import said
from matchmaker.files.spots import Fault

if TYPE_CHECKING:
    from matchmaker.files.schema import Column

_DAY_OF_A_DATABASE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?")
"""Databases write a day as its midnight."""


def read_day(raw: Any, column: Column) -> Any:
    """Return the day a cell holds, or the fault; a guess is only ever advice."""
    if isinstance(raw, datetime):
        if raw.time() == time.min:
            return raw.date()
        advice = f"Maybe {raw.date().isoformat()}."
        return Fault("bad_date", "has a time of day, and we need the day only.", advice, said(raw))
    if isinstance(raw, date):
        return raw
    if isinstance(raw, str) and (found := _DAY_OF_A_DATABASE.fullmatch(raw.strip())):
        return found[1]
    advice = advice_for_day(raw) if isinstance(raw, str) else "Maybe write it like 2026-11-30."
    return Fault("bad_date", "is not a date as we write it.", advice, said(raw))


def read_moment(raw: Any, column: Column) -> Any:
    """Return the date and time of day a cell holds, or the fault."""
    if isinstance(raw, datetime):
        # A spreadsheet counts in fractions of a day, which are off by a hair.
        return (raw + timedelta(microseconds=500_000)).replace(microsecond=0)
    if isinstance(raw, date):
        advice = f"Maybe {raw.isoformat()} 10:00."
        return Fault("bad_moment", "has no time of day.", advice, said(raw))
    if isinstance(raw, str):
        return raw.strip()
    return Fault("bad_moment", "is not a date and time.", "Maybe 2026-12-03 10:00.", said(raw))


def read_window(raw: Any, column: Column) -> Any:
    """Return a weekly time as it was written, or the fault."""
    if isinstance(raw, str):
        return raw.strip()
    text = "is not a weekday and two times."
    return Fault("bad_window", text, "Maybe write it like Mon 10:00-12:30.", said(raw))


def read_days(raw: Any, column: Column) -> Any:
    """Return a stretch of days as it was written, or the fault."""
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date | str):
        return str(raw).strip()
    text = "is not a stretch of days."
    return Fault("bad_span", text, "Maybe write it like 2026-12-01 to 2026-12-14.", said(raw))
