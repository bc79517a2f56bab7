"""How a round turns out for groups: in large numbers only, by whatever name, and beside a plan that stays as it is."""

from __future__ import annotations

import functools
import json
import random
import re
from dataclasses import asdict

import pytest

from matchmaker.domain.proposal import Proposal
from matchmaker.domain.round import Round
from matchmaker.engine import Study, propose
from matchmaker.engine.fairness import fair_to
from matchmaker.explain.fair_to import FairTo, GroupTold, Range, coded
from matchmaker.explain.small_cells import SMALLEST
from matchmaker.plan import Search, make_plan
from matchmaker.plan.face import between
from matchmaker.plan.whole import before_fit
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import days_waited
from matchmaker.simulate.simulate import simulate
from tests.cli.hamlet import hamlet

POLICY = Policy.standard()
SEARCH = Search(seconds=60)


@functools.cache
def programme() -> tuple[Round, Proposal, Study]:
    round_ = simulate(mentors=40, beneficiaries=120, seed=3)
    proposal = propose(round_, POLICY, search=SEARCH)
    return round_, proposal, Study(round_, POLICY, proposal, search=SEARCH)


def drawn(names: str, seed: int = 1) -> dict[str, str]:
    draw = random.Random(seed)
    return {person.id: draw.choice(names) for person in programme()[0].beneficiaries}


def test_it_adds_up_by_hand():
    """Of two groups: how many asked, have a suggestion, and how long the middle one of them has waited."""
    _, proposal, study = programme()
    groups = drawn("AB")
    found = study.fair_to(groups)
    plan = study.plan
    served = {match.beneficiary for match in proposal.matches}
    assert [group.group for group in found.groups] == ["A", "B"]
    assert found.asked == sum(group.asked for group in found.groups)
    for group in found.groups:
        own = {person.id for person in plan.context.requests if groups[person.id] == group.group}
        days = [days_waited(plan.context.beneficiaries[one], plan.context) for one in own]
        assert group.asked == len(own)
        assert sum(each >= 7 * group.weeks for each in days) * 2 >= len(own)
        assert sum(each >= 7 * (group.weeks + 1) for each in days) * 2 <= len(own) + 1
        assert group.offered in (None, len(own & served))
        if group.offered is not None:
            levels = before_fit(plan)
            by_hand = between(plan, own, levels=levels, search=SEARCH)
            ends = (coded(by_hand.least, len(own)), coded(by_hand.most, len(own)))
            assert group.as_many == Range(*ends, by_hand.proved)
    assert any(group.offered is not None for group in found.groups)


@pytest.mark.parametrize("names", ["AB", "AAAB", "ABCDEF", "AAAAAAAAAAAAAAB"])
@pytest.mark.parametrize("seed", [1, 2])
def test_no_small_number_and_nobody_is_in_it(names, seed):
    groups = drawn(names, seed)
    found = programme()[2].fair_to(groups)
    text = json.dumps(asdict(found)) + " ".join(found.sentences)
    assert not [person for person in groups if re.search(rf"\b{person}\b", text)]
    for group in found.groups:
        numbers: list[object] = [group.asked, group.offered, group.offered and group.asked - group.offered]
        for range_ in (group.just_as_good, group.as_many):
            numbers += [range_.least, range_.most] if range_ else []
        assert all(number >= SMALLEST for number in numbers if isinstance(number, int))
    assert sum(group.asked for group in found.groups) in (0, found.asked)
    small = {name for name in groups.values() if [*groups.values()].count(name) < SMALLEST}
    assert not small & {group.group for group in found.groups}


def test_other_names_for_the_groups_change_nothing_but_the_names():
    renamed = str.maketrans("ABC", "CAB")
    groups = drawn("ABC")
    one = programme()[2].fair_to(groups)
    other = programme()[2].fair_to({person: group.translate(renamed) for person, group in groups.items()})

    def unnamed(found: FairTo) -> set[str]:
        return {repr({**asdict(group), "group": ""}) for group in found.groups}

    assert unnamed(one) == unnamed(other)
    assert {group.group.translate(renamed) for group in one.groups} == {group.group for group in other.groups}


def test_the_proposal_is_the_same_to_the_byte_whoever_is_in_which_group():
    round_, proposal, study = programme()
    before = proposal.to_json(), round_.fingerprint, repr(study.plan.chosen)
    for groups in (drawn("AB"), drawn("ABCD", 7), {}):
        study.fair_to(groups)
    again = propose(round_, POLICY, search=SEARCH)
    assert (again.to_json(), round_.fingerprint, repr(study.plan.chosen)) == before


def test_fewer_than_ten_people_are_told_of_together_only():
    round_ = Round.from_dict(hamlet())
    plan = make_plan(round_, POLICY, search=SEARCH)
    found = fair_to(plan, {"B1": "A", "B2": "B", "B99": "A"}, search=SEARCH)
    assert found == FairTo(asked=3, offered=2, weeks=None, groups=(), not_in_round=1)
    assert found.sentences == (
        "Everybody together: 3 people asked, and 2 of them have a suggestion.",
        "There are too few people to tell groups apart: none is told of below 10 people.",
        "1 row of the file is about nobody in this round.",
        "Groups have no part in any plan, and nothing of the file is kept.",
    )


def test_it_is_said_in_words():
    a = GroupTold("group", "A", 30, 1, False, 12, Range(12, 12, True), Range("few", 18, False))
    rest = GroupTold("others", "", 31, 20, True, None, None, None)
    assert FairTo(61, 24, 9, (a, rest), 0).sentences == (
        "Everybody together: 61 people asked, and 24 of them have a suggestion.",
        "At least half of everybody has waited 9 weeks or longer.",
        "A: 30 people asked, and at least half of them have waited 1 week or longer.",
        "12 of them have a suggestion.",
        "In plans that are just as good by everything that counts, it is 12 of them.",
        "In plans that are just as good, but for how well introductions fit, it is anything from fewer than 10 of "
        "them to 18, as far as we can tell; there may be plans with fewer or with more.",
        "All others together: 31 people asked, and at least half of them have waited 20 weeks or longer.",
        "That is much longer than for everybody together. Maybe look at why.",
        "Where it is not said how many of a group have a suggestion, the numbers are too small.",
        "Groups have no part in any plan, and nothing of the file is kept.",
    )


def test_much_longer_is_more_than_one_and_a_half_times_as_long():
    """Waits of 10 people each: 30 days, and 46 (or 45) days against a middle of 30."""
    for days, longer in ((46, True), (45, False)):
        found = waiting(30, days)
        assert [group.waits_longer for group in found.groups] == [False, longer]


def waiting(first: int, second: int) -> FairTo:
    data = hamlet(situations=[])
    one = data["beneficiaries"][0]
    asked = {first: "2026-10-17", second: {46: "2026-10-01", 45: "2026-10-02"}[second]}
    people = [one | {"id": f"B{n}", "asked_on": asked[first if n <= 11 else second]} for n in range(1, 22)]
    round_ = Round.from_dict(data | {"beneficiaries": people})
    groups = {f"B{n}": "A" if n <= 11 else "B" for n in range(1, 22)}
    return Study(round_, POLICY, propose(round_, POLICY)).fair_to(groups)


def test_every_level_counts_for_plans_that_are_just_as_good():
    plan = programme()[2].plan
    assert before_fit(plan) == 3 < Order(POLICY, plan.context).levels == 5
