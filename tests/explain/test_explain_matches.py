"""What is said of one option: its other ways, questions, times and prompts; by hand."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.reasons import Question
from matchmaker.explain.matches import alternative, proposed_match, to_ask
from matchmaker.policy import Policy
from tests.explain.plans import ALONE, POLICY, plan_of

LIKES: dict[str, Any] = {"likes": ["dogs"]}


def said(policy: Policy = POLICY, **different):
    plan = plan_of(policy, **different)
    (option,) = plan.chosen
    return option, plan, proposed_match(option, plan.options, policy=policy, context=plan.context)


def test_a_match_says_of_itself_what_its_option_is():
    option, _, match = said(**ALONE)
    pair = option.pair
    assert match.match_id == ".".join(("B1", *pair.mentor_ids, pair.company))
    assert (match.mentors, match.company, match.state, match.fit) == (
        pair.mentor_ids, pair.company, option.state, option.fit,
    )  # fmt: skip
    assert [(m.task, m.venue) for m in match.arrangements] == [("coffee_walk", "cafe_public")]
    assert sum(each.points * each.weight for each in match.contributions) == match.fit


def test_other_mentors_come_first_each_in_their_best_company():
    """M1 shares a like and is suggested; M2's better way comes before M1's other one."""
    option, plan, match = said(beneficiary=LIKES, mentor=LIKES, **ALONE)
    assert match.mentors == ("M1",)
    best = max((o for o in plan.options if o.pair.mentor_ids == ("M2",)), key=lambda o: o.fit)
    assert match.alternatives[0] == alternative(best)
    assert {(other.mentors, other.company) for other in match.alternatives} == {
        (o.pair.mentor_ids, o.pair.company) for o in plan.options if o is not option
    }


@pytest.mark.parametrize(("at_most", "listed"), [(0, 0), (1, 1), (2, 2), (10, 3)])
def test_as_many_as_the_policy_lists_of_the_three_other_ways(at_most, listed):
    assert len(said(Policy(alternatives=at_most), **ALONE)[2].alternatives) == listed


def test_questions_are_stored_as_they_are_asked():
    (stored,) = to_ask([Question("training/M1", "Which modules?", "N2")])
    assert (stored.key, stored.ask, stored.who) == ("training/M1", "Which modules?", "N2")


READY: dict[str, Any] = {"beneficiary": {"free": ["Mon 10:00-12:00"]}, "mentor": {"expenses_ready": True}}


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, []),
        ({"free": None}, ["Agree a time with B1."]),
        ({"ready_own": "no"}, ["Talk with B1 about whether now is a good time."]),
        ({"ready_worker": "no"}, ["Talk with B1 about whether now is a good time."]),
        ({"needed_on": "2026-10-05 10:30"}, ["B1 needs somebody on 5 October 2026 at 10:30."]),
    ],
)
def test_prompts_are_only_what_is_still_to_be_thought_of(cells, words):
    different: dict[str, Any] = {"second": {"available": False}, "mentor": READY["mentor"]}
    match = said(beneficiary=READY["beneficiary"] | cells, **different)[2]
    assert list(match.prompts) == words


def test_a_stretch_is_talked_over():
    goal = {
        "mentor": "M1", "task": "coffee_walk", "mitigation": "joint", "agreed_with": "N2",
        "agreed_on": "2026-10-01",
    }  # fmt: skip
    match = said(**READY, second={"available": False}, rows={"stretch": [goal]})[2]
    chose = "A coffee or a walk is a stretch that M1 chose; talk it over before and after."
    assert match.prompts[-1] == chose
    assert match.company == "joint"
