"""Branches: by hand, and against every plan there is."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.columns import leaves, listing, tree
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.hopes import Hopes
from matchmaker.allocation.columns.knapsacks import knapsacks_of
from matchmaker.allocation.place import Place
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers, best_plan, totals


@pytest.fixture(params=["listed", "priced"], autouse=True)
def _kind(request, monkeypatch):
    """Look at branches of columns that are listed, and at those that find their columns as they go."""
    if request.param == "priced":
        monkeypatch.setattr(listing, "MOST", -1)


def draw_hours(seed: int) -> Numbers:
    """Draw six requests and three mentors with hours, half of the time with places that cross; two levels."""
    rng = random.Random(seed)
    pairs = [(request, mentor) for request in range(6) for mentor in range(3) if rng.random() < 0.75]
    hours = [(mentor, k, rng.randint(1, 7)) for k, (_, mentor) in enumerate(pairs)]
    rooms = [rng.randint(7, 12) for _ in range(3)]
    if rng.random() < 0.5:
        hours += [(3 + rng.randrange(2), k, 1) for k in range(len(pairs))]
        rooms += [rng.randint(1, 3), rng.randint(1, 3)]
    limit, option, amount = zip(*hours, strict=True)
    spread = rng.choice([(0, 2), (0, 9), (-3, 9), (0, 10**6)])
    value = tuple(tuple(rng.randint(*each) for _ in pairs) for each in [(0, 2), spread])
    asked = tuple(request for request, _ in pairs)
    least = tuple(0 for _ in rooms)
    return Numbers(6, asked, value, limit, option, amount, tuple(rooms), least, tuple(range(len(pairs))))


def place_of(numbers: Numbers, *, floors: tuple[int, ...] = ()) -> Place:
    """Build a place whose options are a part of those of some larger problem, as they mostly are."""
    problem = Problem.from_arrays(**{name: getattr(numbers, name) for name in numbers.__dataclass_fields__})
    numbered = 100 + np.arange(problem.options)
    return Place(problem, numbered, None, np.zeros(problem.requests, np.bool_), floors)


def grown(place: Place) -> Generation:
    knapsacks = knapsacks_of(place.problem)
    assert knapsacks is not None
    generation = Generation(place, knapsacks, prices=np.zeros(len(place.programme().low)))
    assert generation.grow(Budget.of(60))
    return generation


def ended(hopes: Hopes, place: Place, need: int) -> list[int]:
    """Look at branches until there is nothing to hope for; return what the plans found are worth."""
    found: list[int] = []
    for _ in range(10_000):
        if hopes.total < need:
            return found
        plan = hopes.step(need, Budget.of(60))
        assert not hopes.lost
        if plan is not None:
            assert place.programme().allows(plan)
            found.append(place.worth(plan))
            assert found[-1] >= need
            need = found[-1] + 1
    raise AssertionError("no end to the branches")


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_branches_find_the_best_plan_and_prove_it(seed):
    numbers = draw_hours(seed)
    best = best_plan(numbers)
    assert best is not None
    first, second = totals(numbers, best)
    for floors, optimum in [((), first), ((first,), second)]:
        place = place_of(numbers, floors=floors)
        generation = grown(place)
        for missing in (0, 1, 50):
            hopes = Hopes(generation, total=generation.total)
            assert ended(hopes, place, optimum - missing)[-1:] == [optimum]
            assert hopes.total == optimum
        hopes = Hopes(generation, total=generation.total)
        assert ended(hopes, place, optimum + 1) == []
        assert hopes.total <= optimum


def three_alike() -> Place:
    """Build three requests of 2 hours, each worth 1, and two mentors of 3 hours: one is left over."""
    problem = Problem.from_arrays(
        requests=3,
        request=[0, 0, 1, 1, 2, 2],
        value=[[1] * 6],
        limit=[0, 1] * 3,
        option=range(6),
        amount=[2] * 6,
        at_most=[3, 3],
    )
    return Place(problem, 100 + np.arange(6), None, np.zeros(3, np.bool_))


def test_who_must_be_served_is_served_however_little_it_is_worth():
    numbers = Numbers(
        3,
        (0, 1, 1, 2),
        ((9, -5, -7, 9),),
        (0, 0, 1, 1),
        (0, 1, 2, 3),
        (2, 2, 2, 2),
        (3, 3),
        (0, 0),
        tuple(range(4)),
    )
    place = replace(place_of(numbers), must=np.array([False, True, False]))
    generation = grown(place)
    # Request 1 is served by one of the mentors, instead of request 0 (9 - 5) or request 2 (9 - 7).
    hopes = Hopes(generation, total=generation.total)
    assert ended(hopes, place, -20)[-1] == 4
    assert hopes.total == 4


def test_options_of_no_limit_that_weighs_and_minimums_are_branched_on_too():
    numbers = Numbers(
        3,
        (0, 0, 1, 2, 2),
        ((5, 4, 5, 5, 1),),
        (0, 0, 0, 1, 1),
        (0, 2, 3, 1, 4),
        (2, 2, 2, 1, 1),
        (3, 2),
        (0, 2),
        tuple(range(5)),
    )
    place = place_of(numbers)
    generation = grown(place)
    # The second limit must have both its places taken: options 1 and 4, and option 2 fits beside them.
    hopes = Hopes(generation, total=generation.total)
    assert ended(hopes, place, 0)[-1] == 4 + 1 + 5
    assert hopes.total == 10


def test_there_is_no_hope_beyond_the_bound():
    place = three_alike()
    generation = grown(place)
    assert generation.total == 2
    hopes = Hopes(generation, total=2)
    assert ended(hopes, place, 3) == []
    assert ended(hopes, place, 2) == [2]


def test_branches_stop_when_time_is_over_and_go_on_later():
    place = place_of(draw_hours(SEED))
    generation = grown(place)
    hopes = Hopes(generation, total=generation.total)
    for _ in range(3):
        assert hopes.step(0, Budget.of(0)) is None
    assert not hopes.lost
    best = best_plan(draw_hours(SEED))
    assert best is not None
    assert ended(hopes, place, 0)[-1] == totals(draw_hours(SEED), best)[0]


def test_too_many_branches_are_left_to_others(monkeypatch):
    monkeypatch.setattr(tree, "MOST", 0)
    monkeypatch.setattr(leaves, "MOST", 0)
    generation = grown(three_alike())
    hopes = Hopes(generation, total=2)
    hopes.step(0, Budget.of(60))
    assert hopes.lost


def test_where_glop_loses_its_way_others_must_decide(monkeypatch):
    place = three_alike()
    generation = grown(place)
    hopes = Hopes(generation, total=generation.total)

    def lost(self, budget):
        self.dead = True

    monkeypatch.setattr("matchmaker.allocation.columns.master.Master.solve", lost)
    monkeypatch.setattr("matchmaker.allocation.columns.page.Page.solve", lost)
    hopes.step(2, Budget.of(60))
    assert hopes.lost
    assert hopes.total == 2
