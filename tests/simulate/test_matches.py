"""Matches keep to what was agreed with mentors, and their days to the order in which things happen."""

from collections import Counter

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.words import RESTING, UNDER_WAY
from matchmaker.limits.agreed_hours import AgreedHours
from matchmaker.limits.base import as_pair
from matchmaker.simulate import STYLES, simulate
from matchmaker.simulate.matches import matches
from tests.simulate.test_capacity import PERSON, there


def test_without_mentors_nobody_is_matched():
    assert not matches([PERSON], there=there(), seed="a")


@pytest.mark.parametrize("style", STYLES)
def test_matches_under_way_keep_to_what_was_agreed(style):
    context = Context(simulate(mentors=60, beneficiaries=240, seed=1, style=style))
    under_way = [match for match in context.round.matches if match.state in UNDER_WAY | RESTING]
    one_to_one = [match for match in under_way if match.company != "group"]
    taken = Counter(mentor for match in one_to_one for mentor in match.mentors)
    assert len(taken) > 15
    assert all(count <= context.mentors[mentor].people_at_once for mentor, count in taken.items())
    limit = AgreedHours()
    used: Counter[str] = Counter()
    for match in one_to_one:
        used.update(limit.taken(as_pair(match, context), context))
    assert all(minutes <= limit.room(context)[mentor] for mentor, minutes in used.items())


@pytest.mark.parametrize("style", STYLES)
def test_days_come_in_the_order_in_which_things_happen(style):
    round_ = simulate(mentors=60, beneficiaries=240, seed=1, style=style)
    people = {person.id: person for person in round_.beneficiaries}
    mentors = {mentor.id: mentor for mentor in round_.mentors}
    for match in round_.matches:
        asked = people[match.beneficiary].asked_on
        assert match.started_on
        if match.state == "ended":
            assert match.ended_on
            assert match.started_on < match.ended_on < round_.as_of
            assert asked is None or match.ended_on < asked, "whoever asked again did so afterwards"
            if match.end_reason in ("mentor_got_job", "wellbeing_break", "death"):
                assert not mentors[match.mentor].available
        elif match.state in UNDER_WAY | RESTING:
            assert asked
            assert asked <= match.started_on <= round_.as_of
        if match.state.startswith("intro_visit"):
            assert match.company == "joint"
        if match.company == "group":
            assert match.mentor in {group.host for group in round_.groups}
        if match.company != "joint" and match.state in UNDER_WAY:
            assert people[match.beneficiary].dual_worked is False


def test_people_in_a_pair_are_in_a_team():
    found = 0
    for seed in range(3):
        context = Context(simulate(mentors=120, beneficiaries=400, seed=seed))
        for match in context.round.matches:
            if match.second_mentor:
                found += 1
                assert frozenset(match.mentors) in context.teams
    assert found
