"""The worked example of `docs/explanation/what-a-certificate-proves.md`, and small ones around it."""

from __future__ import annotations

from dataclasses import replace

from matchmaker.certificate import Certificate, Given

# Ash could meet M1 (fit 8); Bo could meet M1 (6) or M2 (5); Cy could meet M2 (4). Each mentor has one place.
GIVEN = Given(
    requests=3,
    request=(0, 1, 1, 2),
    value=((1, 1, 1, 1), (8, 6, 5, 4)),
    limit=(0, 0, 1, 1),
    option=(0, 1, 2, 3),
    amount=(1, 1, 1, 1),
    at_most=(1, 1),
    at_least=(0, 0),
    key=(10, 11, 12, 13),
)
PLAN = (0, 2, -1)
"""Ash meets M1, Bo meets M2: 2 people, 8 + 5 = 13."""
EVERYBODY = (0, 1, 2)
PRICES = ((1, 1), (5, 4))
"""Level 0: a place is worth a person. Level 1: a place with M1 is worth 5, one with M2 is worth 4."""
CERTIFICATE = Certificate(EVERYBODY, PRICES)


def with_prices(*prices: tuple[int, ...]) -> Certificate:
    return Certificate(EVERYBODY, prices)


def with_limits(*limits: tuple[dict[int, int], int, int], given: Given = GIVEN) -> Given:
    """Return the example with other limits: the amount of each option, at most, at least."""
    triples = [(limit, *use) for limit, (uses, _, _) in enumerate(limits) for use in uses.items()]
    limit, option, amount = zip(*triples, strict=True) if triples else ((), (), ())
    return replace(
        given,
        limit=limit,
        option=option,
        amount=amount,
        at_most=tuple(most for _, most, _ in limits),
        at_least=tuple(least for _, _, least in limits),
    )
