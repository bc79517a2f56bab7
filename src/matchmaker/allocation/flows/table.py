"""How far it is from every node to every other, at all levels: in words that compare as the levels do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.allocation.problem import Ints, Mask

FAR = 2**61
"""Further than any way there is; twice as far still fits into 64 bits."""

NOWHERE = FAR // 2
"""What is further than this began as `FAR`."""

ROOM = 2**57
"""Whatever several levels come to in one word stays below this."""


@dataclass(frozen=True, slots=True)
class Words:
    """Levels written as few integers that compare as the levels do, one after the other."""

    ends: Ints
    """(T,) how far from 0 the sum of a way can be at each level."""
    groups: tuple[range, ...]
    """The levels of each word."""

    @classmethod
    def of(cls, ends: Sequence[int]) -> Words:
        """Put as many levels into a word as it holds."""
        groups: list[range] = []
        size = ROOM
        for level, end in enumerate(ends):
            size *= 2 * end + 1
            if size < ROOM:
                groups[-1] = range(groups[-1].start, level + 1)
            else:
                groups.append(range(level, level + 1))
                size = 2 * end + 1
        return cls(np.array(ends, np.int64), tuple(groups) or (range(0),))

    def packed(self, levels: Ints) -> Ints:
        """Write (T, …) levels as (words, …)."""
        words = np.zeros((len(self.groups), *levels.shape[1:]), np.int64)
        for word, group in zip(words, self.groups, strict=True):
            for level in group:
                word *= 2 * self.ends[level] + 1
                word += levels[level]
        return words

    def unpacked(self, words: Ints) -> Ints:
        """Read levels again."""
        levels = np.zeros((len(self.ends), *words.shape[1:]), np.int64)
        for given, group in zip(words, self.groups, strict=True):
            word = given.copy()
            for level in reversed(group):
                end = self.ends[level]
                levels[level] = (word + end) % (2 * end + 1) - end
                word = (word - levels[level]) // (2 * end + 1)
        return levels


@dataclass(frozen=True, slots=True)
class Table:
    """How far it is from every node to every other, in words."""

    words: Ints
    """(words, nodes, nodes); `FAR` in the first word says that there is no way."""

    @classmethod
    def empty(cls, nodes: int, *, words: int) -> Table:
        """Know no way but to stay."""
        table = np.full((words, nodes, nodes), FAR)
        table[:, np.arange(nodes), np.arange(nodes)] = 0
        return cls(table)

    def learn(self, tail: Ints, head: Ints, *, words: Ints) -> None:
        """Hear of ways of one step."""
        if not len(tail):
            return
        place = tail * self.words.shape[1] + head
        order = np.lexsort((*words[::-1], place))
        first = order[np.flatnonzero(np.diff(place[order], prepend=-1))]
        tail, head, words = tail[first], head[first], words[:, first]
        shorter = before(words, self.words[:, tail, head])
        self.words[:, tail[shorter], head[shorter]] = words[:, shorter]

    def close(self) -> None:
        """Go through every node in turn (Floyd, 1962); no way round pays, so each is then shortest.

        Word after word: only ways that are shortest by the words before are looked at by the next one.
        """
        steps = self.words.copy()
        shape = steps.shape[1:]
        through, same, shortest = (
            np.empty(shape, np.int64),
            np.empty(shape, np.bool_),
            np.empty(shape, np.bool_),
        )
        for place, far in enumerate(self.words):
            before_it = self.words[:place]
            if place:
                far[(steps[:place] != before_it).any(axis=0)] = FAR
            for middle in range(len(far)):
                shortest.fill(True)
                for known in before_it:
                    np.add(known[:, middle, None], known[middle], out=through)
                    np.logical_and(shortest, np.equal(through, known, out=same), out=shortest)
                np.add(far[:, middle, None], far[middle], out=through)
                np.logical_and(shortest, np.less(through, far, out=same), out=shortest)
                np.copyto(far, through, where=shortest)
            far[far > NOWHERE] = FAR


def before(one: Ints, other: Ints) -> Mask:
    """Mark where one comes before the other, the first word counting most."""
    less = one[-1] < other[-1]
    for a, b in zip(one[-2::-1], other[-2::-1], strict=True):
        less = (a < b) | ((a == b) & less)
    return np.asarray(less)
