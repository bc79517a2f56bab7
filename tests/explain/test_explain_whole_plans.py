"""Whole plans in words: what each comes to, what it would mean, and when it is the recommended one."""

from __future__ import annotations

from dataclasses import replace

from matchmaker.domain.round import Round
from matchmaker.explain.whole_plans import Idea, WholePlans, whole_plan
from matchmaker.plan import Search, make_plan
from matchmaker.plan.whole import longest_waiters
from matchmaker.policy import Policy
from tests.cli.hamlet import hamlet, person

POLICY = Policy.standard()


def queue():
    """One mentor for two: B1 shares an interest, B2 asked five weeks before and shares none."""
    people = [
        person("B1", "Sam T.", asked_on="2026-10-05"),
        person("B2", "Jo L.", asked_on="2026-08-31", likes=[]),
    ]
    low = [row for row in hamlet()["situations"] if row["beneficiary"] in ("B1", "B2")]
    round_ = Round.from_dict(hamlet(beneficiaries=people, situations=low, mentors=hamlet()["mentors"][:1]))
    return make_plan(round_, POLICY, search=Search())


def test_the_longest_waiter_first_and_what_that_would_mean():
    """B2 has waited 77 days (11 weeks), B1 42: 35 days more in all; one is offered one either way."""
    plan = queue()
    found = longest_waiters(plan, search=Search())
    assert found is not None
    other = whole_plan("longest waiters", found.plan, beside=plan, sure=found.best)
    assert other.contrast.gain is not None
    assert other.contrast.gain[:3] == (0, 0, 0)
    assert other.contrast.gain[3] < 0
    assert other.contrast.gain[4] == 77 - 42
    means = (
        "For everybody together, the introductions would fit less well and those offered one would "
        "have waited 35 days more in all."
    )
    assert other.sentences == (
        "Strictly in the order in which people asked, after those who are urgent: 1 person would be offered one.",
        f"It differs for 2 people. {means}",
        "B1, who had M1, has no suggestion for now, so that B2, who has waited 11 weeks, can meet M1.",
    )
    assert [meeting.beneficiary for meeting in other.meets] == ["B2"]
    assert other.totals == tuple(
        a + b for a, b in zip([p.total for p in plan.priorities], other.contrast.gain, strict=True)
    )


def test_where_there_was_no_proposal_before_nothing_is_printed_twice():
    plan = queue()
    same = whole_plan("fewest changes", plan, beside=plan, sure=True)
    assert same.as_last_time is None
    assert same.sentences == (
        "With the fewest changes since the last proposal: there was no proposal before this one, so it is the "
        "plan we recommend.",
    )
    assert whole_plan("longest waiters", plan, beside=plan, sure=True).sentences == (
        "Strictly in the order in which people asked, after those who are urgent: it is the plan we recommend.",
    )


def test_the_recommended_one_is_said_first_and_by_itself():
    plan = queue()
    assert whole_plan("recommended", plan, beside=plan, sure=True).sentences == (
        "The plan we recommend: 1 person would be offered one.",
    )


def test_what_is_not_proved_is_said():
    plan = queue()
    unsure = whole_plan("longest waiters", plan, beside=plan, sure=False)
    assert unsure.sentences[-1] == "There may be a better plan of this kind, but none was found in time."
    near = whole_plan("nearly as good", plan, beside=plan, sure=False)
    assert not any("better plan" in sentence for sentence in near.sentences)


def test_who_meets_the_same_mentor_in_another_way_is_not_counted_as_affected():
    plan = queue()
    joint = next(o for o in plan.options if o.pair.company == "joint" and o.pair.beneficiary.id == "B1")
    other = whole_plan("nearly as good", replace(plan, chosen=(joint,)), beside=plan, sure=False)
    assert other.affected == 0
    assert "Everybody would meet the same mentor, some of them in another way." in other.sentences


def test_without_a_plan_there_is_nothing_to_set_beside_it():
    assert WholePlans((), (), 2).sentences == ("There is no plan, so there is none to set beside it.",)
    missing = WholePlans(
        (whole_plan("recommended", queue(), beside=queue(), sure=True),), ("fewest changes",), 2
    )
    assert missing.sentences[-1] == "With the fewest changes since the last proposal: none was found in time."


def test_several_of_one_idea_stand_under_headings_of_their_own():
    plan = queue()
    b1, b2 = (
        next(o for o in plan.options if o.pair.company == "joint" and o.pair.beneficiary.id == who)
        for who in ("B1", "B2")
    )
    others = [
        whole_plan("nearly as good", replace(plan, chosen=(option,)), beside=plan, sure=False)
        for option in (b1, b2)
    ]
    recommended = whole_plan("recommended", plan, beside=plan, sure=True)
    found = WholePlans((recommended, *others), (), 2).paragraphs
    headings = [paragraph[0].split(":")[0] for paragraph in found[2:]]
    assert headings == [
        "Nearly as good, and different for as many people as we could find, plan 1 of 2",
        "Nearly as good, and different for as many people as we could find, plan 2 of 2",
    ]
    alone = WholePlans((recommended, others[0]), (), 2).paragraphs
    assert alone[2][0].split(":")[0] == "Nearly as good, and different for as many people as we could find"


def test_a_plan_that_two_ideas_lead_to_is_told_once():
    """Before, all of it stood there twice and nobody said that it is one plan."""
    plan = queue()
    other = longest_waiters(plan, search=Search())
    assert other is not None
    ideas: tuple[Idea, ...] = ("recommended", "fewest changes", "longest waiters", "nearly as good")
    plans = [
        whole_plan(idea, plan if idea == "recommended" else other.plan, beside=plan, sure=idea != ideas[2])
        for idea in ideas
    ]
    found = WholePlans(tuple(plans), (), 2).paragraphs
    assert found[3:] == (
        (
            "Strictly in the order in which people asked, after those who are urgent: it is the same as the plan "
            "with the fewest changes.",
            "There may be a better plan of this kind, but none was found in time.",
        ),
        (
            "Nearly as good, and different for as many people as we could find: it is the same as the plan with "
            "the fewest changes.",
        ),
    )
