"""One value of each sort, as a spreadsheet holds it, into what the records read."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from matchmaker.domain.fields import NAMES_SHOWN, folded
from matchmaker.files.dates import advice_for_day
from matchmaker.files.schema import Column
from matchmaker.files.spots import Fault
from matchmaker.files.words import Words, nearest, plain
from matchmaker.files.written import number

if TYPE_CHECKING:
    from matchmaker.files.schema import Sort

_DAY_OF_A_DATABASE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?")
"""Databases write a day as its midnight."""
IN_MINUTES = "60 for an hour"
MOST_DIGITS = 15
"""A spreadsheet keeps no more digits of a number than this."""


def read_value(raw: Any, column: Column, *, words: Words) -> Any:
    """Return what the value says, or the fault that keeps us from reading it."""
    return _READERS[column.sort](raw, column, words)


def said(raw: Any) -> str:
    """Return a cell's value as it looks."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float) and math.isfinite(raw) and raw == int(raw):
        return str(int(raw))
    return raw.isoformat(" ", "minutes") if isinstance(raw, datetime) else str(raw)


def _id(raw: Any, column: Column, words: Words) -> Any:
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return _numbered_id(raw)
    if not isinstance(raw, str):
        return _not_text(raw)
    text = raw.strip()
    found = words.find(column.names, text)
    if found or re.fullmatch(NAMES_SHOWN, text):
        return found or text
    if not column.names:
        return text
    near = words.near(column.names, text)
    advice = f"Maybe {near}?" if near else "Maybe add it first, or check its spelling."
    if column.many and "," in text:
        advice = f"Maybe put ; between them: {'; '.join(p.strip() for p in text.split(','))}."
    return Fault("unknown_reference", f"is not among the {column.names}.", advice, text)


def _numbered_id(raw: float) -> Any:
    if not math.isfinite(raw) or raw != int(raw) or raw < 0:
        return Fault("bad_id", "is not an id.", "Maybe a short code such as M07.", said(raw))
    if raw >= 10**MOST_DIGITS:
        text = f"has more digits than a spreadsheet keeps ({MOST_DIGITS})."
        advice = "Maybe set the cell to text, and type the id again."
        return Fault("id_precision", text, advice, said(raw))
    return str(int(raw))


def _text(raw: Any, column: Column, words: Words) -> Any:
    return str(raw).replace("\r\n", "\n") if isinstance(raw, str) else _not_text(raw)


def _not_text(raw: Any) -> Fault:
    kind = "a date" if isinstance(raw, date) else "a time" if isinstance(raw, time) else "a number"
    kind = "a logical value" if isinstance(raw, bool) else kind
    advice = "Maybe set the cell to text, and type it again."
    return Fault("not_text", f"is {kind} here, not text.", advice, said(raw))


def _word(raw: Any, column: Column, words: Words) -> Any:
    forms = {plain(word): word for word in column.words}
    found = forms.get(plain(raw)) if isinstance(raw, str) else None
    if found:
        return found
    near = nearest(said(raw), column.words)
    advice = f"Maybe {near}?" if near else f"Maybe one of: {', '.join(column.words)}."
    if column.many and isinstance(raw, str) and "," in raw:
        advice = "Maybe put ; between the words."
    return Fault("unknown_word", "is not one of the words for this.", advice, said(raw))


def _yes_no(raw: Any, column: Column, words: Words) -> Any:
    text = folded(raw) if isinstance(raw, str) else ""
    if text in ("yes", "no"):
        return text == "yes"
    return Fault("bad_yes_no", "is neither yes nor no.", "Maybe yes or no.", said(raw))


def _number(raw: Any, column: Column, words: Words) -> Any:
    found = number(raw)
    return found if found is not None else _no_number(raw, "is not a number.", _usual(column, "2 or 2.5"))


def _whole(raw: Any, column: Column, words: Words) -> Any:
    found = number(raw)
    if found is None:
        if not _split_in_two(raw):
            return _no_number(raw, "is not a whole number.", _usual(column, "2 or 3"))
        low = int(raw.strip().partition(",")[0])
    elif found == int(found):
        return int(found)
    else:
        low = math.floor(found)
    return Fault("not_whole", "is not a whole number.", f"Maybe {low} or {low + 1}.", said(raw))


def _split_in_two(raw: Any) -> bool:
    """Say whether a number is written with a comma for a point, such as 1,5."""
    return isinstance(raw, str) and re.fullmatch(r"\d+,\d{1,2}", raw.strip()) is not None


def _usual(column: Column, usual: str) -> str:
    return IN_MINUTES if column.name.endswith("minutes") else usual


def _no_number(raw: Any, message: str, usual: str) -> Fault:
    return Fault("bad_number", message, _meant(raw, usual), said(raw))


def _meant(raw: Any, usual: str) -> str:
    """Return advice on a number that was written as something else."""
    text = raw.strip() if isinstance(raw, str) else ""
    if text.startswith(("=", "+", "@")):
        return "Maybe type the value itself, not a formula."
    if re.fullmatch(r"\d{1,3}(,\d{3})+", text):
        return f"Maybe {text.replace(',', '')}, without the comma."
    if _split_in_two(text):
        return f"Maybe {text.replace(',', '.')}, with a point."
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return f"Maybe set the cell to number and type {text} again: it is held as text."
    # Neither 1/2 nor 1h30 is 1, and an hour is not one minute.
    found = re.fullmatch(r"(\d+(?:\.\d+)?)[^\d/]*", text)
    other = usual == IN_MINUTES and "h" in text.casefold()
    return f"Maybe {found[1] if found and not other else usual}."


def _day(raw: Any, column: Column, words: Words) -> Any:
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


def _moment(raw: Any, column: Column, words: Words) -> Any:
    if isinstance(raw, datetime):
        # A spreadsheet counts in fractions of a day, which are off by a hair.
        return (raw + timedelta(microseconds=500_000)).replace(microsecond=0)
    if isinstance(raw, date):
        advice = f"Maybe {raw.isoformat()} 10:00."
        return Fault("bad_moment", "has no time of day.", advice, said(raw))
    if isinstance(raw, str):
        return raw.strip()
    return Fault("bad_moment", "is not a date and time.", "Maybe 2026-12-03 10:00.", said(raw))


def _window(raw: Any, column: Column, words: Words) -> Any:
    if isinstance(raw, str):
        return raw.strip()
    text = "is not a weekday and two times."
    return Fault("bad_window", text, "Maybe write it like Mon 10:00-12:30.", said(raw))


def _days(raw: Any, column: Column, words: Words) -> Any:
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date | str):
        return str(raw).strip()
    text = "is not a stretch of days."
    return Fault("bad_span", text, "Maybe write it like 2026-12-01 to 2026-12-14.", said(raw))


_Reader: TypeAlias = Callable[[Any, Column, Words], Any]
_READERS: Mapping[Sort, _Reader] = {
    "id": _id,
    "text": _text,
    "word": _word,
    "yes_no": _yes_no,
    "whole": _whole,
    "number": _number,
    "day": _day,
    "moment": _moment,
    "window": _window,
    "days": _days,
}
