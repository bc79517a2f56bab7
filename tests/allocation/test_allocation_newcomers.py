"""What somebody who is not there yet would add: by hand, and against every plan there is."""

from __future__ import annotations

import random
from dataclasses import asdict, replace
from itertools import combinations

import numpy as np
import pytest

from matchmaker.allocation import Change, Problem, is_flow, newcomers, solve, solve_again
from matchmaker.allocation.arriving import Arriving
from matchmaker.allocation.flows.chains import Trees
from matchmaker.allocation.flows.newcomers import distances
from matchmaker.allocation.flows.standing import Standing
from matchmaker.allocation.flows.table import FAR, Table
from matchmaker.errors import ProblemError
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


def two_who_wait() -> Problem:
    """Return: A has one place; person 0 is worth 9 there and person 1 worth 8; person 2 nobody could meet."""
    return Problem.from_arrays(
        requests=3, request=[0, 1], value=[[9, 8]], limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[1]
    )


def offers(request: list[int], value: list[int], owner: list[int]) -> Problem:
    return Problem.from_arrays(
        requests=3,
        request=request,
        value=[value],
        limit=[1 + each for each in owner],
        option=list(range(len(request))),
        amount=[1] * len(request),
        at_most=[1] * (2 + max(owner)),
    )


def test_a_newcomer_may_free_a_place():
    """9 now. Somebody for 0, worth 5, frees A for 1: 5 + 8 − 9 = 4. For 1, worth 3: 3. For 2, worth 7: 7.

    Whoever could meet 0 or 2 meets 2, for 7 is more than 4.
    """
    answer = solve(two_who_wait())
    found = newcomers(answer, offers([0, 1, 2, 0, 2], [5, 3, 7, 5, 7], [0, 1, 2, 3, 3]))
    assert found.known.all()
    assert found.levels.tolist() == [[4, 3, 7, 7]]


def test_who_is_worth_less_than_nothing_adds_nothing():
    found = newcomers(solve(two_who_wait()), offers([2, 0], [-1, 0], [0, 1]))
    assert found.known.all()
    assert found.levels.tolist() == [[0, 0]]


def test_a_newcomer_without_a_place_adds_nothing():
    given = offers([2], [7], [0])
    found = newcomers(solve(two_who_wait()), replace(given, at_most=np.array([1, 0])))
    assert (found.known.tolist(), found.levels.tolist()) == ([True], [[0]])


def test_room_after_a_change_counts():
    """With no place at A there is nobody: then somebody for 0, worth 5, adds just that."""
    answer = solve_again(solve(two_who_wait()), Change(at_most={0: 0}))
    assert newcomers(answer, offers([0], [5], [0])).levels.tolist() == [[5]]


def test_a_limit_that_did_not_bind_may_do_so_with_one_more():
    """Limit 0 lets two be met and two could be: it was no limit. With a third only solving tells."""
    problem = Problem.from_arrays(
        requests=3, request=[0, 1], value=[[9, 8]], limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[2]
    )
    third = replace(
        offers([2], [7], [0]), limit=np.array([1, 0]), option=np.array([0, 0]), amount=np.array([1, 1])
    )
    assert newcomers(solve(problem), third).known.tolist() == [False]
    kept = solve(problem).kept
    assert kept is not None
    assert Arriving(kept, third).known.tolist() == [False]
    first = replace(third, request=np.array([0]))  # who was counted already
    found = newcomers(solve(problem), first)
    assert (found.known.tolist(), found.levels.tolist()) == ([True], [[0]])


def test_what_weighs_is_to_be_solved():
    """Hours: 2, 3 and 4 of 6, so the limit weighs; somebody for a person in there is not told of."""
    heavy = Problem.from_arrays(
        requests=3,
        request=[0, 1, 2],
        value=[[9, 8, 7]],
        limit=[0, 0, 0],
        option=[0, 1, 2],
        amount=[2, 3, 4],
        at_most=[6],
    )
    found = newcomers(solve(heavy), offers([0], [5], [0]))
    assert (found.known.tolist(), found.levels.tolist()) == ([False], [[0]])


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda given: "three", "Maybe build it with Problem.from_arrays"),
        (lambda given: replace(given, requests=2), "2 requests, and the problem 3"),
        (lambda given: replace(given, value=np.zeros((2, 1), np.int64)), "2 levels, and the problem 1"),
        (lambda given: replace(given, at_most=np.zeros(0, np.int64)), "0 limits, and the problem 1"),
        (lambda given: replace(given, amount=np.array([2])), "does not count towards one newcomer, by 1"),
        (lambda given: replace(given, limit=np.array([0])), "does not count towards one newcomer, by 1"),
    ],
)
def test_offers_to_another_problem_are_refused(spoil, says):
    with pytest.raises(ProblemError, match=says):
        newcomers(solve(two_who_wait()), spoil(offers([2], [7], [0])))


def test_ways_are_as_short_as_through_every_node():
    """Against the table of all distances, closed."""
    rng = np.random.default_rng(SEED)
    for _ in range(20):
        table = Table.empty(7, words=2)
        tail, head = rng.integers(0, 7, (2, 15))
        apart = tail != head
        words = rng.integers(0, 3, (2, 15))
        table.learn(tail[apart], head[apart], words=words[:, apart])
        rows = [distances(table, start) for start in range(7)]
        table.close()
        for start, row in enumerate(rows):
            near = table.words[0, start] < FAR
            assert (row[:, near] == table.words[:, start, near]).all()
            assert (row[0, ~near] >= FAR // 2).all()


def test_an_option_fits_only_below_all_that_hold_its_sets():
    """A's place lies within one for all of its worker's mentors: who shares the place shares that as well."""
    problem = Problem.from_arrays(
        requests=3,
        request=[0, 1, 2],
        value=[[1, 1, 1]],
        limit=[0, 0, 1, 1, 1],
        option=[0, 1, 0, 1, 2],
        amount=[1] * 5,
        at_most=[1, 2],
    )
    kept = solve(problem).kept
    assert kept is not None
    standing = kept.settled[0][2].standing
    assert isinstance(standing, Standing)
    trees = Trees(standing.network)
    place, worker = 4, 5  # behind the root and three requests
    assert trees.depth.tolist() == [0, 1, 1, 1, 2, 1]
    node, option = np.array([1, place, worker, 2, place, 3, worker]), np.array([0, 0, 0, 1, 1, 2, 2])
    tail, head, fits = trees.ends(node, option, options=3)
    assert fits.tolist() == [True, False, True]
    assert tail[fits].tolist() == [1, 3]
    assert head[fits].tolist() == [place, worker]
