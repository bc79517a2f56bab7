"""Guesses at what day somebody meant; a guess is only ever advice, never read."""

from __future__ import annotations

import re
from datetime import date

_NUMBERS = re.compile(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS = re.compile(r"(\d{1,2})(?:[a-z]{2})?[ .-]+([a-z]{3,9})[ .,-]+(\d{4})")
_WORDS_US = re.compile(r"([a-z]{3,9})[ .]+(\d{1,2})(?:[a-z]{2})?[ .,]+(\d{4})")


def advice_for_day(text: str) -> str:
    """Return a line of advice with the day, or both days, that the text could mean."""
    days = [day.isoformat() for day in guesses(text)]
    if not days:
        return "Maybe write it like 2026-11-30."
    tail = ": the year first, then month and day" if len(days) > 1 else ""
    return f"Maybe {' or '.join(days)}{tail}."


def guesses(text: str) -> list[date]:
    """Return every day that the text could mean, the usual reading here first."""
    said = text.strip().casefold()
    if found := _NUMBERS.fullmatch(said):
        first, middle, last = (int(part) for part in found.groups())
        if len(found[1]) == 4:
            return _days((first, middle, last))
        year = last if len(found[3]) == 4 else 2000 + last
        # 26-11-02 is how some machines write 2 November 2026; up to 19 a day is likelier than a year.
        short = [(2000 + first, middle, last)] if "-" in said and first >= 20 and len(found[3]) < 4 else []
        return _days((year, middle, first), (year, first, middle), *short)
    if found := _WORDS.fullmatch(said):
        return _days((int(found[3]), _month(found[2]), int(found[1])))
    if found := _WORDS_US.fullmatch(said):
        return _days((int(found[3]), _month(found[1]), int(found[2])))
    return []


def _month(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def _days(*candidates: tuple[int, int, int]) -> list[date]:
    found: list[date] = []
    for year, month, day in candidates:
        try:
            guess = date(year, month, day)
        except ValueError:
            continue
        found += [guess] if guess not in found else []
    return found
