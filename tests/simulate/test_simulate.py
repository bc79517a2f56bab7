"""A synthetic programme is the same again for the same seed, believable, and goes all the way through."""

import os
import subprocess
import sys
from collections import Counter
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import matchmaker as mm
from matchmaker.compile import judged
from matchmaker.domain.refused import why_refused
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.files import write_round
from matchmaker.policy import Policy
from matchmaker.simulate import STYLES, simulate
from matchmaker.verify.check import verify
from tests.counts import SEED, count
from tests.test_house import UNKIND

SMALL = {"mentors": 8, "beneficiaries": 12, "seed": SEED}
TOWN = {"mentors": 60, "beneficiaries": 120, "seed": 1}
ENDINGS = (".json", ".xlsx", ".ods", "")
"""No ending is a folder of CSV files."""


@pytest.mark.parametrize("style", STYLES)
def test_the_same_seed_gives_the_same_bytes(style):
    assert simulate(**SMALL, style=style).to_json() == simulate(**SMALL, style=style).to_json()


def test_neither_hashes_nor_the_process_play_a_part(tmp_path):
    """Two processes with other hashes write the same files, byte for byte, as this one does."""
    program = (
        "import sys; "
        "from matchmaker.files import write_round; from matchmaker.simulate import simulate; "
        f"round_ = simulate(**{SMALL}, style='icm'); "
        f"[write_round(round_, sys.argv[1] + ending) for ending in {ENDINGS}]"
    )
    for name in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, name],
            cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": name},
            capture_output=True,
            check=True,
        )
    for ending in ENDINGS:
        write_round(simulate(**SMALL, style="icm"), tmp_path / f"here{ending}")
        one, other, here = (contents(tmp_path / f"{name}{ending}") for name in ("1", "2", "here"))
        assert one == other == here, ending
        assert one


def contents(path):
    """Return the bytes of a file, or of each file of a folder by its name."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return path.read_bytes()


def test_another_seed_or_style_gives_another_round():
    one = simulate(**SMALL, style="wyfi")
    assert one.mentors != simulate(**SMALL | {"seed": SEED + 1}, style="wyfi").mentors
    likes = {style: [m.likes for m in simulate(**SMALL, style=style).mentors] for style in STYLES}
    assert len({str(each) for each in likes.values()}) == len(STYLES), "nobody is the same in two styles"


def test_ids_and_names_stay_as_a_programme_grows():
    """Where people live and who supports them follows from how many workers there are by then."""
    small, large = (simulate(mentors=n, beneficiaries=3 * n, seed=SEED) for n in (10, 30))
    kept = {(row.id, row.label.split()[0]) for row in (*small.mentors, *small.beneficiaries)}
    assert kept <= {(row.id, row.label.split()[0]) for row in (*large.mentors, *large.beneficiaries)}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("mentors", "beneficiaries"), [(0, 0), (0, 7), (7, 0), (1, 1), (9, 33)])
def test_it_has_just_as_many_people_as_asked_for(mentors, beneficiaries, style):
    round_ = simulate(mentors=mentors, beneficiaries=beneficiaries, seed=SEED, style=style)
    assert (len(round_.mentors), len(round_.beneficiaries)) == (mentors, beneficiaries)
    assert Round.from_json(round_.to_json()) == round_
    assert propose(round_).status == "optimal"


@given(
    style=st.sampled_from(list(STYLES)),
    mentors=st.integers(0, 4),
    beneficiaries=st.integers(0, 6),
    seed=st.integers(0, 10**9),
)
@settings(
    max_examples=count("simulated_rounds"), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # fmt: skip
def test_whatever_is_drawn_is_valid_and_can_be_planned(style, mentors, beneficiaries, seed):
    round_ = simulate(mentors=mentors, beneficiaries=beneficiaries, seed=seed, style=style)
    assert Round.from_dict(round_.model_dump(exclude_defaults=True)) == round_
    proposal = propose(round_)
    assert proposal.status == "optimal"
    assert not verify(round_, Policy.standard(), proposal)


@pytest.mark.parametrize("style", STYLES)
def test_every_file_holds_it_whole(style, tmp_path):
    round_ = simulate(**SMALL, style=style)
    for ending in ENDINGS:
        write_round(round_, tmp_path / f"round{ending}")
        assert mm.read_round(tmp_path / f"round{ending}") == round_


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
    assert 0.05 <= len(some - ready) / asked <= 0.45
    assert 0.01 <= 1 - len(some) / asked <= 0.2


@pytest.mark.parametrize("style", STYLES)
def test_a_third_to_three_quarters_are_offered_an_introduction(style):
    """Some ready, some to ask first, and a waiting list: the time of mentors and workers is tight."""
    asked = offered = ready = 0
    for seed in (1, 2):
        round_ = simulate(mentors=30, beneficiaries=60, seed=seed, style=style)
        proposal = propose(round_)
        asked += len(Policy.standard().context(round_).requests)
        offered += len(proposal.matches)
        ready += sum(match.state == "ready" for match in proposal.matches)
    assert 0.3 <= offered / asked <= 0.8
    assert 0.25 <= ready / offered <= 0.85


@pytest.mark.parametrize("style", STYLES)
def test_the_preset_of_a_style_plans_a_programme_of_that_style(style):
    """With all that a preset asks for, a sixth at least are offered an introduction, and some are ready."""
    policy, round_ = Policy.preset(style), simulate(mentors=30, beneficiaries=60, seed=1, style=style)
    proposal = propose(round_, policy)
    assert proposal.status == "optimal"
    assert 6 * len(proposal.matches) >= len(policy.context(round_).requests)
    assert {match.state for match in proposal.matches} == {"ready", "ask first"}
    assert not verify(round_, policy, proposal)


def test_people_of_every_sort_are_there():
    round_ = simulate(**TOWN, style="wyfi")
    people, mentors = round_.beneficiaries, round_.mentors
    assert {person.wants for person in people} == {"yes", "would_like_to_hear_more", "maybe_later", "no"}
    assert {person.gender_wish for person in people} >= {"must", "prefer", "no_wish", "not_asked", None}
    assert 0 < sum(person.urgent for person in people) <= 12
    assert all(person.needed_on.weekday() < 5 for person in people if person.needed_on)
    assert {None, True, False} == {mentor.device for mentor in mentors}
    assert any(row.review_on < round_.as_of for row in round_.situations)
    assert len({person.label for person in (*people, *mentors, *round_.navigators)}) >= 180


def test_some_people_have_only_the_required_cells():
    round_ = simulate(**TOWN, style="wyfi")
    bare = [mentor for mentor in round_.mentors if len(mentor.model_fields_set) == 8]
    assert 0 < len(bare) < 15
    assert not {mentor.id for mentor in bare} & {row.mentor for row in round_.clearances}


@pytest.mark.parametrize("style", STYLES)
def test_people_live_where_their_worker_works(style):
    """Nobody in Leeds has a worker in Bradford: every worker's people live in one town."""
    round_ = simulate(mentors=40, beneficiaries=400, seed=1, style=style)
    town_of = {area: town.name for town in STYLES[style].towns for area in town.areas}
    towns: dict[str, set[str]] = {}
    for person in round_.beneficiaries:
        if person.area and person.navigator != "none_yet":
            towns.setdefault(person.navigator, set()).add(town_of[person.area])
    assert all(len(each) == 1 for each in towns.values())
    assert len(set().union(*towns.values())) == len(STYLES[style].towns)


def test_most_wait_weeks_and_a_few_wait_for_a_year():
    round_ = simulate(mentors=0, beneficiaries=1000, seed=SEED)
    waited = [(round_.as_of - person.asked_on).days for person in round_.beneficiaries if person.asked_on]
    assert 35 <= median(waited) <= 60
    assert 0.01 <= sum(days > 365 for days in waited) / len(waited) <= 0.06


def test_styles_differ_where_the_sources_do():
    rounds = {style: simulate(**TOWN | {"beneficiaries": 400}, style=style) for style in STYLES}
    hours = {style: {m.hours_per_week for m in round_.mentors} for style, round_ in rounds.items()}
    assert hours["vocational"] == {2, 6}
    shares = {
        style: Counter(person.together for person in round_.beneficiaries) for style, round_ in rounds.items()
    }
    assert shares["housing-first"]["joint"] > 1.5 * max(
        shares[style]["joint"] for style in STYLES if style != "housing-first"
    )
    for tasks, style in (({"home_visit", "house_search"}, "housing-first"), ({"college"}, "vocational")):
        asked = sorted(
            (sum(bool(tasks & {*person.wants_to_do}) for person in round_.beneficiaries), name)
            for name, round_ in rounds.items()
        )
        assert asked[-1][1] == style
        assert asked[-1][0] > 2 * asked[-2][0]


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
