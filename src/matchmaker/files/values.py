"""One value of each sort, as a spreadsheet holds it, into what the records read."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any, TypeAlias

from matchmaker.domain.fields import NAMES_SHOWN, folded
from matchmaker.files.numbers import read_number, read_whole
from matchmaker.files.schema import Column
from matchmaker.files.shown import said
from matchmaker.files.spots import Fault
from matchmaker.files.times import read_day, read_days, read_moment, read_window
from matchmaker.files.words import Words, nearest, plain

if TYPE_CHECKING:
    from matchmaker.files.schema import Sort

MOST_DIGITS = 15
"""A spreadsheet keeps no more digits of a number than this."""


def read_value(raw: Any, column: Column, *, words: Words) -> Any:
    """Return what the value says, or the fault that keeps us from reading it."""
    return _id(raw, column, words) if column.sort == "id" else _READERS[column.sort](raw, column)


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


def _text(raw: Any, column: Column) -> Any:
    return str(raw).replace("\r\n", "\n") if isinstance(raw, str) else _not_text(raw)


def _not_text(raw: Any) -> Fault:
    kind = "a date" if isinstance(raw, date) else "a time" if isinstance(raw, time) else "a number"
    kind = "a logical value" if isinstance(raw, bool) else kind
    advice = "Maybe set the cell to text, and type it again."
    return Fault("not_text", f"is {kind} here, not text.", advice, said(raw))


def _word(raw: Any, column: Column) -> Any:
    forms = {plain(word): word for word in column.words}
    found = forms.get(plain(raw)) if isinstance(raw, str) else None
    if found:
        return found
    near = nearest(said(raw), column.words)
    advice = f"Maybe {near}?" if near else f"Maybe one of: {', '.join(column.words)}."
    if column.many and isinstance(raw, str) and "," in raw:
        advice = "Maybe put ; between the words."
    return Fault("unknown_word", "is not one of the words for this.", advice, said(raw))


def _yes_no(raw: Any, column: Column) -> Any:
    text = folded(raw) if isinstance(raw, str) else ""
    if text in ("yes", "no"):
        return text == "yes"
    return Fault("bad_yes_no", "is neither yes nor no.", "Maybe yes or no.", said(raw))


_Reader: TypeAlias = Callable[[Any, Column], Any]
_READERS: Mapping[Sort, _Reader] = {
    "text": _text,
    "word": _word,
    "yes_no": _yes_no,
    "whole": read_whole,
    "number": read_number,
    "day": read_day,
    "moment": read_moment,
    "window": read_window,
    "days": read_days,
}
