"""Whatever is believed is true: prices tried out on small problems, against exhaustive search.

The prices come from no solver. They are looked for by trying, for right plans and for wrong ones alike;
a wrong plan for which some could be found would be a hole in the proof.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import asdict

import pytest

from matchmaker.certificate import Certificate, Given, faults_of
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, every_plan

CHUNK = 100
SPAN = range(-3, 4)


def drawn(seed: int) -> Numbers:
    """Draw a problem with at most 3 requests, 5 options, 2 levels and 2 limits, which count or weigh."""
    rng = random.Random(seed)
    requests = rng.randint(1, 3)
    options = rng.randint(1, 5)
    most = rng.choice((1, 1, 3))
    triples = {
        (limit, option): rng.randint(0 if most > 1 else 1, most)
        for limit, option in itertools.product(range(2), range(options))
        if rng.random() < 0.6
    }
    at_most = tuple(rng.randint(0, 3) for _ in range(2))
    return Numbers(
        requests=requests,
        request=tuple(rng.randrange(requests) for _ in range(options)),
        value=tuple(tuple(rng.randint(-1, 3) for _ in range(options)) for _ in range(2)),
        limit=tuple(limit for limit, _ in triples),
        option=tuple(option for _, option in triples),
        amount=tuple(triples.values()),
        at_most=at_most,
        at_least=tuple(rng.choice((0, 0, min(1, high), high)) for high in at_most),
        key=tuple(rng.sample(range(1000), options)),
    )


def covering(numbers: Numbers, rng: random.Random) -> tuple[int, ...]:
    """Return everybody, or, half of the time, only some, but somebody."""
    everybody = tuple(range(numbers.requests))
    some = tuple(request for request in everybody if rng.random() < 0.5)
    return rng.choice((everybody, some or everybody))


def found_by_trying(
    given: Given, plan: tuple[int, ...], covered: tuple[int, ...]
) -> tuple[tuple[int, int], ...]:
    """Return prices for as many levels as any could be found for."""
    rows: tuple[tuple[int, int], ...] = ()
    for _ in given.value:
        for row in itertools.product(SPAN, SPAN):
            if not faults_of(given, plan, certificate=Certificate(covered, (*rows, row))):
                rows = (*rows, row)
                break
        else:
            return rows
    return rows


@pytest.mark.parametrize("chunk", range(count("certificates") // CHUNK))
def test_no_prices_make_a_wrong_plan_right(chunk):
    proved = tried = 0
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers = drawn(seed)
        covered = covering(numbers, random.Random(seed))
        given = Given(**asdict(numbers))
        plans = list(every_plan(numbers))

        def worth(plan: tuple[int, ...]) -> tuple[int, ...]:
            chosen = [plan[r] for r in covered if plan[r] >= 0]  # noqa: B023 - used within this round only
            return tuple(sum(row[k] for k in chosen) for row in numbers.value)  # noqa: B023

        best = max(map(worth, plans), default=())
        for plan in plans:
            rows = found_by_trying(given, plan, covered)
            assert worth(plan)[: len(rows)] == best[: len(rows)], (seed, plan, rows)
            proved += len(rows) == len(numbers.value)
            tried += worth(plan) == best
    assert 2 * proved > tried, "hardly any right plan could be proved, so this test says little"
