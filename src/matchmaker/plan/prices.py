"""Prices by number, as they are checked, and prices by name, as they are stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.certificate import Certificate
from matchmaker.compile import Label
from matchmaker.domain.certificate import LimitPrice

if TYPE_CHECKING:
    from matchmaker.compile import Compiled
    from matchmaker.domain.certificate import StoredCertificate
    from matchmaker.domain.context import Context
    from matchmaker.policy.order import Order

TIES: Final = ("ties 1 of 2", "ties 2 of 2")


def level_names(order: Order) -> tuple[str, ...]:
    """Return what every level is called, those that break ties included."""
    return (*order.names, *TIES)


def named_prices(
    numbers: Compiled, certificate: Certificate, *, names: Sequence[str]
) -> Iterator[LimitPrice]:
    """Yield the limits that have a price, each with its levels by name."""
    for place, label in enumerate(numbers.labels):
        by_level = zip(names, certificate.prices, strict=True)
        prices = {name: row[place] for name, row in by_level if row[place]}
        if prices:
            yield LimitPrice(limit=label.code, key=label.key, prices=prices)


def numbered_prices(
    numbers: Compiled, stored: StoredCertificate, *, names: Sequence[str], context: Context
) -> Certificate | None:
    """Return stored prices as the problem numbers its limits; None when one names what is not there."""
    places = {label: place for place, label in enumerate(numbers.labels)}
    levels = {name: place for place, name in enumerate(stored.levels)}
    rows = [[0] * len(places) for _ in levels]
    known = stored.levels == tuple(names[: len(levels)])
    for each in stored.prices:
        label = Label(each.limit, each.key)
        known &= label in places and each.prices.keys() <= levels.keys()
        if known:
            limit = places.pop(label)  # each once: a second row of prices would count in its place
            for name, price in each.prices.items():
                rows[levels[name]][limit] = price
    people = {person.id: place for place, person in enumerate(context.requests)}
    if not known or not people.keys() >= set(stored.not_covered):
        return None
    away = set(stored.not_covered)
    return Certificate([place for id_, place in people.items() if id_ not in away], rows)
