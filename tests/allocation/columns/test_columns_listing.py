"""Listed columns: by hand, and against what every plan there is chooses."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from matchmaker.allocation.columns import listing
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.listing import Listing, fillings, listed
from tests.allocation.columns.test_columns_tree import draw_hours, grown, place_of, three_alike
from tests.counts import SEED, count


def groups_of(listing: Listing) -> list[tuple[int, ...]]:
    """Read which options each column holds."""
    return [tuple(listing.option[listing.holder == column]) for column in range(len(listing.owner))]


def columns_chosen(generation: Generation, plan: np.ndarray) -> set[tuple[int, ...]]:
    """Split a plan by the limits that are filled alone; other options are columns by themselves."""
    member = generation.knapsacks.member
    taken = np.flatnonzero(plan)
    alone = {(option,) for option in taken.tolist() if member[option] < 0}
    filled = {tuple(taken[member[taken] == limit].tolist()) for limit in set(member[taken].tolist()) - {-1}}
    return alone | filled


def all_plans(generation: Generation) -> list[np.ndarray]:
    """Return every plan that keeps every limit: each request takes one of its options, or none."""
    place = generation.place
    problem, programme, plans = place.problem, place.programme(), []
    ways = [[-1, *np.flatnonzero(problem.request == request)] for request in range(problem.requests)]
    for choice in product(*ways):
        plan = np.zeros(problem.options, np.bool_)
        plan[[option for option in choice if option >= 0]] = True
        if programme.allows(plan):
            plans.append(plan)
    return plans


@pytest.mark.parametrize("seed", range(SEED, SEED + min(60, count("numeric_searches"))))
def test_every_column_of_a_plan_worth_the_need_is_listed(seed):
    generation = grown(place_of(draw_hours(seed)))
    plans = [(generation.place.worth(plan), plan) for plan in all_plans(generation)]
    best = max(worth for worth, _ in plans)
    for need in (best, best - 1, best - 5):
        listing = listed(generation, need=need)
        names = set() if listing is None else set(groups_of(listing))
        wanted = [columns_chosen(generation, plan) for worth, plan in plans if worth >= need]
        assert all(columns <= names for columns in wanted)
        if listing is not None:
            assert len(names) == len(listing.owner)
            worths = [int(generation.programme.value[list(group)].sum()) for group in groups_of(listing)]
            assert listing.programme.value.tolist() == worths


def test_fillings_are_those_that_lose_little():
    # Room 3. Group 0 gives option 0 (weight 2, gain 5) or 1 (1, 3); group 1 gives option 2 (1, 4); group 2
    # gives option 3 (1, -1). The best is options 0 and 2: 9. Within 2 of that are 1 and 2 (7), and 1, 2 and 3
    # is 6, which is not.
    groups = [[(0, 2), (1, 1)], [(2, 1)], [(3, 1)]]
    gain = np.array([5, 3, 4, -1])
    assert set(fillings(groups, gain, room=3, lose=2)) == {(0, 2), (1, 2)}
    assert set(fillings(groups, gain, room=3, lose=3)) == {(0, 2), (1, 2), (1, 2, 3)}
    assert set(fillings(groups, gain, room=3, lose=0)) == {(0, 2)}


def test_a_limit_that_has_room_for_one_lists_one_at_a_time():
    # Each of two mentors has 3 hours, and every request takes 2: six columns of one option each.
    generation = grown(three_alike())
    listing = listed(generation, need=2)
    assert listing is not None
    assert sorted(groups_of(listing)) == [(0,), (1,), (2,), (3,), (4,), (5,)]
    assert listing.owners == 2
    assert listing.holding(np.arange(6) == 4).sum() == 1


def test_too_many_columns_are_not_listed(monkeypatch):
    generation = grown(three_alike())
    monkeypatch.setattr(listing, "MOST", 5)
    assert listed(generation, need=2) is None
    monkeypatch.setattr(listing, "MOST", 6)
    assert listed(generation, need=2) is not None
    monkeypatch.setattr(listing, "LARGEST", 1)
    assert listed(generation, need=2) is None
