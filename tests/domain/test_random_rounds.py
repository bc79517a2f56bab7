"""The random rounds that other tests draw: valid, repeatable, varied, and held down when asked."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given

from matchmaker.domain.context import Context
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.round import Round
from matchmaker.domain.words import DecisionKind
from matchmaker.rules.law import objections
from tests.counts import SEED
from tests.rounds import random_round, rounds
from tests.rules.judging import RULE

SEEDS = range(SEED, SEED + 40)


def test_the_same_seed_gives_the_same_round():
    sizes: dict[str, Any] = {"mentors": 4, "beneficiaries": 4, "previous": True, "choices": True}
    assert random_round(1, **sizes) == random_round(1, **sizes)
    assert random_round(1, **sizes) != random_round(2, **sizes)


@pytest.mark.parametrize(("mentors", "beneficiaries"), [(0, 0), (0, 3), (3, 0), (1, 1), (20, 30)])
def test_it_has_as_many_people_as_asked_for(mentors, beneficiaries):
    round_ = random_round(3, mentors=mentors, beneficiaries=beneficiaries)
    assert (len(round_.mentors), len(round_.beneficiaries)) == (mentors, beneficiaries)
    assert round_.navigators


@given(round_=rounds())
def test_a_round_survives_being_written_and_read(round_):
    assert Round.from_json(round_.to_json()) == round_
    assert max(len(round_.mentors), len(round_.beneficiaries)) <= 5


@given(round_=rounds(max_people=1))
def test_the_strategy_keeps_to_its_size(round_):
    assert max(len(round_.mentors), len(round_.beneficiaries)) <= 1


def test_the_past_and_the_decisions_come_only_when_asked_for():
    plain = random_round(5, mentors=5, beneficiaries=5)
    assert (plain.previous, plain.decisions) == (None, ())
    full = [random_round(seed, mentors=5, beneficiaries=5, previous=True, choices=True) for seed in SEEDS]
    assert all(round_.previous for round_ in full)
    assert set(get_args(DecisionKind)) == {d.kind for round_ in full for d in round_.decisions}


def ways(round_: Round) -> Iterator[int]:
    """Count for each person the mentors (alone or joint) and teams that no row keeps from them."""
    context = Context(round_)
    for person in round_.beneficiaries:
        apart = {frozenset((row.one, row.other)) for row in context.round.keep_apart}
        left = {m.id for m in round_.mentors if frozenset((m.id, person.id)) not in apart}
        yield 2 * len(left) + sum({team.one, team.other} <= left for team in round_.teams)


@pytest.mark.parametrize("most", [0, 1, 3, 8])
def test_the_ways_to_serve_anybody_can_be_held_down(most):
    held = [
        random_round(seed, mentors=6, beneficiaries=4, max_options=most, previous=True, choices=True)
        for seed in SEEDS
    ]
    counts = [count for round_ in held for count in ways(round_)]
    assert max(counts) <= most
    free = [count for seed in SEEDS for count in ways(random_round(seed, mentors=6, beneficiaries=4))]
    assert max(free) > 8


def drawn() -> list[Round]:
    return [
        random_round(seed, mentors=5, beneficiaries=5, previous=True, choices=True)
        for seed in range(SEED, SEED + 150)
    ]


def test_every_field_takes_more_than_one_value_and_every_collection_is_there():
    same: Counter[tuple[type, str]] = Counter()
    all_rounds = drawn()
    for collection, kind in (("mentors", Mentor), ("beneficiaries", Beneficiary), ("navigators", Navigator)):
        people = [person for round_ in all_rounds for person in getattr(round_, collection)]
        for name in kind.model_fields:
            same[kind, name] = len({getattr(person, name) for person in people})
    assert not [field for field, values in same.items() if values < 2]
    for name in Round.model_fields:
        assert any(getattr(round_, name) for round_ in all_rounds), name


def state(context: Context, party: Any, person: Any, company: Any) -> str:
    """Judge one pair by the law: ready, ask first (joint, staffed or public) or closed."""
    rules, worst = [rule() for rule in RULE.values()], "ready"
    for task in person.wants_to_do:
        against = {}
        for venue in context.venues_for(task):
            where = (task, company, venue)
            against[venue] = list(objections(rules, party, beneficiary=person, where=where, context=context))
        if any(not found for found in against.values()):
            continue
        asks = [venue for venue, found in against.items() if not any(each.closes for each in found)]
        if company != "joint" or not any(venue.sheltered for venue in asks):
            return "closed"
        worst = "ask first"
    return worst


def test_a_good_part_is_ready_another_asks_first_and_another_is_closed():
    found: Counter[str] = Counter()
    for seed in SEEDS:
        context = Context(random_round(seed, mentors=3, beneficiaries=3))
        for person in context.requests:
            for mentor in context.round.mentors:
                states = [state(context, (mentor,), person, company) for company in ("alone", "joint")]
                best = min(states, key=("ready", "ask first", "closed").index)
                found[best] += 1
    share = {name: number / found.total() for name, number in found.items()}
    assert share["ready"] > 0.2, share
    assert share["ask first"] > 0.1, share
    assert share["closed"] > 0.1, share
