"""Who's waiting: how long, as bars and as the table behind them; nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.pages.before import ABOUT_WAITING
from matchmaker.pages.pack.first import warnings
from matchmaker.pages.setting import counted
from matchmaker.policy.priorities import waited_too_long

if TYPE_CHECKING:
    from matchmaker.pages.pack.view import View

_ACROSS = 220
"""How wide the longest bar is, in the plot's own units."""


@dataclass(frozen=True)
class Bar:
    """People who have waited so many weeks."""

    weeks: str
    people: int
    width: int
    overdue: bool


@dataclass(frozen=True)
class Waiting:
    """The figures of everybody who asked."""

    asked: int
    overdue: int
    weeks: int
    longest: str
    urgent: int
    later: tuple[str, ...]
    bars: tuple[Bar, ...]


def waiting(view: View) -> Waiting:
    """Return how many asked and how long they have waited."""
    context, weeks = view.context, view.agenda.policy.overdue_weeks
    waits = [(context.as_of - p.asked_on).days // 7 for p in context.requests if p.asked_on]
    return Waiting(
        asked=len(context.requests),
        overdue=sum(
            waited_too_long(person, view.agenda.policy, context=context) for person in context.requests
        ),
        weeks=weeks,
        longest=counted(max(waits, default=0), "week"),
        urgent=sum(person.urgent for person in context.requests),
        later=tuple(warning.sentence for warning in warnings(view) if warning.code in ABOUT_WAITING),
        bars=bars(waits, weeks),
    )


def bars(waits: list[int], overdue: int) -> tuple[Bar, ...]:
    """Return the people in each span of weeks; spans end where waiting becomes too long.

    With 12 weeks: 0 to 3, 4 to 7, 8 to 11, 12 to 23, 24 to 47, 48 or more.
    """
    starts = sorted({0, overdue // 3, 2 * overdue // 3, overdue, 2 * overdue, 4 * overdue})
    found = []
    for place, start in enumerate(starts):
        end = starts[place + 1] - 1 if place + 1 < len(starts) else None
        words = f"{start} or more" if end is None else f"{start}" if end == start else f"{start} to {end}"
        people = sum(start <= wait and (end is None or wait <= end) for wait in waits)
        found.append((words, people, start >= overdue))
    most = max((people for _, people, _ in found), default=0) or 1
    return tuple(Bar(words, people, -(-people * _ACROSS // most), late) for words, people, late in found)
