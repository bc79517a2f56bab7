"""The judge of small numeric problems: try every plan, in plain Python, and keep the best.

It shares no line with the solvers; even the tie-break is written here a second time, from its
published description.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True)
class Numbers:
    """A numeric problem as plain tuples, named like the arguments of `Problem.from_arrays`."""

    requests: int
    request: tuple[int, ...]
    value: tuple[tuple[int, ...], ...]
    limit: tuple[int, ...]
    option: tuple[int, ...]
    amount: tuple[int, ...]
    at_most: tuple[int, ...]
    at_least: tuple[int, ...]
    key: tuple[int, ...]


def hidden(key: int) -> tuple[int, int]:
    """The tie-break: 40 bits of BLAKE2b of the key, as two integers of 1 to 2^20."""
    digest = blake2b(key.to_bytes(8, "little"), digest_size=5, person=b"matchmaker ties").digest()
    bits = int.from_bytes(digest, "little")
    return 1 + (bits & 0xFFFFF), 1 + (bits >> 20)


def every_plan(numbers: Numbers) -> Iterator[tuple[int, ...]]:
    """Yield every plan that keeps the limits, as one option index or -1 per request."""
    ways = [
        [-1, *(k for k, asked in enumerate(numbers.request) if asked == request)]
        for request in range(numbers.requests)
    ]
    triples = list(zip(numbers.limit, numbers.option, numbers.amount, strict=True))
    for plan in itertools.product(*ways):
        taken = set(plan) - {-1}
        loads = [0] * len(numbers.at_most)
        for limit, option, amount in triples:
            loads[limit] += amount * (option in taken)
        bounds = zip(numbers.at_least, loads, numbers.at_most, strict=True)
        if all(low <= load <= high for low, load, high in bounds):
            yield plan


def totals(numbers: Numbers, plan: tuple[int, ...]) -> tuple[int, ...]:
    """Add up what a plan is worth, level by level."""
    return tuple(sum(row[k] for k in plan if k >= 0) for row in numbers.value)


def rank(numbers: Numbers, plan: tuple[int, ...]) -> tuple[int, ...]:
    """Say how good a plan is: its totals, then its two hidden totals."""
    marks = [hidden(numbers.key[k]) for k in plan if k >= 0]
    return (*totals(numbers, plan), sum(a for a, _ in marks), sum(b for _, b in marks))


def best_plan(numbers: Numbers) -> tuple[int, ...] | None:
    """Return the canonical best plan, or None when no plan keeps the limits."""
    return max(every_plan(numbers), key=lambda plan: rank(numbers, plan), default=None)
