"""Draws that come out the same for the same seed, on every machine and in every order of hashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final, TypeAlias, TypeVar

T = TypeVar("T")
Row: TypeAlias = dict[str, Any]
"""A record as plain data; a cell that is not there was not asked yet."""

AS_OF: Final = date(2026, 11, 16)
"""The day of every synthetic round: today would make two runs differ."""


def ago(days: int) -> date:
    """Return the day so many days before the round; after it, if negative."""
    return AS_OF - timedelta(days)


class Dice(Random):
    """A source of draws with a name of its own, so that one person more shifts nobody after them."""

    def __init__(self, *name: object) -> None:
        super().__init__("/".join(map(str, name)))

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.random() < share

    def one(self, weights: Mapping[T, int]) -> T:
        """Draw one word, the heavier the likelier."""
        return self.choices(tuple(weights), tuple(weights.values()))[0]

    def some(self, words: Sequence[T], *, low: int, high: int) -> list[T]:
        """Draw between so many and so many different words."""
        return self.sample(words, min(self.randint(low, high), len(words)))

    def forgets(self, row: Row, cells: Mapping[str, float]) -> None:
        """Leave each cell blank in its share of cases: nobody got round to asking."""
        for cell, share in cells.items():
            if self.chance(share):
                row.pop(cell, None)

    def judged(self, by: str, *, overdue: float = 0.04) -> Row:
        """Return who set a judgement, when, and its review half a year later; a few are past it."""
        days = self.randint(183, 240) if self.chance(overdue) else self.randint(5, 175)
        return {"by": by, "set_on": ago(days), "review_on": ago(days - 182)}
