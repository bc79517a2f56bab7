"""Breaks ties by name, so that neither the order of the input nor the solver decides.

Two hidden levels follow the given ones. For each option 40 bits of BLAKE2b of its key give two
integers of 1 to 2^20; plans that are equal so far are compared by the sum of the first over the
chosen options, then of the second. Two plans of K options stay equal with a probability of at most
K / 2^40 (isolation lemma: Mulmuley, Vazirani & Vazirani, "Matching is as easy as matrix
inversion", 1987), and 20 bits a level keep every solver exact.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Marks, Problem

BITS = 20
HIDDEN = 2
"""How many levels break ties."""

LARGEST_TIE = 1 << BITS

PERSON = b"matchmaker ties"


def hidden_levels(key: Marks) -> Ints:
    """Return the (2, K) values of the hidden levels; never 0, so that a tie serves someone."""
    digests = [
        blake2b(one.to_bytes(8, "little"), digest_size=2 * BITS // 8, person=PERSON).digest()
        for one in key.tolist()
    ]
    bits = np.array([int.from_bytes(digest, "little") for digest in digests], np.int64)
    return np.stack([1 + (bits & ((1 << BITS) - 1)), 1 + (bits >> BITS)])


class Ties:
    """The hidden levels of a problem, worked out where somebody asks and remembered."""

    def __init__(self, key: Marks) -> None:
        """Take the keys of all options."""
        self._key = key
        self._known = np.zeros((HIDDEN, len(key)), np.int64)

    def of(self, options: Ints) -> Ints:
        """Return the (2, …) values of some options; 0 is no value, so it means not asked for yet."""
        new = options[self._known[0, options] == 0]
        if len(new):
            first, second = hidden_levels(self._key[new])
            self._known[1, new] = second
            self._known[0, new] = first  # last, for it tells other threads that both are known
        return self._known[:, options]


def with_hidden_levels(problem: Problem) -> Problem:
    """Return the problem with its two hidden levels behind the given ones."""
    return replace(problem, value=np.vstack([problem.value, hidden_levels(problem.key)]))
