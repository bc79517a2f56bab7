"""Waivers through a whole proposal: used, told, verified, and refused where nobody may waive."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.engine import propose
from matchmaker.errors import InputErrors
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.rules.judging import day, decision, round_of

# B1 wants to be met alone by M1 only; M1 has not been trained in boundaries, which closes.
UNTRAINED: dict[str, Any] = {
    "mentor": {"training": ["safety"]},
    "second": {"available": False},
    "beneficiary": {"together": "joint"},
}
WAIVER = decision(
    "waive", beneficiary="B1", mentors=["M1"], company="joint", tasks=["coffee_walk"],
    rule="checks-and-training",
    mitigation="N1 goes along until the course", reason="the course is next week", until=day(14),
)  # fmt: skip


def proposed(*decisions: Any, **different: Any):
    round_ = round_of(rows={"decisions": list(decisions)}, **(UNTRAINED | different))
    return round_, propose(round_)


def test_without_the_waiver_there_is_nobody():
    assert proposed()[1].matches == ()


def test_with_it_the_pair_is_suggested_and_says_what_it_rests_on():
    """Ready, and yet not simply good to try."""
    _, proposal = proposed(WAIVER)
    (match,) = proposal.matches
    assert (match.mentors, match.company, match.state, match.band) == (
        ("M1",),
        "joint",
        "ready",
        "Could work if…",
    )
    assert proposal.waivers == ("D-waive",)
    assert match.prompts[0] == (
        "N1 set a rule aside for a coffee or a walk until 19 October 2026 (training and checks). "
        "What makes it safe: N1 goes along until the course."
    )


def test_a_waiver_that_nothing_rests_on_is_not_told():
    _, proposal = proposed(WAIVER, mentor={})
    assert proposal.waivers == ()
    assert proposal.matches[0].band == "Good to try"


def test_verify_wants_the_waivers_that_count_and_no_others():
    round_, proposal = proposed(WAIVER)
    for told in ((), ("D-waive", "D9")):
        changed = proposal.model_copy(update={"waivers": told})
        assert [breach.code for breach in verify(round_, Policy.standard(), changed)] == ["claim"]


def test_the_day_after_its_last_it_no_longer_opens_anything():
    after = {"programme": {"as_of": day(15)}}
    assert proposed(WAIVER, **after)[1].matches == ()


@pytest.mark.parametrize(
    ("rule", "says"),
    [("kept-apart", "absolute: nobody can waive it"), ("nonsense", "not a rule of this policy")],
)
def test_what_cannot_be_waived_is_refused_and_named(rule, says):
    with pytest.raises(InputErrors, match=says) as error:
        proposed(WAIVER | {"rule": rule})
    assert [problem.where for problem in error.value.problems] == ["decisions[0].rule"]
