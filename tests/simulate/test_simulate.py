"""A synthetic programme is the same again for the same seed, believable, and goes all the way through."""

import subprocess
import sys
from collections import Counter
from statistics import median
from typing import get_args

import pytest

from matchmaker.compile import judged
from matchmaker.domain.context import Context
from matchmaker.domain.refused import why_refused
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.simulate import STYLES, ProgrammeStyle, simulate
from matchmaker.verify.check import verify
from tests.counts import SEED
from tests.test_house import UNKIND

SMALL = {"mentors": 8, "beneficiaries": 12, "seed": SEED}
TOWN = {"mentors": 60, "beneficiaries": 120, "seed": 1}


@pytest.mark.parametrize("style", STYLES)
def test_the_same_seed_gives_the_same_bytes(style):
    assert simulate(**SMALL, style=style).to_json() == simulate(**SMALL, style=style).to_json()


def test_the_order_of_hashes_plays_no_part():
    code = f"from matchmaker.simulate import simulate; print(simulate(**{SMALL}, style='icm').fingerprint)"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {simulate(**SMALL, style="icm").fingerprint + "\n"}


def test_another_seed_or_style_gives_another_round():
    one = simulate(**SMALL, style="wyfi")
    assert one.mentors != simulate(**SMALL | {"seed": SEED + 1}, style="wyfi").mentors
    assert one.mentors != simulate(**SMALL, style="vocational").mentors


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("mentors", "beneficiaries"), [(0, 0), (0, 7), (7, 0), (1, 1), (9, 33)])
def test_it_has_just_as_many_people_as_asked_for(mentors, beneficiaries, style):
    round_ = simulate(mentors=mentors, beneficiaries=beneficiaries, seed=SEED, style=style)
    assert (len(round_.mentors), len(round_.beneficiaries)) == (mentors, beneficiaries)
    assert Round.from_json(round_.to_json()) == round_
    assert propose(round_).status == "optimal"


@pytest.mark.parametrize("beneficiaries", [16, 25, 60, 95, 400])
def test_a_worker_has_eight_to_twelve_people(beneficiaries):
    """10 a worker, dealt round: 25 people go to 3 workers as 9, 8 and 8."""
    round_ = simulate(mentors=3, beneficiaries=beneficiaries, seed=SEED)
    assert 8 <= beneficiaries / len(round_.navigators) <= 12
    caseload = Counter(person.navigator for person in round_.beneficiaries)
    assert max(caseload.values()) <= 12


@pytest.mark.parametrize("style", STYLES)
def test_every_style_can_be_planned_and_verified(style):
    round_ = simulate(mentors=12, beneficiaries=24, seed=SEED, style=style)
    proposal = propose(round_)
    assert proposal.status == "optimal"
    assert proposal.matches
    assert not verify(round_, Policy.standard(), proposal)


@pytest.mark.parametrize("style", STYLES)
def test_about_half_can_be_ready_and_some_have_nobody(style):
    """Half to four fifths have a ready option; nearly everybody has one once questions are answered."""
    policy = Policy.standard()
    context = policy.context(simulate(**TOWN, style=style))
    asked, ready, some = len(context.requests), set(), set()
    for block in judged(context.requests, policy=policy, context=context):
        for pair, state in block.pairs():
            some.add(pair.beneficiary.id)
            if state == "ready":
                ready.add(pair.beneficiary.id)
    assert 0.5 <= len(ready) / asked <= 0.85
    assert 0.1 <= len(some - ready) / asked <= 0.4
    assert 0.01 <= 1 - len(some) / asked <= 0.15


def test_people_of_every_sort_are_there():
    round_ = simulate(**TOWN, style="wyfi")
    people, mentors = round_.beneficiaries, round_.mentors
    assert {person.wants for person in people} == {"yes", "would_like_to_hear_more", "maybe_later", "no"}
    assert {person.gender_wish for person in people} >= {"must", "prefer", "no_wish", "not_asked", None}
    assert 0 < sum(person.urgent for person in people) <= 12
    assert any(person.needed_on for person in people)
    assert any(person.languages for person in people)
    assert any(person.languages for person in mentors)
    assert {None, True, False} == {mentor.device for mentor in mentors}
    assert any(mentor.breaks for mentor in mentors)
    assert all((round_.teams, round_.keep_apart, round_.avoid, round_.clearances, round_.comfort))
    assert any(row.review_on < round_.as_of for row in round_.situations)


def test_some_people_have_only_the_required_cells():
    round_ = simulate(**TOWN, style="wyfi")
    bare = [mentor for mentor in round_.mentors if len(mentor.model_fields_set) == 8]
    assert 0 < len(bare) < 15
    assert not {mentor.id for mentor in bare} & {row.mentor for row in round_.clearances}


def test_most_wait_weeks_and_a_few_wait_for_a_year():
    round_ = simulate(mentors=0, beneficiaries=1000, seed=SEED)
    waited = [(round_.as_of - person.asked_on).days for person in round_.beneficiaries if person.asked_on]
    assert 35 <= median(waited) <= 60
    assert 0.01 <= sum(days > 365 for days in waited) / len(waited) <= 0.06


@pytest.mark.parametrize("style", STYLES)
def test_matches_under_way_keep_to_what_was_agreed(style):
    context = Context(simulate(**TOWN, style=style))
    taken = Counter(match.mentor for match in context.under_way)
    assert taken
    assert all(count <= context.mentors[mentor].people_at_once for mentor, count in taken.items())
    assert any(match.state == "ended" for match in context.round.matches)


def test_styles_differ_where_the_sources_do():
    rounds = {style: simulate(**TOWN | {"beneficiaries": 400}, style=style) for style in STYLES}
    hours = {style: {m.hours_per_week for m in round_.mentors} for style, round_ in rounds.items()}
    assert hours["vocational"] == {2, 6}
    joint = {
        style: sum(person.together == "joint" for person in round_.beneficiaries)
        for style, round_ in rounds.items()
    }
    assert joint["housing-first"] > 1.5 * max(joint["wyfi"], joint["icm"])
    last = {m.supervised_on for m in rounds["wyfi"].mentors if m.supervised_on}
    days = [(rounds["wyfi"].as_of - day).days for day in last]
    assert not [day for day in days if 14 < day < 32]


def test_every_style_of_the_type_is_there():
    assert set(STYLES) == set(get_args(ProgrammeStyle))


@pytest.mark.parametrize("style", STYLES)
def test_no_refused_field_and_no_unkind_word(style):
    round_ = simulate(**TOWN, style=style)
    assert not UNKIND.search(round_.to_json())
    rows = [*round_.mentors, *round_.beneficiaries, *round_.situations]
    assert not [name for row in rows for name in row.model_dump() if why_refused(name)]
    assert not [name for row in rows for name in row.model_extra or ()]


@pytest.mark.parametrize("wrong", [{"mentors": -1}, {"beneficiaries": -1}, {"style": "military"}])
def test_what_cannot_be_simulated_is_refused_with_advice(wrong):
    with pytest.raises(ValueError, match="Maybe"):
        simulate(**SMALL | {"style": "wyfi"} | wrong)
