"""Numbers as a spreadsheet holds them, and what somebody meant who wrote one as something else."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from matchmaker.files.shown import said
from matchmaker.files.spots import Fault
from matchmaker.files.written import number

if TYPE_CHECKING:
    from matchmaker.files.schema import Column

IN_MINUTES = "60 for an hour"


def read_number(raw: Any, column: Column) -> Any:
    """Return the number a cell holds, or the fault."""
    found = number(raw)
    return found if found is not None else _no_number(raw, "is not a number.", _usual(column, "2 or 2.5"))


def read_whole(raw: Any, column: Column) -> Any:
    """Return the whole number a cell holds, or the fault; nothing is rounded."""
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
