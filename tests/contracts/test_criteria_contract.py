"""What every criterion keeps: whole points from 0 to 100, a reason, and nothing that nobody asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

import pytest

from matchmaker.criteria import Criterion
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.words import COMPANIES
from matchmaker.policy import Policy
from matchmaker.policy.fit import Fit
from tests.counts import SEED, count
from tests.oracles.rounds_exhaustive import ways_of
from tests.rounds import random_round

POLICY = Policy.standard()
EACH = pytest.mark.parametrize("kind", POLICY.criteria, ids=lambda kind: kind.code)
FEW, MANY = count("random_rounds") // 10, count("random_rounds") // 3


@cache
def pairs(seeds: int) -> tuple[tuple[Pair, Context], ...]:
    """Return every pair that is open in a few rounds, with its context."""
    found = []
    for seed in range(seeds):
        round_ = random_round(SEED + seed, mentors=4, beneficiaries=4)
        context = POLICY.context(round_)
        for person in context.requests:
            for way in ways_of(person, round_, POLICY):
                venues = tuple(zip(person.wants_to_do, way.venues, strict=True))
                found.append((Pair(way.party, person, way.company, venues), context))
    return tuple(found)


def with_cells(pair: Pair, *, mentor: Mapping[str, Any] | None = None, **person: Any) -> Pair:
    """Return the pair with other cells of every mentor, and of the person."""
    mentors = tuple(each.model_copy(update=dict(mentor or {})) for each in pair.mentors)
    return Pair(mentors, pair.beneficiary.model_copy(update=person), pair.company, pair.venues)


@EACH
def test_points_are_whole_between_0_and_100_and_have_a_reason(kind):
    seen = set()
    for pair, context in pairs(MANY):
        found = kind.score(pair, context)
        assert type(found.points) is int
        assert 0 <= found.points <= 100
        assert found.because or not found.points
        assert "\n" not in found.because
        seen.add(found.points)
    assert len(seen) > 1


@EACH
def test_what_earns_nothing_says_nothing_unless_it_tells_what_is_still_open(kind):
    """So that no reason ever names a wish that a mentor does not meet, or how two people parted."""
    said = {kind.score(pair, context).because for pair, context in pairs(MANY)
            if kind.score(pair, context).points == 0}  # fmt: skip
    still_open = {"interests": "nothing in common is known yet", "practicalities": "still to be arranged"}
    assert said <= {still_open.get(kind.code, "")}


@EACH
def test_order_of_lists_and_of_two_mentors_earns_nothing(kind):
    lists = [name for name, field in Beneficiary.model_fields.items() if field.default == ()]
    assert {"likes", "hopes", "nice_tasks", "similar_experience"} <= {*lists}
    for pair, context in pairs(MANY):
        turned = with_cells(pair, **{name: getattr(pair.beneficiary, name)[::-1] for name in lists})
        turned = Pair(turned.mentors[::-1], turned.beneficiary, pair.company, pair.venues[::-1])
        assert kind.score(turned, context) == kind.score(pair, context)


@EACH
def test_nobody_elses_data_changes_it(kind):
    """What other mentors and people wrote is not looked at; whom *this* mentor sees already is."""
    for pair, context in pairs(FEW):
        only = {"mentors": pair.mentors, "beneficiaries": (pair.beneficiary,)}
        alone = POLICY.context(context.round.model_copy(update=only))
        assert kind.score(pair, alone) == kind.score(pair, context)


BLANKS = [
    *(("mentor", name, field.default) for name, field in Mentor.model_fields.items()),
    *(("person", name, field.default) for name, field in Beneficiary.model_fields.items()),
]
BY_CELLS = {"interests", "practicalities", "style", "learning", "experience"}
"""What at least lives on cells that may be blank; others may go by rows, or by what everybody has."""
MEANS_SOMETHING = {"free", "together", "session_minutes", "meetings_a_month", "protected_time"}
"""Where blank is an answer (a time to be agreed, joint, the usual length), it may be worth more or less."""


@EACH
def test_one_more_blank_is_never_worth_more(kind):
    """How complete a profile is earns nothing by itself, and nobody gains by not being asked."""
    earned = 0
    for pair, context in pairs(FEW):
        points = kind.score(pair, context).points
        for whose, name, blank in BLANKS:
            if name not in MEANS_SOMETHING and (blank is None or blank == ()):
                cells: dict[str, Any] = {"mentor": {name: blank}} if whose == "mentor" else {name: blank}
                left = kind.score(with_cells(pair, **cells), context).points
                assert left <= points, (whose, name)
                earned += left < points
    assert earned or kind.code not in BY_CELLS


NO_WISHES: dict[str, Any] = {
    "gender_wish": "no_wish",
    "style_wish": None,
    "age_band_wish": None,
    "similar_experience": (),
}


@pytest.mark.parametrize(
    "cells",
    [
        {"age_band": "50s"}, {"age_band": "30s"}, {"shares": ("homelessness",)}, {"style": "gentle"},
        {"put_forward_for": ("a woman", "a man")}, {"languages": ("English", "Urdu")},
        {"about_me": "Hello"}, {"label": "Zoe"}, {"travel_limit_minutes": 90}, {"support_hours_per_week": 1.0},
    ],
    ids=str,
)  # fmt: skip
def test_no_points_for_who_a_mentor_is_unless_the_person_asked(cells):
    """Protected characteristics are never points; how complete a profile is earns nothing."""
    for pair, context in pairs(FEW):
        one, two = with_cells(pair, **NO_WISHES), with_cells(pair, mentor=cells, **NO_WISHES)
        for kind in POLICY.criteria:
            assert kind.score(two, context) == kind.score(one, context)


@pytest.mark.parametrize("cells", [{"ready_own": "no"}, {"route": "step_down"}, {"own_story": "not_yet"},
                                   {"urgent_by": "Sam"}, {"safe_contact": "by post"}], ids=str)  # fmt: skip
def test_no_points_for_how_a_person_is_doing(cells):
    for pair, context in pairs(FEW):
        for kind in POLICY.criteria:
            assert kind.score(with_cells(pair, **cells), context) == kind.score(pair, context)


# --- what it looks at ----------------------------------------------------------------------------


def other_ways(pair: Pair, context: Context, *, what: str) -> Iterator[Pair]:
    """Yield the same people in each company, or at each venue where their first task can happen."""
    if what == "company":
        for company in COMPANIES:
            yield Pair(pair.mentors, pair.beneficiary, company, pair.venues)
    (task, _), *others = pair.venues
    for venue in context.venues_for(task) if what == "venue" else ():
        yield Pair(pair.mentors, pair.beneficiary, pair.company, ((task, venue), *others))


@pytest.mark.parametrize("what", ["company", "venue"])
@EACH
def test_it_looks_at_what_it_says_and_at_nothing_else(kind, what):
    """Else points would be remembered from another way to meet; or judged again for nothing."""
    differs = 0
    for pair, context in pairs(MANY):
        found = kind.score(pair, context)
        differs += any(kind.score(way, context) != found for way in other_ways(pair, context, what=what))
    assert bool(differs) is (what in kind.looks_at)


def test_a_criterion_that_does_not_say_is_judged_anew_for_each_way():
    assert {"company", "venue"} == Criterion.looks_at


def test_fit_is_the_sum_of_points_times_weight_and_at_most_10_000():
    weights = {kind.code: kind.weight for kind in POLICY.criteria if kind.weight}
    assert weights == {
        "interests": 40, "practicalities": 20, "style": 15, "learning": 15, "experience": 5, "continuity": 5,
    }  # fmt: skip
    for pair, context in pairs(MANY):
        said = POLICY.contributions(pair, context)
        assert POLICY.fit(pair, context) == sum(each.points * each.weight for each in said)
        assert 0 <= POLICY.fit(pair, context) <= 10_000
        assert [each.criterion for each in said] == [*weights]


def test_what_has_no_weight_gives_no_reasons_either():
    criteria = tuple(each.model_copy(update={"weight": 0}) for each in POLICY.criteria[1:])
    policy = POLICY.model_copy(update={"criteria": (POLICY.criteria[0], *criteria)})
    for pair, context in pairs(FEW):
        (only,) = policy.contributions(pair, context)
        assert only.points * only.weight == policy.fit(pair, context) == Fit(policy, context).of(pair)


def test_the_fit_of_many_pairs_is_the_fit_of_each_in_whatever_order_they_come():
    for context, group in groupby(pairs(MANY), key=lambda found: found[1]):
        found = [pair for pair, _ in group]
        for order in (found, found[::-1], sorted(found, key=lambda pair: (pair.company, pair.mentor_ids))):
            fit = Fit(POLICY, context)
            assert [fit.of(pair) for pair in order] == [POLICY.fit(pair, context) for pair in order]


def test_what_is_switched_off_adds_nothing_to_the_fit_of_many_pairs_either():
    off = {"off": True, "off_by": "Sam", "off_because": "to see"}
    criteria = tuple(kind.model_copy(update=off if kind.code == "style" else {}) for kind in POLICY.criteria)
    without, changed = POLICY.model_copy(update={"criteria": criteria}), 0
    for pair, context in pairs(FEW):
        assert Fit(without, context).of(pair) == without.fit(pair, context)
        changed += without.fit(pair, context) != POLICY.fit(pair, context)
    assert changed
