"""One cell into the plain value that the records read; nothing is coerced that was not said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matchmaker.domain.fields import folded
from matchmaker.files.shown import said
from matchmaker.files.spots import Fault
from matchmaker.files.values import read_value

if TYPE_CHECKING:
    from matchmaker.files.schema import Column
    from matchmaker.files.words import Words

NONE = "none"
"""The word for a list that was asked about and is empty; a blank cell is not asked yet."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that shows an error, or a formula that nothing has worked out."""

    text: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A cell whose value was worked out by a formula."""

    value: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that no reader should be given, and why."""

    fault: Fault


def is_blank(raw: Any) -> bool:
    """Say whether a cell holds nothing."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def read_cell(raw: Any, column: Column, *, words: Words) -> tuple[Any, list[Fault]]:
    """Return the value of a cell that is not blank, and what is wrong with it."""
    if isinstance(raw, Worked):
        if column.safety or column.sort == "id":
            return None, [_worked(raw)]
        raw = raw.value
    if isinstance(raw, Refused):
        return None, [raw.fault]
    if isinstance(raw, Broken):
        return None, [_broken(raw)]
    if not column.many:
        return _sorted_out([read_value(raw, column, words=words)], single=True)
    if isinstance(raw, str) and folded(raw) == NONE:
        return [], []
    pieces = split(raw) if isinstance(raw, str) else [raw]
    if not pieces:
        return None, [Fault("blank", "holds only a ;.", f"Maybe {NONE}, or clear the cell.", raw)]
    return _sorted_out([read_value(piece, column, words=words) for piece in pieces], single=False)


def _sorted_out(values: list[Any], *, single: bool) -> tuple[Any, list[Fault]]:
    faults = [value for value in values if isinstance(value, Fault)]
    good = [value for value in values if not isinstance(value, Fault)]
    if single:
        return (good[0] if good else None), faults
    return good, faults


def split(text: str) -> list[str]:
    r"""Return the parts of a list; ``\;`` stands for a semicolon within a part."""
    parts = re.findall(r"(?:\\[\\;]|[^;])+", text)
    return [re.sub(r"\\([\\;])", r"\1", part.strip()) for part in parts if part.strip()]


def joined(parts: list[str]) -> str:
    """Return a list as the text that `split` takes apart again."""
    text = "; ".join(re.sub(r"([\\;])", r"\\\1", part) for part in parts)
    return text + ";" if folded(text) == NONE else text


def _broken(raw: Broken) -> Fault:
    if raw.text.startswith("#"):
        advice = "Maybe type the value itself, or clear the cell."
        return Fault("error_cell", "is an error of the spreadsheet.", advice, raw.text)
    return Fault("formula_without_value", "holds a formula without a value.", "Maybe type the value itself.")


def _worked(raw: Worked) -> Fault:
    text = "is worked out by a formula, and this is a cell that people rely on."
    return Fault("formula", text, "Maybe type the value itself.", said(raw.value))
