"""What every limit keeps: whole amounts, keys that have room, no say over who is who."""

from __future__ import annotations

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.limits import LIMITS
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.oracles.rounds_exhaustive import ways_of
from tests.rounds import random_round

POLICY = Policy.standard()
EACH = pytest.mark.parametrize("kind", LIMITS, ids=lambda kind: kind.model_fields["code"].default)


def rounds(most):
    for seed in range(most):
        round_ = random_round(SEED + seed, mentors=4, beneficiaries=4)
        yield round_, POLICY.context(round_)


def pairs(round_, context):
    for person in context.requests:
        for way in ways_of(person, round_, POLICY):
            venues = tuple(zip(person.wants_to_do, way.venues, strict=True))
            yield Pair(way.party, person, way.company, venues)


@EACH
def test_amounts_are_whole_and_their_keys_are_of_people_who_take_part(kind):
    used = 0
    for round_, context in rounds(count("random_rounds") // 5):
        teams = {team.id for team in round_.teams}
        for pair in pairs(round_, context):
            for key, amount in kind().uses(pair, context).items():
                assert type(amount) is int
                assert amount > 0
                assert key in {*pair.mentor_ids, pair.beneficiary.navigator} | teams
                used += 1
    assert used > 20


@EACH
def test_room_is_whole_and_what_is_left_lies_between_none_and_all(kind):
    for _, context in rounds(count("random_rounds") // 5):
        room, left = kind().room(context), kind().left(context)
        assert room.keys() == left.keys()
        for key, there in room.items():
            assert type(there) is int
            assert 0 <= left[key] <= there


@EACH
def test_asking_twice_uses_nothing_up(kind):
    for round_, context in rounds(count("random_rounds") // 25):
        for pair in pairs(round_, context):
            assert dict(kind().uses(pair, context)) == dict(kind().uses(pair, context))
        assert kind().left(context) == kind().left(POLICY.context(round_))


@EACH
def test_the_sentence_names_nobody_and_ends(kind):
    assert kind().sentence().endswith(".")
