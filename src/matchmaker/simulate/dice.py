"""Draws that come out the same for the same seed, on every machine and in every order of hashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
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


class Dice:
    """A source of draws with a name of its own, so that one person more shifts nobody after them.

    Of the generator only `random()` is used, the one draw that Python promises to keep from version to
    version; all others are whole-number arithmetic on it, so that no maths library plays a part.
    """

    __slots__ = ("random",)

    def __init__(self, *name: object) -> None:
        digest = blake2b("/".join(map(str, name)).encode(), digest_size=8).digest()
        self.random = Random(int.from_bytes(digest, "big")).random

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """Draw a whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def choice(self, words: Sequence[T]) -> T:
        """Draw one of these, each as likely as the others."""
        return words[int(self.random() * len(words))]

    def one(self, weights: Mapping[T, int]) -> T:
        """Draw one word, the heavier the likelier."""
        left = int(self.random() * sum(weights.values()))
        for word, weight in weights.items():
            left -= weight
            if left < 0:
                return word
        raise ValueError("there is nothing to draw from. Maybe give one of them a weight above 0.")

    def some(self, words: Sequence[T], *, low: int, high: int) -> list[T]:
        """Draw between so many and so many different words."""
        left = list(words)
        count = min(self.between(low, high), len(left))
        return [left.pop(int(self.random() * len(left))) for _ in range(count)]

    def spread(self, marks: Sequence[int]) -> int:
        """Draw so that as many fall between any two neighbouring marks: four marks are three thirds."""
        part = self.between(0, len(marks) - 2)
        return self.between(marks[part], marks[part + 1])

    def forgets(self, row: Row, cells: Mapping[str, float]) -> None:
        """Leave each cell blank in its share of cases: nobody got round to asking."""
        for cell, share in cells.items():
            if self.random() < share:
                row.pop(cell, None)

    def judged(self, by: str, *, overdue: float = 0.05) -> Row:
        """Return who set a judgement, when, and its review half a year later; a few are past it."""
        days = self.between(183, 240) if self.chance(overdue) else self.between(5, 175)
        return {"by": by, "set_on": ago(days), "review_on": ago(days - 182)}
