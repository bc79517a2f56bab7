"""What requests lose: the sum is exact for every plan, and codes tell what is used."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation.columns.accounts import NOBODY, Accounts
from tests.allocation.columns.test_columns_tree import draw_hours, place_of, three_alike
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import best_plan, every_plan, totals


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_what_a_plan_is_worth_is_the_bound_less_what_is_lost(seed):
    numbers = draw_hours(seed)
    best = best_plan(numbers)
    assert best is not None
    rng = np.random.default_rng(seed)
    floors = (totals(numbers, best)[0],) if seed % 2 else ()
    place = place_of(numbers, floors=floors)
    programme = place.programme()
    prices = rng.choice([0.0, 0.3, 1.7], len(programme.low))
    prices[numbers.requests + len(numbers.at_most) :] *= -1  # a floor asks for more
    accounts = Accounts.of(place, prices, rng=rng)
    rows = np.flatnonzero(prices[numbers.requests :]) + numbers.requests
    assert len(rows) == len(accounts.price)
    for plan in every_plan(numbers):
        chosen = [k for k in plan if k >= 0]
        unserved = [len(numbers.request) + request for request, k in enumerate(plan) if k < 0]
        mask = np.zeros(place.problem.options, np.bool_)
        mask[chosen] = True
        load = np.zeros(len(programme.low), np.int64)
        np.add.at(load, programme.row, programme.amount * mask[programme.column])
        left = np.where(prices > 0, programme.high - load, load - programme.low)[rows].tolist()
        lost = sum(accounts.loss[chosen + unserved].tolist())
        cost = sum(price * room for price, room in zip(accounts.price, left, strict=True))
        assert place.worth(mask) * accounts.scale == accounts.scaled - lost - cost
        code = sum(accounts.code[chosen].tolist()) + sum(
            unit * room for unit, room in zip(accounts.unit, left, strict=True)
        )
        assert code % 2**64 == accounts.room


def test_doubts_by_hand():
    """Three requests of 2 hours and two mentors of 3: at a price of 1/4 an hour each option keeps a half."""
    place = three_alike()
    prices = np.array([9.0, 9.0, 9.0, 0.25, 0.25])
    accounts = Accounts.of(place, prices, rng=np.random.default_rng(1))
    quarter = accounts.scale // 4
    # All three served and all hours used would be worth 3 × 2/4 + 6 × 1/4 = 3; nobody loses by another mentor.
    assert accounts.scaled == 12 * quarter
    assert accounts.loss.tolist() == [0] * 6 + [2 * quarter] * 3
    assert accounts.price == [quarter, quarter]
    everything = np.ones(6, np.bool_)
    doubts = accounts.doubts(everything, need=2, few=99)
    assert doubts is not None
    assert doubts.most == 4 * quarter
    assert doubts.options.tolist() == [0, 2, 4]
    assert [doubt.options for doubt in doubts.doubts] == [[1, NOBODY], [3, NOBODY], [5, NOBODY]]
    assert [doubt.ways.loss.tolist() for doubt in doubts.doubts] == [[0, 2 * quarter]] * 3
    # Up to four quarters of an hour's price: 0 to 4 hours over at two mentors, of 3 hours each.
    assert [cost // quarter for cost, _ in doubts.unused] == [0, 1, 1, 2, 2, 2] + [3] * 4 + [4] * 3
    nearest = accounts.doubts(everything, need=2, few=3)
    assert nearest is not None
    assert [doubt.options for doubt in nearest.doubts] == [[1], [3], [5]]
    assert accounts.doubts(everything, need=4, few=99) is None
    # Where options are closed, what is lost by that is lost already.
    closed = accounts.doubts(np.arange(6) >= 2, need=2, few=99)
    assert closed is not None
    assert closed.options.tolist() == [NOBODY, 2, 4]
    assert closed.most == 2 * quarter
    # Worth 3 they would all have to be served, and the first cannot be.
    assert accounts.doubts(np.arange(6) >= 2, need=3, few=99) is None


def test_who_must_be_served_may_not_stay_unserved():
    place = replace(three_alike(), must=np.array([True, False, False]))
    accounts = Accounts.of(place, np.array([0.0, 0.0, 0.0, 0.25, 0.25]), rng=np.random.default_rng(1))
    half = accounts.scale // 2
    assert accounts.loss.tolist() == [0] * 6 + [np.iinfo(np.int64).max, half, half]
    doubts = accounts.doubts(np.ones(6, np.bool_), need=0, few=99)
    assert doubts is not None
    assert [doubt.options for doubt in doubts.doubts] == [[1], [3, NOBODY], [5, NOBODY]]
    assert accounts.doubts(np.arange(6) >= 2, need=0, few=99) is None
