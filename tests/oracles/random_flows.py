"""Draws small numeric problems whose limits split into two laminar families, so that they are flows."""

from __future__ import annotations

import random

from tests.oracles.exhaustive_allocation import Numbers

SPREADS = [(0, 1), (1, 1), (-2, 2), (0, 10), (-1_000, 1_000), (-(10**9), 10**9)]


def draw_flow(seed: int, *, most_requests: int = 6, most_options: int = 14) -> Numbers:
    """Draw mentors below supervisors on one side, and workers who introduce above requests on the other.

    Amounts are equal within a limit, some limits have a minimum, and up to 4 levels have any sign.
    """
    rng = random.Random(seed)
    requests, mentors = rng.randint(1, most_requests), rng.randint(1, 4)
    pairs = [(request, mentor) for request in range(requests) for mentor in range(mentors)]
    pairs = rng.sample(pairs, rng.randint(0, min(most_options, len(pairs))))
    supervisor = [rng.randrange(2) for _ in range(mentors)]
    worker = [rng.randrange(2) for _ in range(requests)]
    groups = [[k for k, (_, mentor) in enumerate(pairs) if mentor == one] for one in range(mentors)]
    if rng.random() < 0.7:
        groups += [[k for k, (_, mentor) in enumerate(pairs) if supervisor[mentor] == one] for one in (0, 1)]
    if rng.random() < 0.7:
        groups += [[k for k, (request, _) in enumerate(pairs) if worker[request] == one] for one in (0, 1)]
    if rng.random() < 0.3:
        groups.append(list(range(len(pairs))))
    triples: list[tuple[int, int, int]] = []
    rooms: list[tuple[int, int]] = []
    for limit, group in enumerate(groups):
        amount = rng.choice([1, 1, 1, 30])
        triples += [(limit, k, amount) for k in group]
        at_most = amount * rng.randint(0, 3) + rng.randrange(amount)
        rooms.append((at_most, rng.randint(0, at_most) if rng.random() < 0.1 else 0))
    rng.shuffle(triples)
    spreads = [rng.choice(SPREADS) for _ in range(rng.randint(0, 4))]
    value = tuple(tuple(rng.randint(*spread) for _ in pairs) for spread in spreads)
    limit_, option, amount_ = zip(*triples, strict=True) if triples else ((), (), ())
    at_most_, at_least = zip(*rooms, strict=True) if rooms else ((), ())
    key = tuple(rng.getrandbits(64) for _ in pairs)
    request_ = tuple(request for request, _ in pairs)
    return Numbers(requests, request_, value, limit_, option, amount_, at_most_, at_least, key)
