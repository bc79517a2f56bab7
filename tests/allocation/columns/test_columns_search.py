"""Columns, dives and neighbourhoods: by hand, and against exhaustive search without any other help."""

from __future__ import annotations

import threading
from dataclasses import asdict, replace

import numpy as np
import pytest

from matchmaker.allocation import Problem, climb
from matchmaker.allocation.branching import Branching
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.columns import whole
from matchmaker.allocation.columns.dive import Dive
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.knapsacks import knapsacks_of
from matchmaker.allocation.columns.master import Master
from matchmaker.allocation.columns.mixture import Columns
from matchmaker.allocation.columns.neighbourhood import Neighbourhoods
from matchmaker.allocation.columns.rounding import Rounding, kept, overloaded
from matchmaker.allocation.columns.search import Search
from matchmaker.allocation.columns.whole import completed, decided
from matchmaker.allocation.mathopt import Engine
from matchmaker.allocation.multipliers import bound_of
from matchmaker.allocation.place import Place, contradictory, spread
from matchmaker.allocation.presolve import presolved
from matchmaker.allocation.tighten import tighten
from matchmaker.errors import SolverError
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import best_plan, totals
from tests.oracles.random_numbers import draw


def two_mentors(*, must: bool = False) -> Place:
    """Build two mentors of 7 hours each and four requests of 4, 4, 3, 3 hours; the first likes both alike."""
    problem = Problem.from_arrays(
        requests=4,
        request=[0, 1, 2, 3, 0, 1, 2, 3],
        value=[[9, 9, 5, 5, 9, 4, 5, 1]],
        limit=[0, 0, 0, 0, 1, 1, 1, 1],
        option=range(8),
        amount=[4, 4, 3, 3, 4, 4, 3, 3],
        at_most=[7, 7],
    )
    return Place.start(problem, must=np.full(4, must))


def generation_of(place: Place) -> Generation:
    knapsacks = knapsacks_of(place.problem)
    assert knapsacks is not None
    word = Engine("GLOP").relax(place.programme(), Budget.of(60))
    assert word.prices is not None
    return Generation(place, knapsacks, prices=word.prices)


def test_a_mixture_of_columns_is_worth_the_best_plan_and_gives_prices():
    # Two columns for one request's row: worth 5 and 3, the room is 1.
    master = Master(np.array([0]), np.array([1]))
    master.hold(np.array([-100.0]), np.array([100.0]))
    master.add(Columns(np.array([5, 3]), np.array([0, 0]), np.array([0, 1]), np.array([1, 1])))
    mixture = master.solve(Budget.of(60))
    assert mixture is not None
    assert mixture.worth == 5
    assert mixture.share.tolist() == [1, 0]
    # A column may be used once, so that any price from 3 to 5 keeps the other one out.
    assert 3 <= mixture.prices[0] <= 5
    assert not mixture.broken
    master.allow(np.array([0]), most=0.0)
    second = master.solve(Budget.of(60))
    assert second is not None
    assert second.worth == 3
    master.room(np.array([2]), np.array([2]))
    third = master.solve(Budget.of(60))
    # Two are asked for and one column of 1 is there: the second is missing at a price of 100.
    assert third is not None
    assert third.broken
    assert third.worth == 3 - 100


def test_growing_proves_the_best_plan_where_limits_filled_alone_agree():
    place = two_mentors()
    generation = generation_of(place)
    assert generation.grow(Budget.of(60))
    # 7 hours hold 4 + 3. Request 1 by the first mentor, request 0 by the second, 5 with each: 28.
    assert generation.total == 9 + 9 + 5 + 5
    bound = generation.bound()
    assert bound.total == 28
    # The only plans worth 28 take options 1 and 4, whoever has the 3 hours beside them.
    assert bound.reaches(28)[[1, 4]].all()
    assert not bound.reaches(29).all()


def test_a_bound_that_is_good_enough_is_not_improved():
    generation = generation_of(two_mentors())
    assert generation.grow(Budget.of(60), enough=10**6)
    assert generation.mixture is None


def test_a_dive_ends_with_a_plan_or_gives_up():
    place = two_mentors(must=True)
    generation = generation_of(place)
    generation.grow(Budget.of(60))
    assert generation.mixture is not None
    everything = np.ones(8, np.bool_)

    def taste(share):
        return np.zeros(len(share))

    dive = Dive(generation, open_options=everything, need=28)
    assert dive.down(generation.mixture, taste=taste, leaf=1, budget=Budget.of(60))
    for deep in (False, True):
        plan = completed(place, dive.fixed, open_options=dive.open, need=28, deep=deep, budget=Budget.of(60))
        assert plan is not None
        assert place.worth(plan) == 28
        assert place.programme().allows(plan)
    tired = Dive(generation, open_options=everything, need=28)
    assert not tired.down(generation.mixture, taste=taste, leaf=0, budget=Budget.of(0))


@pytest.mark.parametrize("deep", [False, True])
def test_a_small_place_is_decided_whole(deep):
    place = two_mentors(must=True)
    for need in (None, 28):
        plan = decided(place, need=need, deep=deep, budget=Budget.of(60))
        assert plan is not None
        assert place.worth(plan) == 28
    assert decided(place, need=29, deep=deep, budget=Budget.of(60)) is None


class Lost(Engine):
    """An engine that loses its way, as GLOP now and then does among near-equal columns."""

    def relax(self, programme, budget):
        raise SolverError("ABNORMAL")

    def maximise(self, programme, budget, *, hint=None):
        raise SolverError("ABNORMAL")


def test_an_engine_that_loses_its_way_in_a_small_place_says_nothing(monkeypatch):
    place = two_mentors(must=True)
    monkeypatch.setattr(whole, "EXACT", Lost("HIGHS"))
    assert decided(place, need=None, budget=Budget.of(60)) is None
    monkeypatch.setattr(whole, "RELAXATION", Lost("GLOP"))
    assert decided(place, need=1, budget=Budget.of(60)) is None


def test_who_must_be_served_and_cannot_be_is_a_contradiction():
    place = two_mentors(must=True)
    assert not contradictory(place)
    fixed = np.zeros(8, np.bool_)
    fixed[[0, 2]] = True  # 4 + 3 of 7 hours
    rest = place.around(fixed, open_options=np.arange(8) < 4)
    assert rest.problem.requests == 2
    assert contradictory(rest)
    assert decided(rest, need=None, budget=Budget.of(60)) is None


def test_what_is_left_around_fixed_options_keeps_their_room_and_floors():
    place = replace(two_mentors(), floors=(20,))
    place = replace(place, problem=replace(place.problem, value=np.tile(place.problem.value, (2, 1))))
    fixed = np.zeros(8, np.bool_)
    fixed[1] = True  # request 1 by the first mentor, 4 of 7 hours, worth 9
    rest = place.around(fixed, open_options=np.ones(8, np.bool_))
    assert rest.floors == (20 - 9,)
    assert rest.problem.at_most.tolist() == [3, 7]
    # Option 0 would need 4 of the 3 hours left, options 1 and 5 are decided.
    assert rest.options.tolist() == [2, 3, 4, 6, 7]
    wide = spread(place, rest, plan=np.array([True, False, False, False, True]))
    assert wide is not None
    assert np.flatnonzero(wide).tolist() == [2, 7]


def test_a_neighbourhood_betters_a_poor_plan():
    place = two_mentors(must=True)
    poor = np.zeros(8, np.bool_)
    poor[[0, 2, 5, 7]] = True  # 9 + 5 + 4 + 1 = 19
    place = place.offered(poor)
    near = Neighbourhoods(np.random.default_rng(1))
    plan = near.step(place, open_options=np.ones(8, np.bool_), budget=Budget.of(60))
    assert plan is not None
    assert place.worth(plan) == 28
    assert near.step(two_mentors(must=True), open_options=np.ones(8, np.bool_), budget=Budget.of(60)) is None


def test_a_rounding_keeps_what_is_sure_and_fits():
    place = two_mentors()
    # All four by the first mentor would be 14 of 7 hours: the least sure go until 7 are left.
    wish = np.array([0.9, 0.8, 0.7, 0.6, 0, 0, 0, 0])
    assert np.flatnonzero(kept(place.problem, wish, doubtful=0)).tolist() == [0]
    assert np.flatnonzero(kept(place.problem, wish, doubtful=3)).tolist() == [0]
    assert overloaded(place.problem, np.arange(8) < 2).tolist() == [0]
    rounding = Rounding(np.random.default_rng(1))
    plan = rounding.step(place, share=wish, open_options=np.ones(8, np.bool_), need=28, budget=Budget.of(60))
    assert plan is not None
    assert place.worth(plan) == 28


def test_a_search_ends_where_its_bound_meets_its_plan():
    place = two_mentors()
    programme = place.programme()
    word = Engine("GLOP").relax(programme, Budget.of(60))
    assert word.prices is not None
    bound = bound_of(place.problem, programme, prices=word.prices)
    search = Search(place, bound, prices=word.prices)
    for _ in range(20):
        if search.known.done or not search.step(Budget.of(60)):
            break
    assert search.known.place.total() == search.known.total == 28
    assert not search.known.core().narrowed(~search.known.core().plan).problem.options  # type: ignore[operator]


def test_halves_meet_in_a_search_until_nothing_is_to_be_hoped_for():
    place = two_mentors()
    prices = np.array([0.0, 0.0, 0.0, 0.0, 1.0, 1.0])
    search = Search(place, bound_of(place.problem, place.programme(), prices=prices), prices=prices)
    assert search.known.offered(search._steps()["meet"](Budget.of(60)))
    assert search.known.place.total() == 28
    search._meeting.lost = True
    assert "meet" not in search._steps()


def test_when_glop_loses_its_way_columns_are_begun_anew():
    place = two_mentors()
    search = Search(place, bound_of(place.problem, place.programme()), prices=np.zeros(6))
    assert search.step(Budget.of(60))
    generation = search._generation
    assert generation is not None
    generation.master.dead = True
    assert generation.master.solve(Budget.of(60)) is None
    generation.master.hold(np.zeros(6), np.zeros(6))  # is not heard, and harms nobody
    for _ in range(20):
        search.step(Budget.of(60))
    assert search._generation is not generation
    assert search.known.place.total() == search.known.total == 28


class Alone(climb.Climb):
    """A climb on which nobody helps before the columns and the neighbourhoods."""

    def _guessed(self, place, bound):
        return place, bound

    _branched = _guessed


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_columns_and_neighbourhoods_find_what_exhaustive_search_finds(seed, monkeypatch):
    monkeypatch.setattr("matchmaker.allocation.branching.Climb", Alone)
    monkeypatch.setattr("matchmaker.allocation.aside.Aside.begin", lambda *_, **__: None)
    monkeypatch.setattr("matchmaker.allocation.contest.FIRST", 0.1)
    numbers = draw(seed)
    tight = tighten(Problem.from_arrays(**asdict(numbers)))
    best = best_plan(numbers)
    if tight is None:
        assert best is None
        return
    outcome = Branching("alone", Engine("HIGHS"), largest=2**40).solve(tight.problem, Budget.of(60))
    if best is None:
        assert outcome.impossible
        return
    assert outcome.chosen is not None
    taken = tight.options[outcome.chosen[outcome.chosen >= 0]].tolist()
    assert sorted(taken) == sorted(k for k in best if k >= 0)
    assert outcome.bounds == totals(numbers, best)
    assert outcome.canonical


def test_stopping_ends_a_search_at_once():
    stop = threading.Event()
    stop.set()
    place = presolved(two_mentors().problem)
    budget = Budget(Budget.of(60).deadline, cancel=stop)
    there, bound = climb.Climb(Engine("HIGHS"), budget).level(place)
    assert there.total() == 0
    assert bound is not None
    assert bound.total == 28


def test_rows_that_nothing_can_break_have_no_price():
    # Requests 0 to 3 have two options each; request 4 has one, and its place has room for both who want it.
    problem = Problem.from_arrays(
        requests=5,
        request=[0, 1, 2, 3, 0, 1, 2, 3, 4],
        value=[[9, 9, 5, 5, 9, 4, 5, 1, 2]],
        limit=[0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2],
        option=[*range(9), 0, 8],
        amount=[4, 4, 3, 3, 4, 4, 3, 3, 3, 1, 1],
        at_most=[7, 7, 2],
    )
    place = Place.start(problem)
    generation = generation_of(place)
    assert generation.shared.tolist() == [True] * 4 + [False] + [False, False] + [False]
    must = replace(place, plan=None, must=np.arange(5) == 4)
    assert generation_of(must).shared.tolist() == [True] * 5 + [False, False] + [False]
