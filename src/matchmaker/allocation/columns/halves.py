"""Fills two halves of the requests apart, each in very many ways, and looks which two fit together.

Two halves with a million ways each are 10^12 plans, and finding those that use up the room there is takes no
more than sorting (Horowitz and Sahni, 1974).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Ints

Codes = NDArray[np.uint64]

FRONT = 22
REST = np.uint64(64 - FRONT)
"""By their first bits most codes are seen not to be there: a table of 4 MB says so, before any search."""

BITS = 62
"""Ways that one half may tell apart."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What one request may do instead of what loses least: what is lost, and how the code changes."""

    loss: Ints
    code: Codes


@dataclass(frozen=True, slots=True)
class Half:
    """Many ways to decide half of the requests, by ascending code; of one code first what loses least.

    A code stands for what is used of every limit: equal codes, equal uses.
    """

    code: Codes
    loss: Ints
    taken: Codes
    """Which of the ways of the requests were taken: a bit for each, in their order."""

    @classmethod
    def filled(cls, requests: Sequence[Ways], *, most: int, size: int, budget: Budget) -> Half:
        """Decide one request after the other, and keep the `size` ways that lose least, `most` at most."""
        half = cls(np.zeros(1, np.uint64), np.zeros(1, np.int64), np.zeros(1, np.uint64))
        bit = 0
        for ways in requests:
            before = half
            for loss, code in zip(ways.loss.tolist(), ways.code, strict=True):
                budget.check()
                # Cut after every way: a request may have dozens, which must not all be there at once.
                half = half.beside(before, loss=loss, code=code, bit=bit, most=most).cheapest(size)
                bit += 1
        order = np.lexsort((half.loss, half.code))
        return cls(half.code[order], half.loss[order], half.taken[order])

    def beside(self, before: Half, *, loss: int, code: np.uint64, bit: int, most: int) -> Half:
        """Add what becomes of the half before if one more request goes a way of its own."""
        some = np.flatnonzero(before.loss <= most - loss)
        return Half(
            np.concatenate([self.code, before.code[some] + code]),
            np.concatenate([self.loss, before.loss[some] + loss]),
            np.concatenate([self.taken, before.taken[some] | np.uint64(1 << bit)]),
        )

    def cheapest(self, size: int) -> Half:
        """Keep the ways that lose least."""
        if len(self.loss) <= size:
            return self
        some = np.argpartition(self.loss, size)[:size]
        return Half(self.code[some], self.loss[some], self.taken[some])


@dataclass(frozen=True, slots=True)
class Joined:
    """Two ways that fit together: what they lose with what stays unused, and the bits of each half."""

    loss: int
    first: int
    second: int


def joined(
    first: Half, second: Half, *, unused: Sequence[tuple[int, int]], most: int, budget: Budget
) -> Joined | None:
    """Return the two ways that lose least together, if they lose no more than `most`.

    `unused` holds, cheapest first, what some room left over costs, and the code both halves then add up to.
    """
    best: Joined | None = None
    sides = Asking(first, second), Asking(second, first)
    for cost, target in unused:
        if cost > most or budget.left() == 0.0:
            break
        # Of two ways that lose so little together one loses half of it at most: that one asks.
        for side, asking in enumerate(sides):
            found = asking.answered(target, most=most - cost)
            if found is not None:
                loss, mine, others = found
                best = Joined(loss + cost, *((others, mine) if side else (mine, others)))
                most = best.loss - 1
    return best


class Asking:
    """The ways of one half that lose little, which ask for a way of the other half."""

    def __init__(self, half: Half, other: Half) -> None:
        """Begin with all ways of the half."""
        # From the far end, so that what is asked for ascends as well: that is many times faster.
        self._code, self._loss, self._taken = half.code[::-1], half.loss[::-1], half.taken[::-1]
        self._other = other
        self._there = np.zeros(1 << FRONT, np.bool_)
        self._there[other.code >> REST] = True

    def answered(self, target: int, *, most: int) -> tuple[int, int, int] | None:
        """Return what is lost, and the bits, of the best two ways whose codes add up to the target.

        Next time there must be less to lose: ways that lose more than half of it are forgotten.
        """
        little = self._loss <= most // 2
        if not little.all():
            self._code, self._loss = self._code[little], self._loss[little]
            self._taken = self._taken[little]
        other = self._other
        wanted = np.uint64(target) - self._code
        maybe = np.flatnonzero(self._there[wanted >> REST])
        wanted = wanted[maybe]
        at = np.minimum(np.searchsorted(other.code, wanted), len(other.code) - 1)
        hits = np.flatnonzero(other.code[at] == wanted)
        if not len(hits):
            return None
        mine, others = maybe[hits], at[hits]
        lost = self._loss[mine] + other.loss[others]
        least = int(np.argmin(lost))
        if lost[least] > most:
            return None
        return int(lost[least]), int(self._taken[mine[least]]), int(other.taken[others[least]])
