"""What stands in for a cell that is wrong, so that the rest of its row is still looked at.

A stand-in never leaves this room: a round with anything wrong in it is not handed out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matchmaker.files.schema import Column, Sheet

BETWEEN_ROWS = frozenset({
    "id_twice", "id_alike", "reserved", "id_is_a_kind", "contradiction",
    "unknown_reference", "not_a_mentor", "in_the_future", "in_the_past",
})  # fmt: skip
"""Findings about two rows; both are right by themselves, and stay as they are."""
_LATE = "review_on"
"""A review that cannot be read must not lie before the day it reviews."""


def stand_in(column: Column, sheet: Sheet, *, row: int) -> Any:
    """Return a value that is right in itself, and the same as no other."""
    value = _single(column, f"unread-{sheet.field}-{row}-{column.name}"[:64])
    return [value] if column.many else value


def _single(column: Column, name: str) -> Any:
    match column.sort:
        case "id" | "text":
            return name
        case "word":
            return column.words[-1]
        case "day":
            return "9999-12-31" if column.name == _LATE else "0001-01-01"
        case other:
            return _PLAIN[other]


_PLAIN: dict[str, Any] = {
    "yes_no": False,
    "whole": 20,
    "number": 1.0,
    "moment": "9999-12-31 00:00",
    "window": "Mon 09:00-10:00",
    "days": "2000-01-01",
}


def bare_row(sheet: Sheet, row: int, *, also: str = "") -> dict[str, Any]:
    """Return a row of nothing but stand-ins, for one whose own cells contradict each other."""
    return {
        column.name: stand_in(column, sheet, row=row)
        for column in sheet.columns
        if column.required or column.name == also
    }
