"""What every criterion keeps: whole points from 0 to 100, a reason, and nothing that nobody asked about."""

from __future__ import annotations

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.oracles.rounds_exhaustive import ways_of
from tests.rounds import random_round

POLICY = Policy.standard()
EACH = pytest.mark.parametrize("kind", POLICY.criteria, ids=lambda kind: kind.code)


def pairs(seeds):
    """Yield every pair that is open in a few rounds, with its context."""
    for seed in range(seeds):
        round_ = random_round(SEED + seed, mentors=4, beneficiaries=4)
        context = POLICY.context(round_)
        for person in context.requests:
            for way in ways_of(person, round_, POLICY):
                venues = tuple(zip(person.wants_to_do, way.venues, strict=True))
                yield Pair(way.party, person, way.company, venues), context


@EACH
def test_points_are_whole_between_0_and_100_and_have_a_reason(kind):
    seen = set()
    for pair, context in pairs(count("random_rounds") // 5):
        found = kind.score(pair, context)
        assert type(found.points) is int
        assert 0 <= found.points <= 100
        assert found.because
        assert "\n" not in found.because
        seen.add(found.points)
    assert len(seen) > 5


@EACH
def test_order_of_lists_and_of_two_mentors_earns_nothing(kind):
    for pair, context in pairs(count("random_rounds") // 5):
        person = pair.beneficiary.model_copy(
            update={name: tuple(reversed(getattr(pair.beneficiary, name))) for name in ("likes", "hopes")}
        )
        turned = type(pair)(pair.mentors[::-1], person, pair.company, pair.venues[::-1])
        assert kind.score(turned, context).points == kind.score(pair, context).points


def test_fit_is_the_sum_of_points_times_weight_and_at_most_10_000():
    assert sum(kind.weight for kind in POLICY.criteria) <= 100
    for pair, context in pairs(count("random_rounds") // 5):
        said = POLICY.contributions(pair, context)
        assert POLICY.fit(pair, context) == sum(each.points * each.weight for each in said)
        assert 0 <= POLICY.fit(pair, context) <= 10_000
        assert [each.criterion for each in said] == [kind.code for kind in POLICY.criteria]


@pytest.mark.parametrize(
    "cell",
    [
        ("mentors", "age_band", "50s"), ("mentors", "shares", ["homelessness"]),
        ("mentors", "about_me", "Hello"),
        ("mentors", "put_forward_for", ["a woman", "a man"]), ("mentors", "languages", ["English", "Urdu"]),
        ("mentors", "learning_goals", ["court"]), ("mentors", "label", "Zoe"),
        ("beneficiaries", "ready_own", "no"), ("beneficiaries", "route", "step_down"),
    ],
)  # fmt: skip
def test_no_points_for_who_somebody_is_or_for_a_fuller_profile(cell):
    """Protected characteristics are never points; how complete a profile is earns nothing."""
    collection, field, value = cell
    for pair, context in pairs(count("random_rounds") // 10):
        filled = {"mentors": pair.mentors, "beneficiaries": (pair.beneficiary,)}
        changed = [row.model_copy(update={field: tuple(value) if isinstance(value, list) else value})
                   for row in filled[collection]]  # fmt: skip
        mentors = tuple(changed) if collection == "mentors" else pair.mentors
        person = changed[0] if collection == "beneficiaries" else pair.beneficiary
        other = type(pair)(mentors, person, pair.company, pair.venues)
        for kind in POLICY.criteria:
            assert kind.score(other, context).points == kind.score(pair, context).points
