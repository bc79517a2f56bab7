"""The one door to the solver: a plan that is stopped is the best so far, a question that is stopped ends all."""

from __future__ import annotations

import signal
from dataclasses import replace
from threading import Event

import pytest

from matchmaker.allocation import Change, Problem, solve
from matchmaker.plan import Search, make_plan, solving
from matchmaker.plan.forced import forced_plan
from matchmaker.plan.solving import heard, planned, solved, solved_again
from matchmaker.policy import Policy
from tests.counts import SEED
from tests.rounds import random_round

SEARCH = Search(seconds=60)
PROBLEM = Problem.from_arrays(
    requests=2, request=[0, 1], value=[[3, 5]],
    limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[1],
)  # fmt: skip


def pressing(problem, *, progress=None, **search):
    """Solve, and have Ctrl-C pressed while a solve is under way."""

    def press(news):
        signal.raise_signal(signal.SIGINT)

    return solve(problem, progress=press, **search)


def test_each_gives_what_the_solver_gives():
    assert solved(PROBLEM, SEARCH).chosen.tolist() == [-1, 1]
    assert solved_again(planned(PROBLEM, SEARCH), Change(veto=[1]), search=SEARCH).totals == (3,)


def test_a_plan_that_is_stopped_is_the_best_so_far(monkeypatch):
    monkeypatch.setattr(solving, "solve", pressing)
    assert planned(PROBLEM, SEARCH).stopped == "asked"


def test_a_question_that_is_stopped_ends_all(monkeypatch):
    monkeypatch.setattr(solving, "solve", pressing)
    with pytest.raises(KeyboardInterrupt):
        solved(PROBLEM, SEARCH)
    assert solved(PROBLEM, replace(SEARCH, cancel=Event())).stopped == "asked"


def test_a_plan_tells_of_its_progress_and_a_question_does_not():
    told: list[object] = []
    planned(PROBLEM, replace(SEARCH, progress=told.append))
    assert told
    told.clear()
    solved(PROBLEM, replace(SEARCH, progress=told.append))
    assert told == []


def test_the_clock_is_nobody_who_pressed_ctrl_c():
    late = replace(planned(PROBLEM, SEARCH), stopped="clock")
    assert heard(late, SEARCH) is late


def test_whoever_stopped_the_plan_did_not_stop_a_question_about_it():
    plan = make_plan(random_round(SEED + 1, mentors=6, beneficiaries=8), Policy.standard(), search=SEARCH)
    assert plan.answer is not None
    stopped = replace(plan, answer=replace(plan.answer, stopped="asked"))
    for place in plan.answer.chosen[plan.answer.chosen >= 0].tolist():
        assert forced_plan(stopped, place, search=SEARCH).exact
