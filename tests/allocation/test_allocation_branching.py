"""Bounds by prices, the door to MathOpt, and the climb through levels, by hand."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation import Problem, branching, climb
from matchmaker.allocation.branching import Branching, chosen_by
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.climb import Climb
from matchmaker.allocation.interrupt import interrupter
from matchmaker.allocation.mathopt import Engine, Word, whole
from matchmaker.allocation.multipliers import bound_of
from matchmaker.allocation.place import Place, cheapest, dropped
from matchmaker.allocation.programme import programme_of
from matchmaker.allocation.ties import with_hidden_levels
from matchmaker.errors import SolverError


def knapsack() -> Problem:
    """Build three requests of 2, 4 and 5 hours, worth 6, 10 and 12, in a budget of 7."""
    return Problem.from_arrays(
        requests=3,
        request=[0, 1, 2],
        value=[[6, 10, 12], [0, 1, 0]],
        limit=[0, 0, 0],
        option=[0, 1, 2],
        amount=[2, 4, 5],
        at_most=[7],
    )


def test_a_programme_has_a_row_for_each_request_limit_and_floor():
    programme = programme_of(knapsack(), 1, floors=(18,))
    assert programme.value.tolist() == [0, 1, 0]
    assert programme.low.tolist() == [0, 0, 0, 0, 18]
    assert programme.high.tolist()[:4] == [1, 1, 1, 7]
    # Options 0 and 2: 2 + 5 = 7 hours, worth 6 + 12 = 18. Options 1 and 2: 9 hours.
    assert programme.allows(np.array([True, False, True]))
    assert not programme.allows(np.array([False, True, True]))
    # Options 0 and 1: 6 hours, but only worth 16.
    assert not programme.allows(np.array([True, True, False]))


def test_free_room_gives_everyone_the_best():
    problem = knapsack()
    assert bound_of(problem, programme_of(problem, 0, floors=())).total == 6 + 10 + 12


def test_a_price_of_room_lowers_the_bound_and_says_what_options_lose():
    # At 2.5 an hour: 6 - 5 = 1, 10 - 10 = 0, 12 - 12.5 < 0, and the room 7 × 2.5 = 17.5: 18.5.
    problem = knapsack()
    bound = bound_of(problem, programme_of(problem, 0, floors=()), prices=np.array([0, 0, 0, 2.5]))
    assert bound.scaled / bound.scale == 18.5
    assert bound.total == 18
    assert (bound.loss / bound.scale).tolist() == [0, 0, 0.5]
    # A plan worth 18 may lose 0.5; one worth 18.5 or more could not choose option 2.
    assert bound.reaches(18).tolist() == [True, True, True]
    assert bound.reaches(19).tolist() == [False, False, False]


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -3.0, 1e30])
def test_whatever_the_prices_the_bound_holds(wrong):
    problem = knapsack()
    prices = np.array([wrong, 0, 0, wrong])
    # The best plan is worth 18 (options 0 and 2).
    assert bound_of(problem, programme_of(problem, 0, floors=()), prices=prices).total >= 18


def test_the_relaxation_gives_prices_that_nearly_close_the_gap():
    problem = knapsack()
    programme = programme_of(problem, 0, floors=())
    word = Engine("GLOP").relax(programme, Budget.of(60))
    # Best by the hour: 6 for 2 (3.0), 10 for 4 (2.5), and 1 of 5 hours at 2.4: 16 + 2.4 = 18.4.
    assert bound_of(problem, programme, prices=word.prices).total == 18
    assert word.plan is None


@pytest.mark.parametrize("kind", ["HIGHS", "CP_SAT"])
def test_the_engines_find_the_plan_and_prove_it(kind):
    word = Engine(kind).maximise(programme_of(knapsack(), 0, floors=()), Budget.of(60))
    assert word.plan is not None
    assert word.plan.tolist() == [True, False, True]
    assert word.bound == 18


@pytest.mark.parametrize("kind", ["HIGHS", "CP_SAT"])
def test_the_engines_say_when_there_is_no_plan(kind):
    word = Engine(kind).maximise(programme_of(knapsack(), 1, floors=(19,)), Budget.of(60))
    assert word.impossible


def test_the_door_turns_what_mathopt_refuses_into_our_own_error():
    programme = programme_of(knapsack(), 0, floors=())
    programme.low[3] = 8  # more than the 7 it may be
    with pytest.raises(SolverError, match="GLOP"):
        Engine("GLOP").relax(programme, Budget.of(60))


def test_only_zeros_and_ones_are_a_plan():
    assert whole(np.array([0.0, 1.0 - 1e-9])).tolist() == [False, True]  # type: ignore[union-attr]
    for columns in ([0.5], [2.0], [-1.0]):
        assert whole(np.array(columns)) is None


def test_an_offer_is_taken_only_when_it_keeps_the_rows_and_is_worth_more():
    place = Place.start(knapsack())
    assert place.total() == 0
    assert place.offered(np.array([False, True, True])).total() == 0
    better = place.offered(np.array([True, True, False]))
    assert better.total() == 16
    assert better.offered(np.array([True, False, False])).total() == 16
    assert place.offered(None) is place


def test_dropping_options_keeps_the_plan():
    problem = knapsack()
    place = Place.start(problem).offered(np.array([True, False, True]))
    prices = np.array([0, 0, 0, 3.0])  # losses: 0 for 6 - 6, 2 for 10 - 12, 3 for 12 - 15
    bound = bound_of(problem, place.programme(), prices=prices)
    # 21 in all, and 18 is known: an option that loses more than 3 would go.
    assert dropped(place, bound)[0].options.tolist() == [0, 1, 2]
    narrow = place.narrowed(np.array([True, False, True]))
    assert narrow.options.tolist() == [0, 2]
    assert narrow.plan is not None
    assert chosen_by(problem, narrow).tolist() == [0, -1, 2]


def test_the_few_that_are_tried_first_lose_least():
    problem = Problem.from_arrays(
        requests=2,
        request=[1, 0, 0, 0, 1],
        value=[],
        limit=[0, 0],
        option=[1, 3],
        amount=[2, 1],
        at_most=[4],
    )
    few = cheapest(problem, np.array([5, 3, 1, 3, 4]), few=2)
    # Options 1 and 3 lose the same; option 3 burdens the limit with 1/4, option 1 with 2/4.
    assert few.tolist() == [True, False, True, True, True]


class Liar(Engine):
    """An engine that says what it is told to say."""

    word = Word()

    def maximise(self, programme, budget, *, hint=None):
        return Liar.word


@pytest.mark.parametrize(
    ("word", "message"),
    [
        (Word(plan=np.array([False, True, True]), bound=22), "breaks a limit"),
        (Word(plan=np.array([True, False, True]), bound=17), "proved less than there is"),
        (Word(impossible=True), "finds no plan where there is one"),
    ],
)
def test_an_engine_that_lies_is_caught(word, message):
    Liar.word = word
    with pytest.raises(SolverError, match=message):
        Climb(Liar("HIGHS"), Budget.of(60)).level(Place.start(knapsack()))


def test_an_engine_that_says_nothing_proves_nothing():
    Liar.word = Word()
    outcome = Branching("liar", Liar("HIGHS"), largest=10**9).solve(knapsack(), Budget.of(60))
    assert outcome.chosen is not None
    # The relaxation alone proves 18.
    assert outcome.bounds[0] == 18
    assert not outcome.impossible


def test_levels_are_solved_in_their_largest_unit():
    problem = Problem.from_arrays(
        requests=3,
        request=[0, 1, 2],
        value=[[600, 1000, 1200]],
        limit=[0, 0, 0],
        option=[0, 1, 2],
        amount=[2, 4, 5],
        at_most=[7],
    )
    outcome = Branching("HiGHS", Engine("HIGHS"), largest=2000).solve(problem, Budget.of(60))
    assert outcome.bounds == (1800,)


def test_large_numbers_are_left_to_an_engine_that_calculates_in_integers():
    assert Branching("HiGHS", Engine("HIGHS"), largest=12).fits(knapsack())
    assert not Branching("HiGHS", Engine("HIGHS"), largest=11).fits(knapsack())


def test_nobody_who_could_stop_needs_no_watcher():
    with interrupter(Budget.of(60)) as stop:
        assert stop is None


def test_a_solver_deep_in_its_loops_hears_the_wish_to_stop():
    stop = threading.Event()
    budget = Budget(Budget.of(60).deadline, cancel=stop)
    with interrupter(budget) as handle:
        stop.set()
        for _ in range(200):
            if handle.interrupted:
                break
            threading.Event().wait(0.01)
        assert handle.interrupted


class Tired(climb.Climb):
    """A climb that proves nothing at level 0 and finds nothing better there."""

    def level(self, place):
        if place.level == 0:
            poor = np.isin(place.options, [0, 1])
            return replace(place, plan=poor), bound_of(place.problem, place.programme())
        return super().level(place)


def test_below_a_level_that_is_not_proved_the_others_are_bettered(monkeypatch):
    monkeypatch.setattr(branching, "Climb", Tired)
    monkeypatch.setattr(branching, "LITTLE", 61.0)
    rung = threading.Event()
    problem = replace(knapsack(), value=np.array([[1, 1, 1], [3, 0, 4]]))
    budget = replace(Budget.of(60), rung=rung)
    outcome = Branching("tired", Engine("HIGHS"), largest=2**20).solve(problem, budget)
    assert outcome.chosen is not None
    # Two of three fit, whatever is said of three: options 0 and 2 (2 + 5 hours), worth 3 + 4.
    assert outcome.chosen.tolist() == [0, -1, 2]
    assert outcome.bounds == (3,)
    assert rung.is_set()
    assert not outcome.canonical


def test_a_level_leaves_time_for_those_after_it():
    place = Place.start(with_hidden_levels(knapsack()))
    # Two given levels and two hidden ones: 0.7 of 60 seconds for the first, then all that is left.
    assert 40 < branching.shared(Budget.of(60), place).left() < 43
    assert branching.shared(Budget.of(60), replace(place, floors=(18,))).left() > 59
