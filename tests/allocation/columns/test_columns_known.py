"""What is known about a level, by hand: two mentors of 7 hours, who could be given 28 in all."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation.columns.known import Known
from matchmaker.allocation.multipliers import bound_of
from tests.allocation.columns.test_columns_search import two_mentors

GOOD = np.isin(np.arange(8), [0, 5, 6, 3])  # 9 + 4 + 5 + 5 = 23
BEST = np.isin(np.arange(8), [4, 1, 6, 3])  # 9 + 9 + 5 + 5 = 28


def known() -> Known:
    place = two_mentors()
    return Known(place, bound_of(place.problem, place.programme()))


def test_plans_only_get_better():
    there = known()
    assert there.need == 1
    assert there.offered(GOOD)
    assert not there.offered(GOOD)
    assert there.need == 24
    assert there.offered(BEST)
    assert not there.offered(GOOD)
    assert not there.offered(None)
    assert there.done


def test_bounds_are_heard_from_elsewhere():
    there = known()
    assert there.total == 28
    there.learn(27)
    there.learn(29)
    assert there.total == there.best().total == 27


def test_options_that_lose_more_than_is_missing_are_closed():
    there = known()
    there.offered(GOOD)
    # Without prices each request is worth 9 + 9 + 5 + 5; options 5 and 7 lose 5 and 4 of what is missing, 5.
    assert there.open().tolist() == [True, True, True, True, True, False, True, True]
    # Hoping for 24 + 0.6 × 4 = 26, what may be lost is 2.
    assert there.open(hopeful=True).tolist() == [True] * 5 + [False, True, False]
    assert there.core().options.tolist() == list(range(8))  # the plan's own option 5 stays


def test_a_plan_is_near_its_bound_within_two_in_a_thousand():
    there = known()
    assert not there.near
    there.offered(GOOD)
    assert not there.near
    there.offered(BEST)
    assert there.near
