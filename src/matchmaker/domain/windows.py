"""Weekly windows of time, such as ``Mon 10:00-12:30``, and what several people have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHAPE = re.compile(r"([A-Za-z]+) +([0-9]{1,2}):([0-9]{2}) ?[-–] ?([0-9]{1,2}):([0-9]{2})")

_TIME = "([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_NEARLY = re.compile(f"([A-Za-z]+) *{_TIME} ?(?:-|–|to) ?{_TIME}")
"""Such as Mon 10-12 or Mon 10.00 to 12.00: what is meant is plain, and still typed by whoever knows."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of a weekday; minutes are counted from midnight."""

    day: int
    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Window:
        """Read ``Mon 10:00-12:30``; anything else is a ValueError with advice."""
        found = _SHAPE.fullmatch(text.strip())
        names = [day for day, long in enumerate(_LONG) if found and found[1].casefold() in (long, long[:3])]
        if not found or not names:
            raise ValueError(f"is not a weekday and two times. {_advice(text)}")
        from_hour, from_minute, to_hour, to_minute = (int(part) for part in found.groups()[1:])
        start, end = from_hour * 60 + from_minute, to_hour * 60 + to_minute
        if from_minute > 59 or to_minute > 59 or not start < end <= 24 * 60:
            raise ValueError("ends before it starts, or is no time of day. Maybe split it at midnight.")
        return cls(names[0], start, end)

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start

    def __str__(self) -> str:
        """Write it the way it is read."""
        return f"{DAYS[self.day]} {_clock(self.start)}-{_clock(self.end)}"


def _advice(text: str) -> str:
    """Return how these times would be written, if that can be told from them."""
    times = text.partition(" ")[2].replace(" ", "")
    found = _NEARLY.fullmatch(text.strip())
    if "," in times and ";" not in times:
        return "Maybe put ; between times: Mon 10:00-12:30; Thu 14:00-16:00."
    if found and found[1].casefold()[:3] in (day.casefold() for day in DAYS):
        start, end = (int(found[n]) * 60 + int(found[n + 1] or 0) for n in (2, 4))
        if start < end <= 24 * 60:
            return f"Maybe {found[1][:3].capitalize()} {_clock(start)}-{_clock(end)}."
    return "Maybe write it like Mon 10:00-12:30."


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def moment_windows(moment: datetime, minutes: int) -> tuple[Window, ...]:
    """Return the weekly time of a one-off appointment; past midnight it goes on the next day."""
    start = moment.hour * 60 + moment.minute
    today = Window(moment.weekday(), start, min(start + minutes, 1440))
    over = start + minutes - 1440
    return (today, Window((moment.weekday() + 1) % 7, 0, over)) if over > 0 else (today,)


def all_within(needed: Iterable[Window], free: Sequence[Window]) -> bool:
    """Say whether every one of these times lies wholly within the free ones."""
    known = merged(free)
    return all(longest(overlap(known, (window,))) >= window.minutes for window in needed)


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return the same times as sorted windows that neither touch nor overlap."""
    result: list[Window] = []
    for window in sorted(windows):
        last = result[-1] if result else None
        if last and last.day == window.day and window.start <= last.end:
            result[-1] = Window(last.day, last.start, max(last.end, window.end))
        else:
            result.append(window)
    return tuple(result)


def overlap(one: Sequence[Window], other: Sequence[Window]) -> tuple[Window, ...]:
    """Return the times that lie in both."""
    return merged(
        Window(a.day, max(a.start, b.start), min(a.end, b.end))
        for a in one
        for b in other
        if a.day == b.day and max(a.start, b.start) < min(a.end, b.end)
    )


def without(windows: Sequence[Window], taken: Sequence[Window]) -> tuple[Window, ...]:
    """Return what is left of `windows` once `taken` is cut out."""
    left = list(merged(windows))
    for cut in taken:
        left = [piece for window in left for piece in _cut(window, cut)]
    return merged(left)


def _cut(window: Window, cut: Window) -> list[Window]:
    if window.day != cut.day or cut.end <= window.start or window.end <= cut.start:
        return [window]
    pieces = [Window(window.day, window.start, cut.start), Window(window.day, cut.end, window.end)]
    return [piece for piece in pieces if piece.start < piece.end]


def times_in_common(
    free: Iterable[Sequence[Window] | None],
    taken: Sequence[Window],
    *,
    others: Iterable[Sequence[Window] | None],
) -> tuple[Window, ...] | None:
    """Return the times that all who are free share, less what is taken, and within the others' times.

    Times that are not known yet limit nothing; when nobody's are known the answer is None.
    """
    known = [times for times in free if times is not None]
    if not known:
        return None
    left = without(known[0], taken)
    for times in (*known[1:], *others):
        left = left if times is None else overlap(left, times)
    return left


def longest(windows: Iterable[Window]) -> int:
    """Return the minutes of the longest single stretch, 0 when there is none."""
    return max((window.minutes for window in windows), default=0)
