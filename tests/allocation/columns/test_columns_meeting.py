"""Halves of the requests that meet: the best plan, wherever all of its ways could be looked at."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.columns import accounts, meeting
from matchmaker.allocation.columns.accounts import Doubt
from matchmaker.allocation.columns.halves import BITS, Ways
from matchmaker.allocation.columns.meeting import Meeting, parted
from matchmaker.allocation.columns.whole import relaxed
from matchmaker.allocation.place import Place
from tests.allocation.columns.test_columns_tree import draw_hours, place_of, three_alike
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import best_plan, totals

ENDLESS = Budget.of(10**6)


def meeting_of(place: Place) -> Meeting:
    """Begin with the prices of the relaxation, and a small one for every other row: then none is broken."""
    prices = relaxed(place.programme(), ENDLESS).prices
    assert prices is not None
    small = 0.05 * np.abs(place.problem.value[place.level]).mean()
    first_floor = place.problem.requests + place.problem.limits
    prices[:first_floor] = np.maximum(prices[:first_floor], small)
    prices[first_floor:] = np.minimum(prices[first_floor:], -small)
    return Meeting(place, prices, rng=np.random.default_rng(SEED))


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_the_best_plan_is_found_and_no_better_one(seed, monkeypatch):
    monkeypatch.setattr(accounts, "ROOM", 10**5)
    numbers = draw_hours(seed)
    best = best_plan(numbers)
    assert best is not None
    first, second = totals(numbers, best)
    for floors, optimum in [((), first), ((first,), second)]:
        place = place_of(numbers, floors=floors)
        everything = np.ones(place.problem.options, np.bool_)
        assert meeting_of(place).step(everything, need=optimum + 1, budget=ENDLESS) is None
        plan = meeting_of(place).step(everything, need=optimum, budget=ENDLESS)
        assert plan is not None
        assert place.worth(plan) == optimum
        assert place.programme().allows(plan)


def test_who_must_be_served_is_served():
    place = three_alike()
    must = replace(place, must=np.array([True, False, False]))
    there = Meeting(must, np.array([0.0, 0.0, 0.0, 0.25, 0.25]), rng=np.random.default_rng(1))
    plan = there.step(np.arange(6) != 0, need=2, budget=ENDLESS)
    assert plan is not None
    assert plan[1]
    assert must.worth(plan) == 2


def test_where_no_plan_is_worth_the_need_nobody_looks_again():
    there = meeting_of(three_alike())
    assert not there.lost
    assert there.step(np.ones(6, np.bool_), need=4, budget=ENDLESS) is None
    assert there.lost


def test_where_a_limit_without_a_price_is_broken_every_time_nobody_looks_again():
    place = three_alike()
    # The second mentor's hours cost nothing: all three want them, 6 hours of 3.
    there = Meeting(place, np.array([0.0, 0.0, 0.0, 0.25, 0.0]), rng=np.random.default_rng(1))
    everything = np.ones(6, np.bool_)
    for _ in range(meeting.PATIENCE):
        assert not there.lost
        assert there.step(everything, need=2, budget=ENDLESS) is None
    assert there.lost


def test_who_has_met_in_vain_too_often_rests(monkeypatch):
    there, everything = meeting_of(three_alike()), np.ones(6, np.bool_)
    monkeypatch.setattr(meeting, "VAIN", 3)
    answers = iter([None, None, np.array([0, 2, 4]), None, None, None])
    # The third time something is found: then all is counted anew.
    monkeypatch.setattr(meeting, "met", lambda *_, **__: next(answers))
    monkeypatch.setattr("matchmaker.allocation.programme.Programme.allows", lambda *_: True)
    lost = []
    for _ in range(6):
        there.step(everything, need=2, budget=ENDLESS)
        lost.append(there.lost)
    assert lost == [False, False, False, False, False, True]


def test_too_many_limits_or_none_with_a_price_are_left_to_others(monkeypatch):
    place = three_alike()
    assert Meeting(place, np.zeros(5), rng=np.random.default_rng(1)).lost
    monkeypatch.setattr(meeting, "MOST_ROWS", 1)
    assert meeting_of(place).lost


def test_halves_grow_until_they_are_large(monkeypatch):
    monkeypatch.setattr(meeting, "SMALL", 1)
    monkeypatch.setattr(meeting, "LARGE", 4)
    sizes: list[int] = []
    monkeypatch.setattr(meeting, "met", lambda *_, size, budget: sizes.append(size))
    there = meeting_of(three_alike())
    for _ in range(4):
        assert there.step(np.ones(6, np.bool_), need=2, budget=ENDLESS) is None
    assert sizes == [1, 2, 4, 4]


def test_time_that_is_over_ends_a_meeting():
    stop = threading.Event()
    stop.set()
    there = meeting_of(three_alike())
    assert there.step(np.ones(6, np.bool_), need=2, budget=Budget(ENDLESS.deadline, cancel=stop)) is None
    assert there.step(np.ones(6, np.bool_), need=2, budget=ENDLESS) is not None


def test_halves_look_for_each_other_for_a_moment_only(monkeypatch):
    left: list[float] = []
    monkeypatch.setattr(meeting, "joined", lambda *_, budget, **__: left.append(budget.left()))
    assert meeting_of(three_alike()).step(np.ones(6, np.bool_), need=2, budget=ENDLESS) is None
    assert 0.0 < left[0] <= meeting.MOMENT


def doubt(request: int, *, ways: int) -> Doubt:
    return Doubt(request, list(range(ways)), Ways(np.arange(ways), np.zeros(ways, np.uint64)))


@pytest.mark.parametrize("seed", range(20))
def test_every_two_requests_in_doubt_are_parted_and_those_in_most_doubt_come_last(seed):
    sides = parted([doubt(request, ways=2) for request in range(10)], np.random.default_rng(seed))
    for side in sides:
        asked = [each.request for each in side]
        assert sorted(request // 2 for request in asked) == list(range(5))
        assert asked == sorted(asked, reverse=True)


def test_a_side_without_bits_left_leaves_a_request_as_it_is():
    sides = parted([doubt(request, ways=BITS // 2) for request in range(6)], np.random.default_rng(1))
    assert [len(side) for side in sides] == [2, 2]
    assert sorted(each.request for side in sides for each in side) == [0, 1, 2, 3]
