"""Rows in the order in which people look for them: B2 before B10."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from matchmaker.domain.words import in_turn

if TYPE_CHECKING:
    from matchmaker.domain.record import Record
    from matchmaker.files.schema import Sheet


def in_natural_order(sheet: Sheet, rows: Iterable[Record]) -> tuple[Record, ...]:
    """Return rows by their id, and rows without one by the ids and words that they name.

    What is the same to this order stays as it stood, so that a round is always written alike.
    """
    named = [each.name for each in sheet.columns if each.sort == "id" and not each.many]
    named = named or [each.name for each in sheet.columns if each.sort == "text" and each.required]
    return tuple(sorted(rows, key=lambda row: [in_turn(getattr(row, name) or "") for name in named]))
