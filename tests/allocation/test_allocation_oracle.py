"""The solvers against exhaustive search: same plan, ties included, and honest words about it."""

from __future__ import annotations

import random
from dataclasses import asdict, replace

import pytest

from matchmaker.allocation import Problem, solve
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, best_plan, every_plan, totals
from tests.oracles.random_numbers import draw


def problem_of(numbers: Numbers) -> Problem:
    return Problem.from_arrays(**asdict(numbers))


CHUNK = 50


@pytest.mark.parametrize("chunk", range(count("numeric_problems") // CHUNK))
def test_the_answer_equals_exhaustive_search(chunk):
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers = draw(seed)
        best = best_plan(numbers)
        answer = solve(problem_of(numbers))
        if best is None:
            assert answer.status == "impossible", seed
            continue
        assert answer.status == "optimal", seed
        assert tuple(answer.chosen.tolist()) == best, seed
        assert answer.totals == answer.bounds == totals(numbers, best), seed
        assert answer.canonical, seed


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_problems") // 10))
def test_bounds_without_time_hold_for_every_plan(seed):
    numbers = draw(seed)
    answer = solve(problem_of(numbers), seconds=0)
    best = best_plan(numbers)
    assert answer.status in (
        {"impossible", "unknown"} if best is None else {"optimal", "feasible", "unknown"}
    )
    first_gap = next(
        (j for j, (t, b) in enumerate(zip(answer.totals, answer.bounds, strict=True)) if b > t), None
    )
    if best is None or first_gap is None or not answer.has_plan:
        assert answer.status != "feasible"
        return
    assert answer.bounds[:first_gap] == answer.totals[:first_gap]
    worth = [totals(numbers, plan) for plan in every_plan(numbers)]
    held = [each for each in worth if each[:first_gap] == answer.totals[:first_gap]]
    assert all(each[first_gap] <= answer.bounds[first_gap] for each in held)
    for level in range(first_gap + 1, len(answer.bounds)):
        assert all(each[level] <= answer.bounds[level] for each in worth)


def shuffled(numbers: Numbers, rng: random.Random) -> tuple[Numbers, list[int], list[int]]:
    """Return the same problem in another order, and where its requests and options came from."""
    requests = rng.sample(range(numbers.requests), numbers.requests)
    options = rng.sample(range(len(numbers.request)), len(numbers.request))
    limits = rng.sample(range(len(numbers.at_most)), len(numbers.at_most))
    triples = rng.sample(range(len(numbers.limit)), len(numbers.limit))
    other = replace(
        numbers,
        request=tuple(requests.index(numbers.request[k]) for k in options),
        value=tuple(tuple(row[k] for k in options) for row in numbers.value),
        limit=tuple(limits.index(numbers.limit[u]) for u in triples),
        option=tuple(options.index(numbers.option[u]) for u in triples),
        amount=tuple(numbers.amount[u] for u in triples),
        at_most=tuple(numbers.at_most[limit] for limit in limits),
        at_least=tuple(numbers.at_least[limit] for limit in limits),
        key=tuple(numbers.key[k] for k in options),
    )
    return other, requests, options


def chosen_keys(numbers: Numbers, chosen: list[int], requests: list[int]) -> dict[int, int | None]:
    """Say by name which option each request got."""
    return {requests[place]: numbers.key[k] if k >= 0 else None for place, k in enumerate(chosen)}


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_problems") // 5))
def test_the_order_of_the_input_does_not_matter(seed):
    numbers = replace(draw(seed), value=draw(seed).value[:1])
    other, requests, _ = shuffled(numbers, random.Random(seed))
    one, two = solve(problem_of(numbers)), solve(problem_of(other), workers=1)
    here = chosen_keys(numbers, one.chosen.tolist(), list(range(numbers.requests)))
    there = chosen_keys(other, two.chosen.tolist(), requests)
    assert here == there
    assert one.totals == two.totals
