"""Draws small numeric problems in which everything that can happen does happen."""

from __future__ import annotations

import random

from tests.oracles.exhaustive_allocation import Numbers

SPREADS = [(0, 1), (0, 1), (-2, 2), (0, 10), (-1_000, 1_000), (-(10**9), 10**9), (5, 5)]
AMOUNTS = [(1, 1), (1, 1), (2, 2), (0, 2), (0, 1), (1, 4), (2, 5), (2, 7), (30, 120), (1, 10**9)]


def draw(seed: int) -> Numbers:
    """Draw one problem of at most 6 requests, 14 options, 4 levels and 5 limits."""
    rng = random.Random(seed)
    requests = rng.randint(0, 6)
    options = rng.randint(0, min(14, 4 * requests))
    request = tuple(rng.randrange(requests) for _ in range(options))
    spreads = [rng.choice(SPREADS) for _ in range(rng.randint(0, 4))]
    value = tuple(tuple(rng.randint(*spread) for _ in range(options)) for spread in spreads)
    triples, rooms = draw_limits(rng, options)
    rng.shuffle(triples)
    limit, option, amount = zip(*triples, strict=True) if triples else ((), (), ())
    at_most, at_least = zip(*rooms, strict=True) if rooms else ((), ())
    key = tuple(rng.getrandbits(64) for _ in range(options))
    return Numbers(requests, request, value, limit, option, amount, at_most, at_least, key)


def draw_limits(rng: random.Random, options: int) -> tuple[list[tuple[int, int, int]], list[tuple[int, int]]]:
    """Draw limits: some that count, some that weigh, most of them tight, a few with a minimum."""
    triples: list[tuple[int, int, int]] = []
    rooms: list[tuple[int, int]] = []
    for limit in range(rng.randint(0, 5)):
        share = rng.choice([0.3, 0.6, 0.9])
        spread = rng.choice(AMOUNTS)
        amounts = {k: rng.randint(*spread) for k in range(options) if rng.random() < share}
        triples += [(limit, k, amount) for k, amount in amounts.items()]
        at_most = rng.randint(rng.choice([0, spread[0], spread[1]]), 3 * spread[1])
        rooms.append((at_most, draw_minimum(rng, at_most)))
    return triples, rooms


def draw_minimum(rng: random.Random, at_most: int) -> int:
    """Draw a minimum: mostly none, often one that can be met, rarely one beyond the maximum."""
    kind = rng.random()
    if kind < 0.9:
        return 0
    return rng.randint(0, at_most) if kind < 0.98 else at_most + 1
