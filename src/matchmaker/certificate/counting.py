"""What a limit says when it is only counted by how many: a plain consequence that prices can rest on.

A limit on hours, say, lets at most so many requests in: as many as the smallest amounts that fit. That
may allow more than the limit itself does, never less, so what is proved with it is proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.certificate.given import Given


@dataclass(frozen=True, slots=True)
class Room:
    """A limit as covered requests meet it: which options touch it, and how many requests may and must."""

    touching: Sequence[int]
    at_most: int
    at_least: int


def usable_options(given: Given) -> bytearray:
    """Mark the options that no single limit rules out: none of their amounts is more than there is."""
    usable = bytearray(b"\1") * len(given.request)
    for limit, option, amount in zip(given.limit, given.option, given.amount, strict=True):
        if amount > given.at_most[limit]:
            usable[option] = 0
    return usable


def touching_of(given: Given, usable: bytearray) -> list[list[tuple[int, int]]]:
    """Return for each limit the usable options that take something of it, and how much they take."""
    found: list[list[tuple[int, int]]] = [[] for _ in given.at_most]
    for limit, option, amount in zip(given.limit, given.option, given.amount, strict=True):
        if amount and usable[option]:
            found[limit].append((option, amount))
    return found


def needs_of(given: Given, touching: Iterable[tuple[int, int]]) -> tuple[dict[int, int], dict[int, int]]:
    """Return what each request at least and at most takes of a limit, if it takes any of it."""
    least: dict[int, int] = {}
    most: dict[int, int] = {}
    for option, amount in touching:
        request = given.request[option]
        if request not in least:
            least[request] = most[request] = amount
        elif amount < least[request]:
            least[request] = amount
        elif amount > most[request]:
            most[request] = amount
    return least, most


def fitting(least: Iterable[int], room: int) -> int:
    """Return how many of the smallest amounts fit."""
    used = count = 0
    for amount in sorted(least):
        used += amount
        if used > room:
            break
        count += 1
    return count


def needed(most: Iterable[int], at_least: int) -> int:
    """Return how many of the largest amounts it takes at least."""
    reached = count = 0
    for amount in sorted(most, reverse=True):
        if reached >= at_least:
            break
        reached += amount
        count += 1
    return count
