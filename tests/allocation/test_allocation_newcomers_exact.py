"""What somebody who is not there yet would add, against every plan there is."""

from __future__ import annotations

import random
from dataclasses import asdict, replace
from itertools import combinations

import pytest

from matchmaker.allocation import Problem, is_flow, newcomers, solve
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, every_plan, totals
from tests.oracles.random_flows import draw_flow
from tests.oracles.random_numbers import draw

CHUNK = 25


def best(numbers: Numbers) -> tuple[int, ...] | None:
    return max((totals(numbers, plan) for plan in every_plan(numbers)), default=None)


def these(numbers: Numbers, groups: list[list[int]], *, without: list[int]) -> Numbers:
    """Return the options that are not left out, then groups of options with a limit of one place for each.

    Limits keep their numbers; an option may come in several groups.
    """
    rest = [option for option in range(len(numbers.request)) if option not in without]
    taken = [*rest, *(option for group in groups for option in group)]
    triples = list(zip(numbers.limit, numbers.option, numbers.amount, strict=True))
    new = [
        (limit, place, amount)
        for place, option in enumerate(taken)
        for limit, of, amount in triples
        if of == option
    ]
    place = len(rest)
    for number, group in enumerate(groups):
        new += [(len(numbers.at_most) + number, place + n, 1) for n in range(len(group))]
        place += len(group)
    limit_, option_, amount_ = zip(*new, strict=True) if new else ((), (), ())
    return Numbers(
        numbers.requests,
        tuple(numbers.request[each] for each in taken),
        tuple(tuple(row[each] for each in taken) for row in numbers.value),
        limit_,
        option_,
        amount_,
        (*numbers.at_most, *(1 for _ in groups)),
        (*numbers.at_least, *(0 for _ in groups)),
        tuple((256 * numbers.key[each] + place) % 2**64 for place, each in enumerate(taken)),
    )


def solved(numbers: Numbers):
    return solve(Problem.from_arrays(**asdict(numbers)))


@pytest.mark.parametrize("chunk", range(count("newcomer_numbers") // CHUNK))
@pytest.mark.parametrize("kind", [draw_flow, draw])
def test_what_is_told_of_a_newcomer_is_what_every_plan_with_them_says(kind, chunk):
    """Whoever shares a limit comes anew, with one place: their options are taken out, and offered."""
    told = gained = 0
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers, rng = kind(seed), random.Random(seed)
        limits = len(numbers.at_most)
        if not limits:
            continue
        chosen = rng.randrange(limits)
        numbers = replace(
            numbers, at_least=tuple(0 if n == chosen else least for n, least in enumerate(numbers.at_least))
        )
        members = sorted({o for lim, o in zip(numbers.limit, numbers.option, strict=True) if lim == chosen})
        everybody = list(range(len(numbers.request)))
        before = these(numbers, [], without=members)
        if (base := best(before)) is None:
            continue
        # The options come one by one as well: each as somebody of their own.
        groups = [members, *([member] for member in members)]
        offers = these(numbers, groups, without=everybody)
        found = newcomers(solved(before), Problem.from_arrays(**asdict(offers)))
        for n, group in enumerate(groups):
            if not found.known[n]:
                continue
            told += 1
            after = best(these(numbers, [group], without=members))
            assert after is not None
            more = tuple(a - b for a, b in zip(after, base, strict=True))
            assert tuple(found.levels[:, n].tolist()) == more, (seed, group)
            gained += any(more)
    if kind is draw_flow and chunk == 0:
        assert told >= 40
        assert gained >= 5


def a_few(seed: int) -> tuple[Numbers, list[list[int]]]:
    """Draw people, a mentor or two, workers who introduce only so many, and five newcomers with a place each.

    All newcomers may share a limit, as if one worker supervised them.
    """
    rng = random.Random(seed)
    requests, mentors, more = rng.randint(2, 5), rng.randint(1, 2), 5
    pairs = [(r, m) for m in range(mentors + more) for r in range(requests) if rng.random() < 0.5]
    worker = [rng.randrange(2) for _ in range(requests)]
    triples = [(m, k, 1) for k, (_, m) in enumerate(pairs) if m < mentors]
    rooms = [rng.randint(0, 2) for _ in range(mentors)]
    for one in (0, 1):
        triples += [(len(rooms), k, 2) for k, (r, _) in enumerate(pairs) if worker[r] == one]
        rooms.append(rng.randint(0, 9))
    if rng.random() < 0.5:
        triples += [(len(rooms), k, 1) for k, (_, m) in enumerate(pairs) if m >= mentors]
        rooms.append(rng.randint(0, 3))
    value = tuple(tuple(rng.randint(0, most) for _ in pairs) for most in rng.choice([(1, 9), (0, 5), (3, 1)]))
    limit, option, amount = zip(*triples, strict=True) if triples else ((), (), ())
    request, none = tuple(r for r, _ in pairs), (0,) * len(rooms)
    numbers = Numbers(
        requests, request, value, limit, option, amount, tuple(rooms), none, tuple(range(len(pairs)))
    )
    return numbers, [[k for k, (_, m) in enumerate(pairs) if m == mentors + n] for n in range(more)]


@pytest.mark.parametrize("chunk", range(count("newcomer_numbers") // CHUNK))
def test_one_after_the_other_is_as_good_as_the_best_few_together(chunk):
    """Greedy by what the scan says, against every choice of up to three of five."""
    steps = told = 0
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers, groups = a_few(seed)
        new = [option for group in groups for option in group]
        worth = {
            some: best(these(numbers, [groups[n] for n in some], without=new))
            for size in range(4)
            for some in combinations(range(len(groups)), size)
        }
        chosen: list[int] = []
        for size in (1, 2, 3):
            now = solved(these(numbers, [groups[n] for n in chosen], without=new))
            assert is_flow(now)
            left = [n for n in range(len(groups)) if n not in chosen]
            found = offered(numbers, [groups[n] for n in left], taken=len(chosen), to=now)
            brings = [
                tuple(found.levels[:, place].tolist())
                if found.known[place]
                else less(solved(these(numbers, [groups[each] for each in (*chosen, n)], without=new)), now)
                for place, n in enumerate(left)
            ]
            told += int(found.known.sum())
            chosen.append(left[brings.index(max(brings))])
            after = worth[tuple(sorted(chosen))]
            assert after == max(w for some, w in worth.items() if w and len(some) == size), (seed, chosen)
            steps += 1
    assert steps == 3 * CHUNK
    assert told >= steps


def less(one, other) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(one.totals, other.totals, strict=True))


def offered(numbers: Numbers, groups: list[list[int]], *, taken: int, to):
    """Offer newcomers to an answer in which some have joined already, whose limits come first."""
    wide = replace(
        numbers, at_most=(*numbers.at_most, *(1 for _ in range(taken))), at_least=(*numbers.at_least, *(0 for _ in range(taken)))
    )  # fmt: skip
    everybody = list(range(len(numbers.request)))
    return newcomers(to, Problem.from_arrays(**asdict(these(wide, groups, without=everybody))))
