"""The proof itself, level by level: charge the prices, and add up the best that each request can get.

Charge every option the prices of the limits it touches, and let each request take what is then best
for it. That, with the prices of all the room there is, is a bound on every plan: nobody can do better
than their best, and no limit gives more than its room. When the plan reaches the bound, it is a best one.

Then every other best plan, too, serves each request with an option that is best for it, serves whoever
is left with something, and uses a priced limit to its end. Only such plans are looked at from then on:
so the next level is judged among the plans that are best so far, and no level needs a weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.certificate.counting import Room
    from matchmaker.certificate.given import Given, Ints


@dataclass(slots=True)
class Face:
    """The plans that are best so far: the options left, who must be served, and limits used to an end."""

    rooms: dict[int, Room] = field(default_factory=dict)
    allowed: list[int] = field(default_factory=list)
    must: set[int] = field(default_factory=set)
    fixed: dict[int, int] = field(default_factory=dict)

    def room(self, limit: int, price: int) -> int:
        """Return how much of a limit the price is paid for."""
        room = self.rooms[limit]
        return self.fixed.get(limit, room.at_most if price > 0 else room.at_least)


def level_faults(given: Given, face: Face, *, value: Ints, prices: Ints, total: int) -> Iterator[str]:
    """Yield what keeps the prices of one level from proving the total; if nothing does, narrow the face."""
    priced = {limit: price for limit, price in enumerate(prices) if price}
    left = _left(value, priced, face)
    best = _best(given, face, left)
    if lost := sorted(face.must - best.keys()):
        yield f"request {lost[0]} must be served, and no option is left for it"
        return
    bound = sum(best.values()) + sum(price * face.room(limit, price) for limit, price in priced.items())
    if bound != total:
        yield f"the prices leave room for {bound}, and the plan reaches {total}"
        return
    _narrow(given, face, left=left, best=best, priced=priced)


def _left(value: Ints, priced: Mapping[int, int], face: Face) -> list[int]:
    """Return what is left of the worth of each option that is allowed, once it has paid."""
    left = list(value)
    for limit, price in priced.items():
        for option in face.rooms[limit].touching:
            left[option] -= price
    return left


def _best(given: Given, face: Face, left: list[int]) -> dict[int, int]:
    """Return the best that each request can get; nothing is 0, unless it must be served."""
    best: dict[int, int] = {}
    request = given.request
    for option in face.allowed:
        worth, asking = left[option], request[option]
        if asking not in best or worth > best[asking]:
            best[asking] = worth
    for asking, worth in best.items():
        if worth < 0 and asking not in face.must:
            best[asking] = 0
    return best


def _narrow(
    given: Given, face: Face, *, left: list[int], best: Mapping[int, int], priced: Mapping[int, int]
) -> None:
    """Keep only what every best plan does."""
    request = given.request
    face.allowed = [option for option in face.allowed if left[option] == best[request[option]]]
    face.must.update(asking for asking, worth in best.items() if worth > 0)
    for limit, price in priced.items():
        face.fixed.setdefault(limit, face.room(limit, price))
    kept = bytearray(len(left))
    for option in face.allowed:
        kept[option] = 1
    for room in face.rooms.values():
        room.touching = [option for option in room.touching if kept[option]]
