"""Somebody who looks at branches in a process of its own."""

from __future__ import annotations

import os

import numpy as np
import pytest

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.child import NoChild
from matchmaker.allocation.columns import prover
from matchmaker.allocation.columns.prover import Prover, prove
from matchmaker.allocation.columns.search import Search
from matchmaker.allocation.contest import Contest
from matchmaker.allocation.mathopt import Engine
from matchmaker.allocation.multipliers import bound_of
from matchmaker.allocation.place import Place
from tests.allocation.columns.test_columns_tree import draw_hours, place_of, three_alike
from tests.oracles.exhaustive_allocation import best_plan, totals


def nothing_for(place: Place) -> np.ndarray:
    return np.zeros(len(place.programme().low))


def begun(place: Place, *, need: int, seconds: float = 60.0) -> Prover:
    there = Prover.begin(place, nothing_for(place), need=need, seconds=seconds)
    assert there is not None
    return there


@pytest.mark.parametrize("floor", [False, True])
def test_the_child_tells_of_the_best_plan(floor):
    numbers = draw_hours(5)
    best = best_plan(numbers)
    assert best is not None
    first, second = totals(numbers, best)
    place = place_of(numbers, floors=(first,) if floor else ())
    there = begun(place, need=0)
    try:
        there.child.wait(60)
        assert there.done
        told = there.heard()
        plans = [plan for _, plan in told if plan is not None]
        assert place.programme().allows(plans[-1])
        assert place.worth(plans[-1]) == told[-1][0] == (second if floor else first)
        assert there.heard() == []
    finally:
        there.stop()


def test_what_is_told_in_part_is_heard_when_it_is_whole():
    place = three_alike()
    there = begun(place, need=3)
    try:
        there.child.wait(60)
        there.heard()
        record = np.array([7, 1, 1, 0, 0, 1, 0, 0], np.int64).tobytes()
        os.write(there.answer.fileno(), record[:20])
        assert there.heard() == []
        os.write(there.answer.fileno(), record[20:])
        os.write(there.answer.fileno(), np.array([6, 0], np.int64).tobytes())
        said, last = there.heard()
        assert last == (6, None)
        assert said[0] == 7
        assert said[1] is not None
        assert said[1].tolist() == [True, False, False, True, False, False]
    finally:
        there.stop()


def test_a_child_that_has_no_time_tells_nothing_but_the_bound():
    told = []
    place = three_alike()
    prove(place, nothing_for(place), need=0, budget=Budget.of(0), tell=lambda *said: told.append(said))
    assert told == []
    there = begun(place, need=0, seconds=0.0)
    there.child.wait(60)
    assert there.heard() == []
    there.stop()


def test_a_proof_by_the_first_prices_is_told():
    told = []
    place = three_alike()
    prove(place, nothing_for(place), need=3, budget=Budget.of(60), tell=lambda *said: told.append(said))
    assert told == [(2, None)]


def test_without_limits_that_weigh_there_is_nothing_to_look_at():
    place = three_alike()
    counting = place.narrowed(np.zeros(6, np.bool_))
    prove(counting, nothing_for(counting), need=0, budget=Budget.of(60), tell=lambda *_: pytest.fail("told"))


def search_of(place: Place) -> Search:
    """Build a search that begins with the plan that serves nobody, and has grown."""
    place = Place.start(place.problem)
    search = Search(place, bound_of(place.problem, place.programme()), prices=nothing_for(place), alone=False)
    assert not search.provable
    while not search.grown:
        search.step(Budget.of(60))
    return search


def test_a_search_hears_the_prover_out(monkeypatch):
    numbers = draw_hours(5)
    best = best_plan(numbers)
    assert best is not None
    search = search_of(place_of(numbers))
    monkeypatch.setattr(Search, "step", lambda *_: False)  # whatever is found is found by the child
    if search.known.place.total() != search.known.total:
        assert search.provable
    Contest(Engine("HIGHS"), Budget.of(60, workers=2))._proved(search)
    assert search.known.place.total() == search.known.total == totals(numbers, best)[0]
    assert not search.provable


def test_a_search_goes_on_where_there_is_no_prover(monkeypatch):
    def refused(*_, **__):
        raise NoChild("none here")

    monkeypatch.setattr(prover, "begun", refused)
    assert Prover.begin(three_alike(), nothing_for(three_alike()), need=0, seconds=1.0) is None
    search = search_of(three_alike())
    before = search.known.place.total(), search.known.total
    Contest(Engine("HIGHS"), Budget.of(60, workers=2))._proved(search)
    assert (search.known.place.total(), search.known.total) == before
    assert not search.provable
    assert search.alone
