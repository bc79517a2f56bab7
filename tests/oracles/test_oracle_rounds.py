"""Small rounds: the proposal equals exhaustive search over the law at every priority, and proves it."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.limits import LIMITS
from matchmaker.plan import Search
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import SEED, count
from tests.domain.random_cells import Draw
from tests.oracles.rounds_exhaustive import best_totals, choices_of
from tests.oracles.rounds_room import WRITTEN, Resource, few_people_each, room_of
from tests.oracles.rounds_worth import Ground
from tests.rounds import random_round

POLICY = Policy.standard()
SIZES = tuple(product((4, 4, 3, 2, 1), (4, 4, 3, 4, 2, 1, 0)))  # mostly big, coprime to every period below
BATCH = 25


def small_round(seed: int) -> Round:
    """Up to 4 × 4, at most 12 options a person; with up to three mentors also with lifted rows."""
    mentors, people = SIZES[seed % len(SIZES)]
    return random_round(
        seed, mentors=mentors, beneficiaries=people, max_options=12 if mentors > 3 or seed % 2 else None,
        previous=seed % 4 < 2, choices=seed % 3 > 0,
    )  # fmt: skip


def bigger_round(seed: int) -> Round:
    """6 × 6, at most 8 options a person."""
    past, choices = seed % 2 == 0, seed % 3 == 0
    return random_round(
        seed, mentors=6, beneficiaries=6, max_options=8, previous=past, choices=choices
    )  # fmt: skip


def agrees(round_: Round, policy: Policy = POLICY) -> None:
    """Hold the proposal to the exhaustive search; `impossible` must be just as true as a total."""
    proposal = propose(round_, policy, search=Search(seconds=600))
    best = best_totals(round_, policy)
    assert verify(round_, policy, proposal) == ()
    if best is None:
        assert (proposal.status, proposal.matches) == ("impossible", ())
        assert "pin-cannot-be-kept" in {warning.code for warning in proposal.warnings}
    else:
        assert proposal.status == "optimal"
        assert proposal.totals == proposal.bounds == best


@pytest.mark.parametrize("start", range(0, count("random_rounds"), BATCH))
def test_a_proposal_is_the_best_of_all_plans(start):
    for seed in range(start, min(start + BATCH, count("random_rounds"))):
        agrees(small_round(SEED + seed), few_people_each() if seed % 5 == 0 else POLICY)


@pytest.mark.parametrize("number", range(count("random_rounds_6x6")))
def test_it_still_is_with_six_mentors_and_six_people(number):
    agrees(bigger_round(SEED + number))


def test_every_limit_binds_sometimes():
    """In some rounds there is less of it than everybody's most wanting way would take."""
    binds, policy = Counter[str](), few_people_each()
    for seed in range(100):
        round_ = small_round(SEED + seed)
        wanted = Counter[Resource]()
        for choices in choices_of(round_, policy):
            most: dict[Resource, int] = {}
            for what, amount in (use for choice in choices for use in choice.uses):
                most[what] = max(amount, most.get(what, 0))
            wanted.update(most)
        binds.update({what[0] for what, there in room_of(round_, policy).items() if wanted[what] > there})
    assert {name for name in WRITTEN.values() if binds[name] < 5} == set(), binds


def test_every_limit_is_written_a_second_time():
    """Not when somebody adds one to try it out; `rounds_room` then takes its own word."""
    assert {kind.model_fields["code"].default for kind in LIMITS} >= set(WRITTEN)


SOCIABLE = [seed for seed in range(SEED, SEED + 20_000) if Draw(seed).sociable]


@pytest.mark.parametrize("number", range(4 * count("random_rounds_6x6")))
def test_it_still_is_where_many_would_like_a_group(number):
    agrees(sociable_round(SOCIABLE[number]))


def sociable_round(seed: int) -> Round:
    """3 × 5 with groups at most places: no rows hold anybody down, so that people sit in them."""
    return random_round(seed, mentors=3, beneficiaries=5, choices=seed % 3 == 0)


def test_in_many_of_them_somebody_joins_a_group_and_in_some_there_are_not_seats_enough():
    joined = contested = several = 0
    for seed in SOCIABLE[:60]:
        round_ = sociable_round(seed)
        seats = [c.seats[0] for each in choices_of(round_, POLICY) for c in each if c.seats]
        free = Ground(round_).free_seats()
        joined += bool(seats)
        several += any(len(each) > 1 for each in seats)
        contested += any(seats.count(each) > sum(free[g] for g in each) for each in seats)
    assert joined >= 20
    assert contested >= 5
    assert several >= 3


def test_the_rounds_are_worth_searching():
    """In many, people compete for what there is; in some, a past or a pin decides; every company is met."""
    contested, moved, impossible = 0, 0, 0
    met: set[tuple[str, bool]] = set()
    rounds = [small_round(SEED + seed) for seed in range(100)]
    for round_ in rounds:
        choices = choices_of(round_, POLICY)
        assert all(len(each) <= 12 for each in choices)
        met |= {(choice.way.company, choice.way.ready) for each in choices for choice in each}
        alone = [max(choice.worth for choice in each) for each in choices if each]
        best = best_totals(round_, POLICY)
        impossible += best is None
        contested += best is not None and sum(worth[1] for worth in alone) > best[1]
        stays = [{Ground(round_).moved(choice.way) for choice in each} for each in choices]
        moved += {True, False} in stays
    assert met == {("alone", True), ("paired", True), ("joint", True), ("joint", False), ("group", True)}
    assert contested >= 30
    assert moved >= 10
    assert 1 <= impossible <= 30
