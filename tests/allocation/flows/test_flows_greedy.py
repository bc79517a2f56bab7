"""The plan for whoever cannot wait: it keeps every limit, and takes what is best at first sight."""

from __future__ import annotations

from dataclasses import asdict

from matchmaker.allocation import Problem, solve
from matchmaker.allocation.check import faults_of
from matchmaker.allocation.flows.greedy import greedy
from matchmaker.allocation.tighten import tighten
from tests.counts import SEED, count
from tests.oracles.random_flows import draw_flow


def test_the_best_comes_first_where_there_is_room():
    # Person 1 with A is worth 9 and comes first, so person 0, worth 8 there, takes B at 5.
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 0, 1, 1],
        value=[[8, 5, 9, 8]],
        limit=[0, 1, 0, 1],
        option=[0, 1, 2, 3],
        amount=[1, 1, 1, 1],
        at_most=[1, 1],
    )
    assert greedy(problem).tolist() == [1, 2]


def test_what_is_worth_nothing_serves_nobody():
    problem = Problem.from_arrays(
        requests=2, request=[0, 1], value=[[0, -3]], limit=[], option=[], amount=[], at_most=[]
    )
    assert greedy(problem).tolist() == [-1, -1]


def test_every_limit_is_kept():
    served = 0
    for seed in range(SEED, SEED + count("flow_problems")):
        tight = tighten(Problem.from_arrays(**asdict(draw_flow(seed))))
        if tight is not None and not tight.problem.at_least.any():
            chosen = greedy(tight.problem)
            assert not faults_of(tight.problem, chosen), seed
            served += int((chosen >= 0).sum())
    assert served


def test_no_time_at_all_still_serves_somebody():
    problem = Problem.from_arrays(
        requests=1, request=[0], value=[[3]], limit=[0], option=[0], amount=[1], at_most=[1]
    )
    answer = solve(problem, seconds=0)
    assert answer.chosen.tolist() == [0]
    assert answer.bounds == (3,)
