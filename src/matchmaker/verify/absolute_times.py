"""Breaks and weekly times read from their text, so that no other reading is trusted."""

from __future__ import annotations

import re
from datetime import date, datetime

DAY = 24 * 60
WEEK = 7 * DAY
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WINDOW = re.compile(r"(\w{3}) (\d\d):(\d\d)-(\d\d):(\d\d)", re.ASCII)
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)(?: (to)(?: (\d{4}-\d\d-\d\d))?)?", re.ASCII)


def covers(span: str, day: date) -> bool:
    """Say whether `2026-12-01 to 2026-12-14`, `2026-12-01` or `2026-12-01 to` holds that day."""
    found = _SPAN.fullmatch(span.strip())
    if not found:
        raise ValueError(f"{span!r} is not a break. Maybe write it like 2026-12-01 to 2026-12-14.")
    first = date.fromisoformat(found[1])
    if found[3]:
        return first <= day <= date.fromisoformat(found[3])
    return first <= day if found[2] else first == day


def meets(window: str, moment: datetime, *, minutes: int) -> bool:
    """Say whether so many minutes from the moment on overlap the weekly time; to touch is no overlap."""
    begins, ends = _week_minutes(window)
    start = moment.weekday() * DAY + moment.hour * 60 + moment.minute
    # A late start runs on into the next day, and from Sunday into Monday.
    return any(begins < start + shift + minutes and start + shift < ends for shift in (-WEEK, 0))


def touch(one: str, other: str) -> bool:
    """Say whether two weekly times overlap or follow each other on one day."""
    (begins, ends), (begins2, ends2) = _week_minutes(one), _week_minutes(other)
    return begins // DAY == begins2 // DAY and begins <= ends2 and begins2 <= ends


def _week_minutes(window: str) -> tuple[int, int]:
    """Return begin and end in minutes since Monday 00:00; 24:00 ends a day."""
    found = _WINDOW.fullmatch(window.strip())
    if found and found[1] in _DAYS:
        start = _DAYS.index(found[1]) * DAY
        begins, ends = (int(found[i]) * 60 + int(found[i + 1]) for i in (2, 4))
        if begins < ends <= DAY:
            return start + begins, start + ends
    raise ValueError(f"{window!r} is not a weekly time. Maybe write it like Mon 10:00-12:30.")
