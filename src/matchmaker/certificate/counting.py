"""What a limit says when it is only counted by how many: a plain consequence that prices can rest on.

A limit on hours, say, lets at most so many requests in: as many as the smallest amounts that fit. That
may allow more than the limit itself does, never less, so what is proved with it is proved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.certificate.given import Given, Ints


@dataclass(slots=True)
class Room:
    """A limit as covered requests meet it: which options touch it, and how many requests may and must."""

    touching: list[int]
    at_most: int
    at_least: int


def usable_options(given: Given) -> bytearray:
    """Mark the options that no single limit rules out: none of their amounts is more than there is."""
    usable = bytearray(b"\1") * len(given.request)
    for limit, option, amount in zip(given.limit, given.option, given.amount, strict=True):
        if amount > given.at_most[limit]:
            usable[option] = 0
    return usable


def touching_of(given: Given, usable: bytearray) -> list[tuple[list[int], list[int]]]:
    """Return for each limit the usable options that take something of it, and how much each takes."""
    found: list[tuple[list[int], list[int]]] = [([], []) for _ in given.at_most]
    for limit, option, amount in zip(given.limit, given.option, given.amount, strict=True):
        if amount and usable[option]:
            options, amounts = found[limit]
            options.append(option)
            amounts.append(amount)
    return found


def needs_of(given: Given, options: Ints, *, amounts: Ints) -> tuple[dict[int, int], dict[int, int]]:
    """Return what each request at least and at most takes of a limit, if it takes any of it."""
    asking = [given.request[option] for option in options]
    if len(set(amounts)) == 1:
        same = dict.fromkeys(asking, amounts[0])
        return same, same
    least: dict[int, int] = {}
    most: dict[int, int] = {}
    for request, amount in zip(asking, amounts, strict=True):
        least[request] = min(amount, least.get(request, amount))
        most[request] = max(amount, most.get(request, amount))
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
