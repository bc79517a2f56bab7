"""Branches among listed columns: the best plan and its proof, whatever the order; pages and sides by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.columns.basis import Basis
from matchmaker.allocation.columns.choice import Choice
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.leaves import Leaves
from matchmaker.allocation.columns.listing import Listing, listed
from matchmaker.allocation.columns.page import Page
from matchmaker.allocation.columns.seeking import Seeking
from matchmaker.allocation.columns.sides import Sides, judged, likely
from matchmaker.allocation.place import Place
from tests.allocation.columns.test_columns_tree import draw_hours, grown, place_of, three_alike
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import best_plan, totals

ENDLESS = Budget.of(10**6)


def listing_of(generation: Generation, need: int) -> Listing:
    listing = listed(generation, need=need)
    assert listing is not None
    return listing


def page_of(generation: Generation, listing: Listing) -> Page:
    everything, nobody = np.ones(len(listing.owner), np.bool_), np.zeros(listing.owners, np.bool_)
    return Page(listing, everything, must=nobody, basis=Basis.begin(listing), far=generation.far())


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_either_order_ends_with_the_best_plan_and_its_proof(seed):
    numbers = draw_hours(seed)
    best = best_plan(numbers)
    assert best is not None
    first, second = totals(numbers, best)
    for floors, optimum in [((), first), ((first,), second)]:
        generation = grown(place_of(numbers, floors=floors))
        for least, choice in [(optimum, None), (optimum - 3, Choice()), (optimum - 3, None)]:
            listing = listed(generation, need=least)
            if listing is None:  # nobody is worth serving
                continue
            leaves = Leaves(generation, listing, least=least, total=generation.total, choice=choice)
            need = least
            while not leaves.done:
                plan = leaves.step(ENDLESS)
                assert not leaves.lost
                if plan is not None:
                    assert generation.place.programme().allows(plan)
                    assert generation.place.worth(plan) >= need
                    need = generation.place.worth(plan) + 1
                assert leaves.raised(need) >= need - 1
            assert need - 1 == optimum


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_seeking_finds_the_best_plan_and_proves_it(seed):
    numbers = draw_hours(seed)
    best = best_plan(numbers)
    assert best is not None
    optimum = totals(numbers, best)[0]
    generation = grown(place_of(numbers))
    seeking, need = Seeking(generation, total=generation.total), optimum - 2
    while seeking.total >= need and not seeking.lost:
        plan = seeking.step(need, ENDLESS)
        need = need if plan is None else generation.place.worth(plan) + 1
    assert seeking.total >= optimum
    if not seeking.lost:
        assert need - 1 == optimum == seeking.total


def test_branches_wait_when_time_is_over():
    generation = grown(three_alike())
    leaves = Leaves(generation, listing_of(generation, 2), least=2, total=2)
    assert leaves.step(Budget.of(0)) is None
    assert not leaves.lost
    assert not leaves.done


def cross() -> Place:
    """Build two mentors with 3 hours, and three requests of 2, any two of whom meet in a limit for one.

    Everyone is worth 2: the relaxation takes half of each, which is worth 3; a plan serves one.
    """
    problem = Problem.from_arrays(
        requests=3,
        request=[0, 1, 2, 0, 1, 2],
        value=[[2] * 6],
        limit=[0, 0, 0, 1, 1, 1] + [2, 2, 3, 3, 4, 4] * 2,
        option=[*range(6), 0, 1, 1, 2, 0, 2, 3, 4, 4, 5, 3, 5],
        amount=[2] * 6 + [1] * 12,
        at_most=[3, 3, 1, 1, 1],
    )
    return Place(problem, 100 + np.arange(6), None, np.zeros(3, np.bool_))


def test_a_page_is_worth_the_best_mixture_and_tells_what_options_cost():
    generation = grown(cross())
    listing = listing_of(generation, 2)
    page = page_of(generation, listing)
    mixture = page.solve(ENDLESS)
    assert mixture is not None
    assert not mixture.broken
    # Half of each request: 3 × 2 / 2.
    assert mixture.worth == pytest.approx(3)
    sides = Sides(generation.place, listing, page, mixture, np.ones(len(listing.owner), np.bool_))
    assert sides.share().sum() == pytest.approx(1.5)
    mine, others, owner = sides.closed(0)
    # Option 0 is request 0 at mentor 0. Its columns are closed without it; with it, the others of mentor 0
    # and those of request 0 at mentor 1.
    held = [set(listing.option[listing.holder == column]) for column in range(len(listing.owner))]
    assert [0 in group for group in held] == mine.tolist()
    assert [group in ({1}, {2}, {3}) for group in held] == others.tolist()
    assert (listing.owner[mine] == owner).all()
    # Without it request 0 is served by the other mentor; with it nobody else has room where it is: 3 - 2.
    assert sides.tried(0, ENDLESS) == pytest.approx((0, 1))
    again = page.solve(ENDLESS)
    assert again is not None
    assert again.worth == pytest.approx(3)


def test_a_page_goes_on_where_another_ended():
    generation = grown(cross())
    listing = listing_of(generation, 2)
    page = page_of(generation, listing)
    assert page.solve(ENDLESS) is not None
    opened = ~listing.holding(np.isin(np.arange(6), [0, 3]))
    nobody = np.zeros(listing.owners, np.bool_)
    less = Page(listing, opened, must=nobody, basis=page.basis(), far=generation.far())
    mixture = less.solve(ENDLESS)
    assert mixture is not None
    # Without request 0 only one of the others is served.
    assert mixture.worth == pytest.approx(2)
    assert not mixture.share[~opened].any()


def test_an_owner_that_must_be_served_and_cannot_be_ends_a_branch():
    generation = grown(cross())
    listing = listing_of(generation, 2)
    nothing, prices = np.zeros(len(listing.owner), np.bool_), np.zeros(len(listing.programme.low))
    must = np.zeros(listing.owners, np.bool_)
    total, _ = judged(listing, nothing, must=must, prices=prices, need=2)
    assert total == 0
    must[0] = True
    total, _ = judged(listing, nothing, must=must, prices=prices, need=-5)
    assert total == -6


def test_whole_prices_bound_a_branch_and_close_what_loses_too_much():
    generation = grown(cross())
    listing = listing_of(generation, 1)
    everything, nobody = np.ones(len(listing.owner), np.bool_), np.zeros(listing.owners, np.bool_)
    prices = np.zeros(len(listing.programme.low))
    # For nothing each of two mentors serves somebody worth 2.
    assert judged(listing, everything, must=nobody, prices=prices, need=4)[0] == 4
    assert judged(listing, everything, must=nobody, prices=prices, need=4)[1].all()
    dear = replace(listing, programme=replace(listing.programme, value=np.array([2, 2, 1, 2, 2, 2])))
    # A column worth 1 less is in no plan worth 4, as the others of its mentor are not dearer.
    assert judged(dear, everything, must=nobody, prices=prices, need=4)[1].sum() == 5
    assert judged(dear, everything, must=nobody, prices=prices, need=3)[1].all()


def test_the_way_down_takes_what_is_likely_but_not_sure():
    assert likely(np.array([0.0, 0.2, 0.65, 0.999999, 1.0]), about=0.7) == 2
    assert likely(np.array([0.0, 1.0]), about=0.7) is None
