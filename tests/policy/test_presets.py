"""The presets: what each changes is what its source says, and each makes a sound plan with matches."""

from __future__ import annotations

from importlib import resources

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.errors import ArgumentError
from matchmaker.plan import Search
from matchmaker.policy import PRESETS, Policy
from matchmaker.policy.differences import differences
from matchmaker.policy.presets import preset_text
from matchmaker.simulate import STYLES, simulate
from matchmaker.verify.check import verify

STANDARD = Policy.standard()
LONG = Search(seconds=600)
SAID = {
    "wyfi": {"rules.supervision-current.every_days": 14},  # fortnightly, S0:L210
    "icm": {
        "habits.intro_visits": 1,  # an impersonal meet-up, S3:L41
        "overdue_weeks": 39,  # nine months, S3:L59: 9 / 12 of 52
    },
    "housing-first": {
        "habits.intro_visits": 3,  # two to three visits, S1:L144
        "priorities": ("urgent", "offered", "overdue", "lift_worst", "fit", "waited"),  # S1:L134
        "fit_floor": 1_000,  # S1:L134
        "criteria.experience.weight": 0,  # interests and hopes rather, S1:L132
        "criteria.continuity.weight": 10,  # who found each other, S1:L134
    },
    "vocational": {
        "rules.travel.limit_minutes": 30,  # S4:L204
        "criteria.learning.weight": 20,  # S4:L60, S4:L134
        "criteria.practicalities.weight": 15,  # they met at the base, S4:L322
        "habits.meetings_a_month": 4,  # two hours a week, S4:L102 and S4:L188
    },
}


def test_there_is_one_for_every_style_of_programme():
    assert set(PRESETS) == set(STYLES) == set(SAID)


@pytest.mark.parametrize("name", PRESETS)
def test_only_what_its_source_says_differs_from_the_standard(name):
    policy = Policy.preset(name)
    assert policy.name == name
    assert {each.parameter: each.here for each in differences(policy, STANDARD)} == SAID[name]
    assert len({Policy.preset(each).fingerprint for each in (*PRESETS,)} | {STANDARD.fingerprint}) == 5


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_a_policy_file_like_any_other(name, tmp_path):
    (tmp_path / "ours.toml").write_text(preset_text(name), encoding="utf-8")
    assert Policy.load(tmp_path / "ours.toml") == Policy.preset(name)
    assert max(map(len, preset_text(name).split("\n"))) <= 110


def test_a_name_that_is_none_is_told_with_the_nearest():
    with pytest.raises(ArgumentError, match=r"Maybe housing-first\?"):
        Policy.preset("housing_first")
    with pytest.raises(ArgumentError, match="Maybe one of wyfi, icm, housing-first, vocational"):
        Policy.preset("../../etc/passwd")


@pytest.mark.parametrize("name", PRESETS)
def test_it_matches_the_example(name):
    example = resources.files("matchmaker") / "examples" / "locality.json"
    _matches(Round.from_json(example.read_bytes()), Policy.preset(name))


@pytest.mark.parametrize("name", PRESETS)
def test_it_matches_an_invented_programme_of_its_style(name):
    _matches(simulate(mentors=12, beneficiaries=25, seed=3, style=name), Policy.preset(name))


def _matches(round_: Round, policy: Policy) -> None:
    proposal = propose(round_, policy, search=LONG)
    assert proposal.status == "optimal"
    assert len(proposal.matches) >= 1
    assert verify(round_, policy, proposal) == ()
