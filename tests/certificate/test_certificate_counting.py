"""A limit as a count, by hand: as many as the smallest amounts allow, as few as the largest ones need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matchmaker.certificate.counting import fitting, needed, needs_of, touching_of, usable_options
from matchmaker.certificate.levels import Face, level_faults
from tests.certificate.by_hand import GIVEN, with_limits


@pytest.mark.parametrize(
    ("least", "room", "count"),
    [
        ([], 5, 0),
        ([65, 75, 65], 0, 0),
        ([65, 75, 65], 129, 1),  # 65 + 65 = 130
        ([65, 75, 65], 130, 2),
        ([65, 75, 65], 204, 2),  # 65 + 65 + 75 = 205
        ([65, 75, 65], 205, 3),
        ([65, 75, 65], 10**30, 3),
    ],
)
def test_how_many_fit(least, room, count):
    assert fitting(least, room) == count


@pytest.mark.parametrize(
    ("most", "at_least", "count"),
    [
        ([], 0, 0),
        ([2, 3, 3], 0, 0),
        ([2, 3, 3], 3, 1),
        ([2, 3, 3], 6, 2),
        ([2, 3, 3], 7, 3),  # 3 + 3 = 6
        ([2, 3, 3], 8, 3),
    ],
)
def test_how_many_are_needed(most, at_least, count):
    assert needed(most, at_least) == count


def test_each_request_takes_between_its_smallest_and_its_largest_amount():
    given = with_limits(({0: 4, 1: 2, 2: 7, 3: 0}, 7, 0))
    touching = touching_of(given, usable_options(given))
    assert touching == [([0, 1, 2], [4, 2, 7])]
    assert needs_of(given, [0, 1, 2], amounts=[4, 2, 7]) == ({0: 4, 1: 2}, {0: 4, 1: 7})
    assert needs_of(given, [0, 1, 2], amounts=[3, 3, 3]) == ({0: 3, 1: 3}, {0: 3, 1: 3})
    assert needs_of(given, [], amounts=[]) == ({}, {})


def test_an_option_that_takes_more_than_there_is_counts_nowhere():
    given = with_limits(({0: 4, 1: 2, 2: 8, 3: 1}, 7, 0), ({2: 1, 3: 1}, 5, 0))
    assert bytes(usable_options(given)) == b"\1\1\0\1"
    assert touching_of(given, usable_options(given))[1] == ([3], [1])


def test_somebody_who_must_be_served_and_has_no_option_left_is_told():
    face = Face(must={0, 2}, allowed=[1, 3])
    found = level_faults(replace(GIVEN), face, value=(1, 1, 1, 1), prices=(0, 0), total=2)
    assert tuple(found) == ("request 0 must be served, and no option is left for it",)
