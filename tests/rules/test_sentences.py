"""Each rule in one sentence a trustee can read, and every parameter of it in that sentence."""

import pytest

from matchmaker.rules import RULES
from tests.rules.judging import RULE, judge, judge_all, round_of, rule_with
from tests.rules.tables import OTHER_PARAMETERS

SWITCH = {"off", "off_by", "off_because", "code"}


def test_another_value_is_known_for_every_parameter():
    parameters = {
        (code, name) for code, rule in RULE.items() for name in rule.model_fields if name not in SWITCH
    }
    assert set(OTHER_PARAMETERS) == parameters


@pytest.mark.parametrize(("code", "name"), OTHER_PARAMETERS)
def test_the_sentence_changes_with_each_parameter(code, name):
    usual, changed = rule_with(code), rule_with(code, **{name: OTHER_PARAMETERS[code, name]})
    assert getattr(usual, name) != OTHER_PARAMETERS[code, name]
    assert usual.sentence() != changed.sentence()


@pytest.mark.parametrize(
    ("code", "name", "usual", "changed"),
    [
        ("situation", "high_alone", "a mentor never goes alone", "a mentor may go alone"),
        ("lone-working", "home_unaccompanied", "mentors do not visit homes", "mentors may visit homes"),
        ("supervision-current", "every_days", "more than 31 days", "more than 14 days"),
        ("travel", "limit_minutes", "at most 45 minutes", "at most 30 minutes"),
    ],
)
def test_the_sentence_says_what_the_parameter_does(code, name, usual, changed):
    assert usual in rule_with(code).sentence()
    assert changed in rule_with(code, **{name: OTHER_PARAMETERS[code, name]}).sentence()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_one_plain_sentence(rule):
    sentence = rule().sentence()
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "_" not in sentence
    assert "  " not in sentence
    assert len(sentence) < 400


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_title_that_fits_a_heading(rule):
    assert 0 < len(rule.title) <= 60
    assert not rule.title.endswith(".")


@pytest.mark.parametrize("company", ["alone", "paired", "joint"])
@pytest.mark.parametrize("leads", [True, False])
def test_nothing_stands_in_the_way_of_the_tiny_round(company, leads):
    """Else an example could be right for the wrong reason."""
    assert judge_all(company=company, leads=leads) == {}
    assert round_of().mentors[0].id == "M1"


def test_a_difference_makes_a_difference():
    """The helper really hands on what an example says."""
    assert judge("wants-a-mentor", beneficiary={"wants": "no"}) is not None
    assert judge("wants-a-mentor") is None


def test_a_sentence_that_starts_with_a_place_starts_with_a_capital():
    """The label of a kind is "a café …", which is right only inside a sentence."""
    too_far = judge("travel", mentor={"travel_limit_minutes": 1})
    avoided = judge("venue-access", rows={"avoid": [{"who": "B1", "kind": "cafe_public"}]})
    assert [found.sentence[0] for found in (too_far, avoided)] == ["A", "A"]
