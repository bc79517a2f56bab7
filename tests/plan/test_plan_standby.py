"""Standbys against every way to share them out, on random rounds and by hand."""

from __future__ import annotations

import json
import threading
from itertools import product
from typing import Any

import pytest

from matchmaker.domain.proposal import STANDS_BY_FOR
from matchmaker.domain.round import Round
from matchmaker.plan import Search, make_plan
from matchmaker.plan import standbys as standbys_or_none
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.limits.judging import crowd, like_b1
from tests.oracles.rounds_exhaustive import choices_of, requests_of
from tests.oracles.rounds_room import room_of
from tests.oracles.rounds_worth import Ground
from tests.oracles.test_oracle_rounds import bigger_round
from tests.rules.judging import round_of

POLICY = Policy.standard()
SEARCH = Search(seconds=600)
BATCH = 15
READY = 300
"""What ready earns, as it is published."""


@pytest.mark.parametrize("start", range(0, count("explained_rounds"), BATCH))
def test_as_many_as_can_be_have_one_and_they_fit_as_well_as_they_can(start):
    shared = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        round_ = roomy(bigger_round(seed))
        plan = make_plan(round_, POLICY, search=SEARCH)
        fits = fits_of(round_, plan)
        if fits is None:
            continue
        found = standbys(plan, search=SEARCH)
        best = max(worth(chosen, fits) for chosen in sharings(fits))
        given = {person: option.pair.mentor_ids[0] for person, option in found.items()}
        assert worth(given, fits) == best == worth_of(found), seed
        shared += len(found)
    assert start or shared > 9


def standbys(plan, *, search=SEARCH):
    found = standbys_or_none(plan, search=search)
    assert found is not None
    return found


def roomy(round_: Round) -> Round:
    """Return the round with room for more, so that there is something to share out."""
    data = json.loads(round_.to_json())
    for mentor in data["mentors"]:
        mentor |= {"people_at_once": 2, "hours_per_week": 6}
    for worker in data["navigators"]:
        worker |= {"first_visits_free": 12, "joint_hours": 12, "supervision_places": 9}
    return Round.from_dict(data)


def fits_of(round_, plan):
    """Return by match and other mentor the fit of the best way there is room for; None where groups sit."""
    room = room_of(round_, POLICY)
    choices = {
        person.id: options
        for person, options in zip(requests_of(round_), choices_of(round_, POLICY), strict=True)
    }
    chosen = {
        option.pair.beneficiary.id: next(
            each for each in choices[option.pair.beneficiary.id] if is_(each, option)
        )
        for option in plan.chosen
    }
    if any(each.seats for options in choices.values() for each in options):
        return None
    for each in chosen.values():
        for what, amount in each.uses:
            room[what] = room.get(what, 10**6) - amount
    found: dict[str, dict[str, int]] = {person: {} for person in chosen}
    for person, here in chosen.items():
        left = dict(room)
        for what, amount in here.uses:
            left[what] += amount
        for each in choices[person]:
            mentors = [mentor.id for mentor in each.way.party]
            own = {mentor.id for mentor in here.way.party}
            if (
                len(mentors) == 1
                and mentors[0] not in own
                and all(left.get(what, amount) >= amount for what, amount in each.uses)
            ):
                fit = Ground(round_).fit(each.way) + READY * each.way.ready
                found[person][mentors[0]] = max(found[person].get(mentors[0], -1), fit)
    return found


def worth_of(found):
    fits = [option.fit + READY * (option.state == "ready") for option in found.values()]
    return len(fits), sum(fits)


def is_(each, option) -> bool:
    party = frozenset(mentor.id for mentor in each.way.party)
    return (party, each.way.company) == (option.name[1], option.name[2])


def sharings(fits):
    """Yield every way to give people a standby or none, each mentor for three at most."""
    people = sorted(fits)
    for mentors in product(*((None, *sorted(fits[person])) for person in people)):
        if all(mentors.count(mentor) <= 3 for mentor in mentors if mentor):
            yield {person: mentor for person, mentor in zip(people, mentors, strict=True) if mentor}


def worth(chosen, fits):
    return len(chosen), sum(fits[person][mentor] for person, mentor in chosen.items())


def test_one_spare_mentor_stands_by_for_three_at_most():
    """M1 has four people and M2 room for one, so one of the four has nobody to step in."""
    round_ = crowd(
        mentor={"people_at_once": 9, "hours_per_week": 9, "likes": ["chess"]},
        second={"people_at_once": 1},
        beneficiary={"together": "alone", "likes": ["chess"]},
        navigator={"first_visits_free": 20},
        rows={"teams": []},
        others=like_b1("B2", "B3", "B4"),
    )
    plan = make_plan(round_, POLICY, search=SEARCH)
    assert [option.pair.mentor_ids for option in plan.chosen] == [("M1",)] * 4
    found = standbys(plan, search=SEARCH)
    assert {option.pair.mentor_ids for option in found.values()} == {("M2",)}
    assert len(found) == STANDS_BY_FOR == 3


def test_only_the_room_that_the_plan_leaves_counts_and_what_the_match_itself_gives_back():
    """N1 has the two visits that the match takes: they come back if it falls through. M2 has no place."""
    like: dict[str, Any] = {"beneficiary": {"together": "alone"}, "rows": {"teams": []}}
    tight = make_plan(round_of(navigator={"first_visits_free": 2}, **like), POLICY, search=SEARCH)
    found = standbys(tight)
    assert [option.pair.mentor_ids for option in found.values()] == [("M2",)]
    full = make_plan(round_of(second={"people_at_once": 0}, **like), POLICY, search=SEARCH)
    assert full.chosen
    assert standbys(full, search=SEARCH) == {}


def test_without_time_nobody_is_named():
    over = threading.Event()
    over.set()
    plan = make_plan(round_of(rows={"teams": []}), POLICY, search=SEARCH)
    assert standbys_or_none(plan, search=Search(cancel=over)) is None
    assert standbys(plan)
