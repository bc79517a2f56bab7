"""Which decisions of the last run a round still has to keep; by hand."""

import pytest

from matchmaker.domain.decisions import Decision
from matchmaker.review import carried_over, kept_aside
from tests.rules.judging import TODAY, day, decision, match, round_of

PAIR = {"beneficiary": "B1", "mentors": ["M1"]}
WAIVED = {
    "tasks": ["coffee_walk"],
    "company": "joint",
    "rule": "travel",
    "mitigation": "a taxi",
    "reason": "far",
}


LAST_WEEK = day(-7)


def kept(*made, then=LAST_WEEK, **different):
    decisions = [Decision.from_dict({**each, "at": f"{then}T09:00"}) for each in made]
    return [each.kind for each in carried_over(decisions, round_of(**different), decided_on=then)]


@pytest.mark.parametrize(
    ("made", "holds"),
    [
        (decision("veto", **PAIR), True),
        (decision("veto", **PAIR, until=day(0)), True),
        (decision("veto", **PAIR, until=day(-1)), False),
        (decision("reject", **PAIR, reason="not now"), True),
        (decision("waive", **PAIR, **WAIVED, until=day(0)), True),
        (decision("waive", **PAIR, **WAIVED, until=day(-1)), False),
        (decision("accept", **PAIR), True),
        (decision("answer", question="dual-worked/B1", answer="yes"), True),
        (decision("answer", question="dual-worked/B7", answer="yes"), False),  # B7 is no longer there
        (decision("veto", beneficiary="B1", mentors=["M7"]), False),
        (decision("lift", row="keep_apart/B1/M1"), True),
        (decision("pin", **PAIR), False),  # about the meeting of last week
        (decision("pause", match="X1"), False),
    ],
)
def test_a_week_later(made, holds):
    assert bool(kept(made)) is holds


def test_on_the_same_day_pins_hold_as_well():
    assert kept(decision("pin", **PAIR), then=TODAY) == ["pin"]


def test_what_the_round_already_shows_is_left_out():
    under_way = {"rows": {"matches": [match("mentor_asked")]}}
    assert kept(decision("accept", **PAIR), **under_way) == []
    assert kept(decision("none_for_now", beneficiary="B1"), beneficiary={"wants": "maybe_later"}) == []


def test_a_decision_the_round_has_already_is_not_told_twice():
    veto = decision("veto", **PAIR) | {"at": f"{day(-7)}T09:00"}
    assert kept(veto, rows={"decisions": [veto]}) == []


@pytest.mark.parametrize(
    ("made", "aside"),
    [
        (decision("veto", beneficiary="B1", mentors=["M7"]), True),  # M7 is not in the round
        (decision("veto", beneficiary="B1", mentors=["M7"], until=day(-1)), False),  # and it is over
        (decision("veto", **PAIR), False),  # both are in the round
        (decision("pin", beneficiary="B1", mentors=["M7"]), False),  # about its own meeting
        (decision("answer", question="dual-worked/B7", answer="yes"), True),
    ],
)
def test_what_is_about_somebody_who_is_away_is_kept_aside(made, aside):
    decided = Decision.from_dict({**made, "at": f"{day(-7)}T09:00"})
    assert kept_aside([decided], round_of()) == ((decided,) if aside else ())
