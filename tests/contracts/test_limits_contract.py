"""What every limit keeps: whole amounts, keys that have room, no say over who is who."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from matchmaker.compile import judged, options_of
from matchmaker.domain.arrangement import Pair
from matchmaker.limits import LIMITS, Taking
from matchmaker.limits.base import Part
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.domain.random_cells import Draw
from tests.oracles.rounds_exhaustive import ways_of
from tests.rounds import random_round

POLICY = Policy.standard()
EACH = pytest.mark.parametrize("kind", LIMITS, ids=lambda kind: kind.model_fields["code"].default)


def rounds(most):
    """Yield some rounds, every other with groups."""
    sociable = (seed for seed in range(SEED, SEED + 10 * most) if Draw(seed).sociable)
    for seed in range(most):
        round_ = random_round(next(sociable) if seed % 2 else SEED + seed, mentors=4, beneficiaries=4)
        yield round_, POLICY.context(round_)


def pairs(round_, context):
    for person in context.requests:
        for way in ways_of(person, round_, POLICY):
            venues = tuple(zip(person.wants_to_do, way.venues, strict=True))
            yield Pair(way.party, person, way.company, venues)


def owners(kind, round_) -> set[str]:
    """The ids of those whose room a limit is about."""
    rows = {"mentor": round_.mentors, "worker": round_.navigators, "team": round_.teams}[kind.whose]
    return {row.id for row in rows}


@EACH
def test_amounts_are_whole_and_their_keys_are_of_people_who_take_part(kind):
    used = 0
    for round_, context in rounds(count("random_rounds") // 5):
        teams = {team.id for team in round_.teams}
        for pair in pairs(round_, context):
            workers = {pair.beneficiary.navigator, *(mentor.navigator for mentor in pair.mentors)}
            for key, amount in kind().uses(pair, context).items():
                assert type(amount) is int
                assert amount > 0
                assert key.partition(" ")[0] in {*pair.mentor_ids, *workers} | teams
                assert key.partition(" ")[0] in owners(kind, round_)
                used += 1
    assert used > 10


@EACH
def test_room_is_whole_and_what_is_left_lies_between_none_and_all(kind):
    for round_, context in rounds(count("random_rounds") // 5):
        room, left = kind().room(context), kind().left(context)
        assert room.keys() == left.keys()
        assert {key.partition(" ")[0] for key in room} <= owners(kind, round_) | {"none_yet"}
        for key, there in room.items():
            assert type(there) is int
            assert 0 <= left[key] <= there


@EACH
def test_a_limit_looks_at_nothing_of_a_match_but_what_it_says(kind):
    """Whatever else is put in from another match of the round, the amounts are the same."""
    tried = 0
    for round_, context in rounds(count("random_rounds") // 10):
        some = list(pairs(round_, context))[:12]
        for one, other in product(some, some):
            mixed = one
            for part in unseen(kind):
                mixed = replace(mixed, **{part: getattr(other, part)})
            assert dict(kind().uses(mixed, context)) == dict(kind().uses(one, context))
            tried += 1
    assert tried > 100


def unseen(kind) -> list[Part]:
    return [part for part in ("mentors", "beneficiary", "company", "venues") if part not in kind.looks_at]


@EACH
def test_asking_for_many_at_once_says_the_same_as_asking_for_each(kind):
    for _, context in rounds(count("random_rounds") // 25):
        blocks = judged(context.requests, policy=POLICY, context=context)
        taking = Taking([kind()], context)
        for option in options_of(blocks, policy=POLICY, context=context):
            ((limit, taken),) = taking.of(option.pair)
            assert (limit.code, dict(taken)) == (kind().code, dict(kind().taken(option.pair, context)))


@EACH
def test_asking_twice_uses_nothing_up(kind):
    for round_, context in rounds(count("random_rounds") // 25):
        for pair in pairs(round_, context):
            assert dict(kind().uses(pair, context)) == dict(kind().uses(pair, context))
        assert kind().left(context) == kind().left(POLICY.context(round_))


@EACH
def test_a_limit_of_new_matches_only_says_so_and_one_of_all_counts_them(kind):
    """What is left differs from what there is in some round exactly if those under way count."""
    differs = any(kind().left(context) != kind().room(context) for _, context in rounds(300))
    assert differs == kind.counts_under_way


@EACH
def test_the_sentence_names_nobody_and_ends(kind):
    assert kind().sentence().endswith(".")
    assert kind.title[0].islower()
    assert "_" not in kind.title
