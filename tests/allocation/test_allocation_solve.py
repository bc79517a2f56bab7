"""What an answer means: worked by hand, with the arithmetic beside it."""

from __future__ import annotations

import doctest
import subprocess
import sys
import threading

import numpy as np
import pytest

import matchmaker.allocation
from matchmaker.allocation import Problem, Progress, solve
from matchmaker.allocation.wishes import budget_of
from matchmaker.errors import ProblemError


def problem(**arrays: object) -> Problem:
    base: dict[str, object] = {"limit": [], "option": [], "amount": [], "at_most": []}
    return Problem.from_arrays(**{**base, **arrays})  # type: ignore[arg-type]


def test_the_first_level_matters_before_any_number_in_the_next():
    # Option 0 is worth (1, 0), option 1 is worth (0, 10^9): one unit above beats all below.
    answer = solve(problem(requests=1, request=[0, 0], value=[[1, 0], [0, 10**9]]))
    assert answer.chosen.tolist() == [0]
    assert answer.totals == answer.bounds == (1, 0)
    assert answer.status == "optimal"
    assert answer.solver == "1 component: 1 by minimum-cost flow"


def test_two_requests_that_share_one_place():
    # 3 or 5, not both: 5.
    answer = solve(
        problem(
            requests=2,
            request=[0, 1],
            value=[[3, 5]],
            limit=[0, 0],
            option=[0, 1],
            amount=[1, 1],
            at_most=[1],
        )
    )
    assert answer.chosen.tolist() == [-1, 1]
    assert answer.totals == (5,)


def knapsack(*, value=((6, 10, 12),), at_most=100, at_least=0, **more: object) -> Problem:
    """Three requests that need 20, 40 and 60 minutes of one budget."""
    return problem(
        requests=3,
        request=[0, 1, 2],
        value=value,
        limit=[0, 0, 0],
        option=[0, 1, 2],
        amount=[20, 40, 60],
        at_most=[at_most],
        at_least=[at_least],
        **more,
    )


def test_a_budget_of_minutes_is_not_filled_greedily():
    # 20 + 40 = 60 minutes are worth 16, 20 + 60 = 80 are worth 18, 40 + 60 = 100 are worth 22.
    answer = solve(knapsack())
    assert answer.chosen.tolist() == [-1, 1, 2]
    assert answer.totals == answer.bounds == (22,)


def test_a_minimum_may_cost_something():
    # Everything is worth less than nothing; 60 minutes are reached by 20 + 40 (-7) or 60 (-9).
    answer = solve(knapsack(value=[[-3, -4, -9]], at_least=60))
    assert answer.chosen.tolist() == [0, 1, -1]
    assert answer.totals == answer.bounds == (-7,)


def test_what_is_worth_less_than_nothing_is_left_alone():
    answer = solve(knapsack(value=[[-3, -4, -9]]))
    assert answer.chosen.tolist() == [-1, -1, -1]
    assert answer.totals == answer.bounds == (0,)


@pytest.mark.parametrize(
    ("at_least", "at_most"),
    [(101, 100), (121, 200), (61, 79)],
    ids=["more than allowed", "more than there is", "no sum of 20, 40 and 60 lies between"],
)
def test_a_minimum_that_cannot_be_met_is_proved_impossible(at_least, at_most):
    answer = solve(knapsack(at_least=at_least, at_most=at_most))
    assert answer.status == "impossible"
    assert not answer.has_plan
    assert answer.chosen.tolist() == [-1, -1, -1]


def test_two_minimums_that_only_contradict_each_other_are_confirmed_by_a_second_solver():
    # One request, two limits that each want one of its two options.
    answer = solve(
        problem(
            requests=1,
            request=[0, 0],
            value=[[1, 1]],
            limit=[0, 1],
            option=[0, 1],
            amount=[1, 1],
            at_most=[1, 1],
            at_least=[1, 1],
        )
    )
    assert answer.status == "impossible"
    assert "confirming minimum-cost flow" in answer.solver


def test_a_limit_of_nothing_closes_its_options():
    answer = solve(knapsack(at_most=0))
    assert answer.totals == answer.bounds == (0,)
    assert answer.solver == "nothing to decide"


def test_no_time_gives_a_plan_at_first_sight_with_honest_bounds():
    answer = solve(knapsack(), seconds=0)
    assert answer.status == "feasible"
    # The best two come first, 12 + 10.
    assert answer.totals == (22,)
    # Nobody is above everyone at their best: 6 + 10 + 12.
    assert answer.bounds == (28,)
    assert not answer.canonical


def test_no_time_and_a_minimum_is_neither_a_plan_nor_a_proof():
    answer = solve(knapsack(at_least=20), seconds=0)
    assert answer.status == "unknown"
    assert not answer.has_plan
    assert answer.bounds == (28,)


def test_a_wish_to_stop_is_heard():
    stop = threading.Event()
    stop.set()
    assert solve(knapsack(), cancel=stop).status == "feasible"


def test_no_levels_ask_for_any_plan_that_keeps_the_minimums():
    answer = solve(knapsack(value=[], at_least=60, at_most=60))
    assert answer.status == "optimal"
    assert answer.totals == answer.bounds == ()
    assert sum(minutes for minutes, k in zip([20, 40, 60], answer.chosen, strict=True) if k >= 0) == 60


@pytest.mark.parametrize("levels", [0, 2])
def test_nothing_at_all_is_solved(levels):
    answer = solve(problem(requests=0, request=[], value=np.zeros((levels, 0), np.int64)))
    assert answer.chosen.tolist() == []
    assert answer.totals == answer.bounds == (0,) * levels
    assert answer.status == "optimal"


def test_a_request_without_options_stays_unserved():
    answer = solve(problem(requests=2, request=[1], value=[[4]]))
    assert answer.chosen.tolist() == [-1, 0]


def test_the_largest_numbers_do_not_overflow():
    # 200 × 10^9 is beyond 32 bits, and beyond 53 bits once multiplied by node numbers.
    many = 200
    answer = solve(problem(requests=many, request=range(many), value=[[10**9] * many]))
    assert answer.totals == answer.bounds == (200 * 10**9,)


def test_the_answer_says_how_each_component_was_solved():
    # Requests 0-2 share minutes whose amounts pair up in no other way; request 3 is by itself.
    answer = solve(
        problem(
            requests=4,
            request=[0, 0, 1, 1, 2, 2, 3],
            value=[[5, 4, 6, 3, 7, 2, 1]],
            limit=[0, 0, 0, 1, 1, 1],
            option=[0, 2, 4, 1, 3, 5],
            amount=[2, 3, 4, 3, 4, 5],
            at_most=[6, 8],
        )
    )
    assert answer.solver.startswith("2 components: ")
    assert "1 by minimum-cost flow" in answer.solver
    assert "1 by columns and HiGHS" in answer.solver
    # 2 + 4 of 6 minutes and 4 of 8: 5 + 3 + 7, and the 1 of request 3.
    assert answer.totals == (16,)


def test_progress_is_told_in_sentences():
    heard: list[Progress] = []
    solve(knapsack(), progress=heard.append)
    said = [str(news) for news in heard]
    assert said[:2] == ["wrote 1 limit of amounts as plain counts", "part 1 of 1: 3 options"]


@pytest.mark.parametrize("seconds", [-1, float("nan"), "60", True, None])
def test_a_time_that_is_none_is_refused(seconds):
    with pytest.raises(ProblemError, match="seconds is"):
        solve(knapsack(), seconds=seconds)


@pytest.mark.parametrize("workers", [0, -1, 1.5, True])
def test_a_number_of_workers_that_is_none_is_refused(workers):
    with pytest.raises(ProblemError, match="workers is"):
        solve(knapsack(), workers=workers)


def test_infinite_time_is_a_long_time():
    budget = budget_of(knapsack(), seconds=float("inf"), workers=2, progress=None, cancel=None)
    assert budget.left() > 10.0**7


def test_importing_the_room_loads_no_solver():
    code = "import sys, matchmaker.allocation; sys.exit('ortools' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0


def test_the_example_in_the_docstring_runs():
    result = doctest.testmod(matchmaker.allocation)
    assert result.attempted == 3
    assert result.failed == 0
