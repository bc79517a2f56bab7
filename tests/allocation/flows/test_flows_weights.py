"""Weights: as many levels as fit get one, with a margin over all that comes later."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation.flows.weights import fitting, spans_of, stacked, weights_of


def test_a_level_outweighs_all_that_comes_later():
    # Margin 2: one step of the first level outweighs twice 5 of the second, so 1 + 2 × 5 = 11.
    assert stacked([3, 5], margin=2) == [11, 1]


def test_what_fits_is_known_without_stacking():
    # 3 × 11 + 5 × 1 = 38 is how far an option can come, and 2 × 38 + 1 = 77 = 7 × 11.
    assert fitting([3, 5], margin=2, largest=38) == 2
    assert fitting([3, 5], margin=2, largest=37) == 1
    assert fitting([3, 5], margin=2, largest=2) == 0


def test_the_widest_margin_that_fits_is_taken():
    # Margin 16: 1 + 16 × 5 = 81, and 3 × 81 + 5 = 248.
    assert weights_of([3, 5], largest=248) == [81, 1]
    assert weights_of([3, 5], largest=247) == [11, 1]


def test_later_levels_without_room_get_no_weight():
    # 37 is too little for both, and the first alone needs only 3.
    assert weights_of([3, 5], largest=37) == [1, 0]
    assert weights_of([3, 5], largest=1) == [1, 0]


def test_a_thousand_levels_are_no_deeper_than_one():
    weights = weights_of([10**9] * 1000, largest=2**50)
    assert weights == [1] + [0] * 999


def test_spans_look_both_ways():
    assert spans_of(np.array([[3, -5], [0, 0]])).tolist() == [5, 0]
    assert spans_of(np.zeros((2, 0), np.int64)).tolist() == [0, 0]
