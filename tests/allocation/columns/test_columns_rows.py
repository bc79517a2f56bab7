"""What columns take of the rows they share, and dives in turn; by hand."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.columns.dives import Dives
from matchmaker.allocation.columns.rows import Rows, idle
from matchmaker.allocation.programme import NO_END, Programme
from tests.allocation.columns.test_columns_search import generation_of, two_mentors


def test_a_column_takes_a_place_of_each_request_and_of_its_limit():
    place = two_mentors()
    rows = Rows(place, generation_of(place).knapsacks, programme=place.programme())
    # The four requests are shared; the hours of two mentors are each column's own, and come behind as one of each.
    assert rows.shared.tolist() == [True] * 4 + [False] * 2
    assert rows.low.tolist() == [0] * 6
    assert rows.high.tolist() == [1] * 6
    columns = rows.columns([np.array([0, 2]), np.array([7])])
    # Options 0 and 2 are requests 0 and 2 at the first mentor, 9 + 5; option 7 is request 3 at the second, 1.
    assert columns.worth.tolist() == [14, 1]
    taken = list(zip(columns.row.tolist(), columns.column.tolist(), columns.amount.tolist(), strict=True))
    assert taken == [(0, 0, 1), (2, 0, 1), (3, 1, 1), (4, 0, 1), (5, 1, 1)]


def test_rows_that_nothing_can_break_are_idle():
    # Row 0 has room for both columns, row 1 for one of them, row 2 asks for what nobody has to give; row 3
    # may fall to -2, and row 4 must not.
    programme = Programme(
        value=np.array([1, 1]),
        row=np.array([0, 0, 1, 1, 2, 3, 4]),
        column=np.array([0, 1, 0, 1, 0, 0, 0]),
        amount=np.array([1, 1, 1, 1, 1, -2, -2]),
        low=np.array([0, 0, 1, -2, -1]),
        high=np.array([2, 1, 5, NO_END, NO_END]),
    )
    assert idle(programme).tolist() == [True, False, False, True, False]


def test_every_dive_ends_with_a_plan_worth_the_need_or_none():
    place = two_mentors()
    generation = generation_of(place)
    generation.grow(Budget.of(60))
    dives, everything = Dives(np.random.default_rng(1)), np.ones(8, np.bool_)
    for need, worth in [(None, 28), (28, 28), (29, None), (1, 28)]:
        # Request 1 and 3 at the first mentor and 0 and 2 at the second: 9 + 5 + 9 + 5, and 7 hours each.
        plan = dives.step(generation, place, open_options=everything, need=need, budget=Budget.of(60))
        assert (None if plan is None else place.worth(plan)) == worth
