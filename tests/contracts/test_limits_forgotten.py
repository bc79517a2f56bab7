"""A solver that forgets a limit finds a better plan than there is: verify names that limit and no other.

For any limit there is: the best plan of a random round without it is held to the policy that has it. What
must be found is worked out by `tests.oracles.rounds_room`, which adds up a second time.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from matchmaker.allocation import solve
from matchmaker.compile import Judged, Option, compiled, judged, options_of, read_back
from matchmaker.domain.context import Context
from matchmaker.explain.proposal import proposal_of
from matchmaker.plan import Plan
from matchmaker.verify.check import verify
from tests.counts import DEEP, SEED
from tests.limits.judging import LIMIT
from tests.oracles.rounds_room import WRITTEN, Resource, few_people_each, new_uses_of, room_of
from tests.oracles.rounds_worth import Ground, Way
from tests.rounds import random_round

POLICY = few_people_each()
ROUNDS = 1_000 if DEEP else 300


@cache
def ground_of(seed: int) -> tuple[Context, tuple[Judged, ...], tuple[Option, ...]]:
    """What of a round does not depend on its limits."""
    round_ = random_round(SEED + seed, mentors=5, beneficiaries=7)
    if seed % 3 == 0:  # or two people would hardly ever want the same two mentors
        paired = [person.model_copy(update={"together": "paired"}) for person in round_.beneficiaries]
        round_ = round_.revised(beneficiaries=paired)
    context = POLICY.context(round_)
    blocks = judged(context.requests, policy=POLICY, context=context)
    return context, blocks, options_of(blocks, policy=POLICY, context=context)


@pytest.mark.parametrize("code", sorted(LIMIT))
def test_verify_names_the_limit_that_a_solver_forgets_and_no_other(code):
    forgetful = POLICY.model_copy(update={"limits": tuple(x for x in POLICY.limits if x.code != code)})
    broken = False
    for seed in range(ROUNDS):
        context, blocks, options = ground_of(seed)
        numbers = compiled(options, policy=forgetful, context=context)
        answer = solve(numbers.problem, seconds=60, workers=1)
        chosen = read_back(answer, numbers)
        wrong = too_much(chosen, context)
        assert wrong <= {WRITTEN.get(code, code)}, seed
        if wrong:
            plan = Plan(forgetful, context, blocks, options, chosen, answer)
            claims = proposal_of(plan).model_copy(update={"policy_hash": POLICY.fingerprint})
            assert {breach.code for breach in verify(context.round, POLICY, claims)} == {code}, seed
            broken = True
    assert broken or code not in WRITTEN, f"{code} binds too seldom in random rounds to be seen here"


def too_much(chosen: tuple[Option, ...], context: Context) -> set[str]:
    """Return what the options together take too much of."""
    ground, used = Ground(context.round), Counter[Resource]()
    for option in chosen:
        pair = option.pair
        venues = tuple(venue for _, venue in pair.venues)
        way = Way(pair.mentors, pair.beneficiary, pair.company, ready=True, venues=venues)
        used.update(new_uses_of(way, ground, POLICY))
    room = room_of(context.round, POLICY)
    return {what[0] for what, amount in used.items() if amount > room.get(what, amount)}
