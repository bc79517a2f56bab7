"""What each of many newcomers would add to a plain round: all at once, beside solving with them one by one.

Each newcomer has one place and could meet some people drawn by chance. Both must say the same for a sample,
or the script stops. What one by one would take for all of them is reckoned from that sample.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.bench_regrets import RUNS, arguments, drawn
from benchmarks.bench_resolve import LONG
from benchmarks.instances.plain import SEED
from benchmarks.timing import Clock, machine, shown, table
from matchmaker.allocation import Problem, newcomers, solve

PROFILES, EACH, SAMPLE = 10_000, 20, 10
"""Newcomers, people whom each could meet, and newcomers who are also solved with."""


def main() -> None:
    """Print a row for each size and variant."""
    given = arguments(__doc__)
    sizes = ["S"] if given.smoke else given.size
    many = 100 if given.smoke else PROFILES
    rows = [row_of(size, variant, many) for size in sizes for variant in given.variant]
    print(f"Medians of wall time; four levels; {many:,} newcomers; {machine()}.\n")
    heads = (
        "size",
        "variant",
        "options offered",
        "solve",
        "all newcomers",
        "one again",
        "÷ for all",
        "who add a person",
    )
    print(table(heads, rows))


def row_of(size: str, variant: str, many: int) -> tuple[str, ...]:
    """Solve, ask for all newcomers, and for some of them one by one."""
    problem, clock = drawn(size, variant), Clock()
    answer = clock.time("solve", partial(solve, problem, LONG))
    offers = offered(problem, many)
    found = clock.time("all", partial(newcomers, answer, offers))
    for _ in range(RUNS[size] - 1):
        clock.time("all", partial(newcomers, answer, offers))
    for number in np.random.default_rng(SEED).choice(many, SAMPLE, replace=False).tolist():
        after = clock.time("one", partial(solve, together(problem, offers, number), LONG))
        assert found.known[number], (size, variant, number)
        more = tuple(a - b for a, b in zip(after.totals, answer.totals, strict=True))
        assert tuple(found.levels[:, number].tolist()) == more, (size, variant, number)
    took, each = clock.median_wall("all"), clock.median_wall("one")
    times = (shown(clock.median_wall("solve")), shown(took), shown(each), f"{each * many / took:,.0f} ×")
    return (size, variant, f"{offers.options:,}", *times, f"{int((found.levels[0] > 0).sum()):,}")


def offered(problem: Problem, many: int) -> Problem:
    """Draw newcomers: whom each could meet, worth what somebody else is worth to that person.

    An option counts towards every limit of its person's that holds all of that person's options, such as the
    visits of their worker.
    """
    rng = np.random.default_rng(SEED)
    like = rng.integers(0, problem.options, many * EACH)
    owner = np.repeat(np.arange(many), EACH)
    pair = owner * problem.requests + problem.request[like]
    like, owner = (each[np.unique(pair, return_index=True)[1]] for each in (like, owner))
    limit, option = shared(problem, like)
    here = np.arange(len(like))
    return Problem.from_arrays(
        requests=problem.requests,
        request=problem.request[like],
        value=problem.value[:, like],
        limit=np.concatenate([limit, problem.limits + owner]),
        option=np.concatenate([option, here]),
        amount=np.ones(len(limit) + len(here), np.int64),
        at_most=np.concatenate([problem.at_most, np.ones(many, np.int64)]),
    )


def shared(problem: Problem, like: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the triples of the limits that hold all options of somebody."""
    asked = np.bincount(problem.request, minlength=problem.requests)
    pairs, count = np.unique(
        problem.limit * problem.requests + problem.request[problem.option], return_counts=True
    )
    limit, request = np.divmod(pairs, problem.requests)
    whole = count == asked[request]
    of = np.full(problem.requests, -1)
    of[request[whole]] = limit[whole]
    mine = of[problem.request[like]]
    return mine[mine >= 0], np.flatnonzero(mine >= 0)


def together(problem: Problem, offers: Problem, number: int) -> Problem:
    """Return the problem with one newcomer in it."""
    own = offers.option[offers.limit == problem.limits + number]
    place = np.full(offers.options, -1)
    place[own] = problem.options + np.arange(len(own))
    stay = place[offers.option] >= 0
    return replace(
        problem,
        request=np.concatenate([problem.request, offers.request[own]]),
        value=np.hstack([problem.value, offers.value[:, own]]),
        limit=np.concatenate([problem.limit, np.minimum(offers.limit[stay], problem.limits)]),
        option=np.concatenate([problem.option, place[offers.option[stay]]]),
        amount=np.concatenate([problem.amount, offers.amount[stay]]),
        at_most=np.append(problem.at_most, 1),
        at_least=np.append(problem.at_least, 0),
        key=np.concatenate([problem.key, offers.key[own] + np.uint64(2**32)]),
    )


if __name__ == "__main__":
    main()
