"""What a rule or limit says could be done about it: once it is done, that is no longer in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from matchmaker.domain.mends import CHEAPEST_FIRST, mended
from matchmaker.policy import Policy
from matchmaker.rules import Rule
from matchmaker.rules.block import seen_by
from tests.contracts.test_rules_contract import SPECIFIED
from tests.counts import SEED, count
from tests.rounds import random_round
from tests.rules.judging import ABSOLUTE

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.round import Round
    from matchmaker.domain.words import Company

POLICY = Policy.standard()
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in POLICY.rules}
SAYS_HOW = {code for code, rule in BY_CODE.items() if type(rule).mend is not Rule.mend}
NOBODY_TRIES = {"wants-a-mentor", "kept-apart", "on-a-break", "venue-access", "language", "role"}
"""A person's or mentor's own word, what keeps people apart, and what no work of ours changes."""
MAY_BEND = {"travel", "role"}
SINGLY: tuple[Company, ...] = ("alone", "joint")
MOST_OF_ONE_RULE = 3
"""Some rules look for two or three things; each mend brings the next one to light."""


def objections_in(
    round_: Round,
) -> Iterator[tuple[Rule, Mentor, Beneficiary, Arrangement, Objection, Context]]:
    """Yield every objection of every rule, with who, where and what could be done."""
    context = POLICY.context(round_)
    for person, mentor in product(context.requests, round_.mentors):
        for task, company in product(person.wants_to_do, SINGLY):
            for venue in context.venues_for(task):
                for who, seen in seen_by((mentor,), task, company=company, venue=venue):
                    for rule in POLICY.rules_on:
                        found = rule.judge(who, person, seen, context)
                        if found:
                            yield rule, who, person, seen, found, context


def test_whose_word_it_is_nobody_tries_to_change():
    """A rule that was added since may say how, or not."""
    assert SPECIFIED - SAYS_HOW == NOBODY_TRIES
    assert {code for code in SPECIFIED if BY_CODE[code].may_bend} == MAY_BEND
    assert not MAY_BEND & ABSOLUTE
    assert CHEAPEST_FIRST == ("find out", "agree", "learn", "make room", "set aside")


@pytest.mark.parametrize("number", range(count("mended_rounds")))
def test_done_it_is_no_longer_in_the_way(number):
    """The same rule, mentor, person and place again, in the round as it would be."""
    round_ = random_round(SEED + number, mentors=3, beneficiaries=3)
    tried = set()
    for rule, mentor, person, seen, found, context in objections_in(round_):
        mend = rule.mend(mentor, person, seen, context)
        if mend is None or (mend, seen.company) in tried:
            continue
        tried.add((mend, seen.company))
        said, again = [found.sentence], context
        left: Objection | None = found
        for _ in range(MOST_OF_ONE_RULE):
            again = POLICY.context(mended(again.round, (mend,)))
            if {sheet for sheet, _ in mend.rows} == {
                "places"
            }:  # a new place opens there, not where it was too far
                seen = replace(seen, venue=again.venue[f"new.{seen.venue.kind}"])
            who, whom = again.mentors[mentor.id], again.beneficiaries[person.id]
            left = rule.judge(who, whom, seen, again)
            mend = rule.mend(who, whom, seen, again) if left else None
            if left is None or mend is None:
                break
            said.append(left.sentence)
        # Either nothing is left, or something else, which nobody should try to change.
        assert left is None or left.sentence not in said, (rule.code, said, left)


def test_every_rule_that_says_how_is_heard():
    heard = Counter[str]()
    for number in range(60):
        round_ = random_round(SEED + number, mentors=3, beneficiaries=3)
        for rule, mentor, person, seen, _, context in objections_in(round_):
            mend = rule.mend(mentor, person, seen, context)
            if mend is not None:
                heard[rule.code] += 1
                assert mend.do.endswith(".")
                assert not mend.given or mend.given.startswith("if ")
                assert mend.cells or mend.rows
    assert set(heard) >= SPECIFIED - NOBODY_TRIES


LIMITS_OF_OURS = {"introduction-visits", "supervision-places", "joint-hours"}


def test_only_our_own_room_is_to_be_found_and_then_there_is_as_much():
    """A mentor's places and hours are a ceiling that they set (S0:L166)."""
    for number in range(30):
        round_ = random_round(SEED + number, mentors=2, beneficiaries=2)
        context = POLICY.context(round_)
        for limit in POLICY.limits_on:
            for key, left in limit.left(context).items():
                mend = limit.mend(key, 30, context=context)
                if limit.code not in LIMITS_OF_OURS or key not in context.navigators:
                    assert mend is None
                    continue
                assert mend is not None
                assert mend.kind == "make room"
                again = POLICY.context(mended(round_, (mend,)))
                under_way = limit.room(context)[key] - left
                assert limit.room(again)[key] - under_way >= left + 30 - (left == 0) * under_way
