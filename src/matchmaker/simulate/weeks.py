"""Weekly times somebody has, drawn on the half hour within a working day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matchmaker.simulate.dice import Dice

_DAYS: Final = {"Mon": 10, "Tue": 10, "Wed": 10, "Thu": 10, "Fri": 9, "Sat": 3}


def week(dice: Dice, *, slots: tuple[int, int], hours: tuple[int, int]) -> list[str]:
    """Return windows on different days, each so many hours long."""
    days = {dice.one(_DAYS) for _ in range(dice.between(*slots))}
    return [_window(dice, day, hours) for day in _DAYS if day in days]


def slot(dice: Dice, *, hours: tuple[int, int]) -> str:
    """Return one window."""
    return _window(dice, dice.one(_DAYS), hours)


def _window(dice: Dice, day: str, hours: tuple[int, int]) -> str:
    start = 30 * dice.between(18, 28)  # 09:00 to 14:00
    end = min(start + 60 * dice.between(*hours), 18 * 60)
    return f"{day} {_clock(start)}-{_clock(end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
