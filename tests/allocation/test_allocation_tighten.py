"""Limits said in smaller numbers: the arithmetic by hand, and the same set of plans as before."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace

import numpy as np
import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.check import faults_of
from matchmaker.allocation.parts import cut, with_options
from matchmaker.allocation.sums import WIDEST, nearest_sums, reachable
from matchmaker.allocation.tighten import fixed_count, tighten
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, every_plan
from tests.oracles.random_flows import draw_flow
from tests.oracles.random_numbers import draw

tightening = sys.modules["matchmaker.allocation.tighten"]


def one_limit(amounts: list[int], *, at_most: int, at_least: int = 0) -> Problem:
    """Build requests with one option each, all of which count towards one limit."""
    options = list(range(len(amounts)))
    return Problem.from_arrays(
        requests=len(amounts),
        request=options,
        value=[[1] * len(amounts)],
        limit=[0] * len(amounts),
        option=options,
        amount=amounts,
        at_most=[at_most],
        at_least=[at_least],
    )


@pytest.mark.parametrize(
    ("amounts", "at_most", "at_least", "becomes"),
    [
        # 3 × 60 of 200 minutes: at most 3 fit, and there are but 3: the limit cannot bind.
        ([60, 60, 60], 200, 0, None),
        # 4 × 60 of 200 minutes: 3 × 1 of 3.
        ([60, 60, 60, 60], 200, 0, ([1, 1, 1, 1], 0, 3)),
        # 61 minutes at least need 2 × 60.
        ([60, 60, 60, 60], 200, 61, ([1, 1, 1, 1], 2, 3)),
        # 20, 40, 60 of 110: by 20 these are 1, 2, 3 of 5; 1 + 2, 1 + 3 and 2 + 3 = 5 fit, 6 not.
        ([20, 40, 60], 110, 0, ([1, 1, 1], 0, 2)),
        # 3, 4, 5 of 6: any one fits, no two do (3 + 4 = 7).
        ([3, 4, 5], 6, 0, ([1, 1, 1], 0, 1)),
        # 2, 4, 5 of 8: 2 + 5 = 7 is the largest load, 4 + 5 does not fit, 2 + 4 and 2 + 5 do.
        ([2, 4, 5], 8, 0, ([2, 4, 5], 0, 7)),
        # 3 and 5, at least 4: 5 is the smallest load of 4 or more; 8 the largest.
        ([3, 5], 9, 4, ([3, 5], 5, 8)),
        # Nothing is used, nothing is limited.
        ([0, 0], 1, 0, None),
    ],
)
def test_limits_by_hand(amounts, at_most, at_least, becomes):
    part = tighten(one_limit(amounts, at_most=at_most, at_least=at_least))
    assert part is not None
    tight = part.problem
    if becomes is None:
        assert tight.limits == 0
        return
    assert (tight.amount.tolist(), tight.at_least.tolist()[0], tight.at_most.tolist()[0]) == becomes


@pytest.mark.parametrize(
    ("amounts", "at_most", "at_least"),
    [([3, 5], 9, 9), ([4, 4], 7, 5), ([], 5, 1), ([2], 1, 1), ([1], 0, 1)],
    ids=["3 + 5 is 8", "one 4 or two", "no option", "does not fit", "closed"],
)
def test_minimums_that_no_load_meets(amounts, at_most, at_least):
    assert tighten(one_limit(amounts, at_most=at_most, at_least=at_least)) is None


def test_an_option_that_does_not_fit_by_itself_is_dropped():
    part = tighten(one_limit([2, 9, 3], at_most=4))
    assert part is not None
    assert part.options.tolist() == [0, 2]


def test_a_request_uses_a_limit_only_through_one_of_its_options():
    # Two options of one request, 3 each, of 5: they never meet, so the limit cannot bind.
    problem = Problem.from_arrays(
        requests=1,
        request=[0, 0],
        value=[[1, 2]],
        limit=[0, 0],
        option=[0, 1],
        amount=[3, 3],
        at_most=[5],
    )
    part = tighten(problem)
    assert part is not None
    assert part.problem.limits == 0


def test_loads_that_can_be_reached():
    # 2 or 3 of the first, 5 of the second: 0, 2, 3, 5, 7, 8.
    assert [s for s in range(10) if reachable([[2, 3], [5]], 9) >> s & 1] == [0, 2, 3, 5, 7, 8]
    assert nearest_sums([[2, 3], [5]], at_least=4, at_most=6) == (5, 5)
    low, high = nearest_sums([[2, 3], [5]], at_least=6, at_most=6)
    assert low > high


def test_loads_too_wide_for_the_table_are_left_as_they_are():
    assert nearest_sums([[5]], at_least=1, at_most=WIDEST + 1) == (1, WIDEST + 1)


def test_a_limit_only_counts_when_it_does_not_matter_which():
    assert fixed_count(np.array([3, 4, 5]), np.array([3, 4, 5]), at_most=6) == 1
    assert fixed_count(np.array([2, 4, 5]), np.array([2, 4, 5]), at_most=8) is None


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_problems") // 5))
def test_the_plans_are_the_same_as_before(seed):
    numbers = draw(seed)
    problem = Problem.from_arrays(**asdict(numbers))
    plans = set(every_plan(numbers))
    part = tighten(problem)
    if part is None:
        assert not plans
        return
    back = {-1: -1, **{int(k): place for place, k in enumerate(part.options)}}
    assert {k for plan in plans for k in plan} <= set(back)
    for plan in plans:
        assert not faults_of(part.problem, np.array([back[k] for k in plan], np.int64))
    tight = set(every_plan(draw_back(part.problem)))
    assert len(tight) == len(plans)


def draw_back(problem: Problem):
    """Write a problem down as plain numbers again."""
    arrays = {
        f: getattr(problem, f).tolist()
        for f in ("request", "limit", "option", "amount", "at_most", "at_least", "key")
    }
    return Numbers(
        requests=problem.requests,
        value=tuple(tuple(row) for row in problem.value.tolist()),
        **{name: tuple(array) for name, array in arrays.items()},
    )


def test_cutting_keeps_a_triple_only_with_both_its_ends():
    problem = one_limit([2, 3, 4], at_most=5)
    part = cut(
        problem,
        requests=np.array([True, False, True]),
        options=np.array([True, False, True]),
        limits=np.array([True]),
    )
    assert part.problem.request.tolist() == [0, 1]
    assert part.problem.amount.tolist() == [2, 4]
    assert part.requests.tolist() == part.options.tolist() == [0, 2]
    assert with_options(problem, np.array([False, True, False])).amount.tolist() == [3]


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_requests_are_counted_alike_in_a_table_and_in_a_list(seed, monkeypatch):
    problem = Problem.from_arrays(**asdict(draw_flow(seed)))
    problem = replace(problem, amount=np.ones_like(problem.amount))
    table, top = tightening.counted(problem)
    monkeypatch.setattr(tightening, "TABLE", -1)
    listed, same = tightening.counted(problem)
    assert top.tolist() == same.tolist()
    assert table.at_most.tolist() == listed.at_most.tolist()
    asked = [
        {int(problem.request[k]) for k in problem.option[problem.limit == each]}
        for each in range(problem.limits)
    ]
    assert top.tolist() == list(map(len, asked))
