"""Everything that can be in the way has a line of what may help, in one place for all pages."""

from __future__ import annotations

import pytest

from matchmaker.domain.proposal import ObjectionCount
from matchmaker.domain.words import KEPT_APART
from matchmaker.limits import LIMITS
from matchmaker.pages.helps import HELPS, TALK_IT_OVER, might_help, often
from matchmaker.policy import Policy
from matchmaker.rules import RULES

OURS = {
    "agreed-hours", "availability", "caseload", "checks-and-training", "clearance", "dual-worked", "fit-floor",
    "gender-wish", "group-places", "has-a-navigator", "high-situations", "introduction-visits", "joint-hours",
    "known-area", "language", "lone-working", "on-a-break", "one-offs", "people-at-once", "role", "situation",
    "supervision-current", "supervision-places", "teams", "together", "travel", "venue-access", "wants-a-mentor",
}  # fmt: skip


def counts(**mentors):
    return [ObjectionCount(code=code.replace("_", "-"), mentors=n) for code, n in mentors.items()]


def test_every_code_that_can_be_in_the_way_has_a_line_and_what_keeps_people_apart_has_none():
    """A rule of one's own gets a line that is true of any; ours have their own, each another one."""
    titles = Policy.standard().titles
    assert {kind.model_fields["code"].default for kind in (*RULES, *LIMITS)} <= titles.keys()
    assert [code for code in titles if len(might_help([ObjectionCount(code=code, mentors=1)])) != 1] == [
        KEPT_APART
    ]
    assert HELPS.keys() <= titles.keys() - {KEPT_APART}
    assert len(set(HELPS.values())) == len(HELPS)


def test_every_code_of_ours_has_a_line_of_its_own():
    assert HELPS.keys() == OURS


@pytest.mark.parametrize("line", HELPS.values())
def test_each_line_is_a_short_sentence(line):
    assert line.endswith(".")
    assert line[0].isupper()
    assert len(line.split()) <= 16


def test_what_keeps_people_apart_is_helped_by_nothing():
    assert might_help(counts(kept_apart=None)) == might_help(counts(kept_apart=3)) == ()
    assert might_help(counts(kept_apart=None, language=2)) == (HELPS["language"],)


def test_at_most_three_and_only_what_is_often_in_the_way():
    # A quarter of 12 is 3: the journey (3) counts, the language (2) does not.
    assert often(counts(availability=12, travel=3, language=2)) == ("availability", "travel")
    assert len(might_help(counts(availability=4, travel=4, language=4, role=4))) == 3


def test_a_rule_of_ones_own_is_talked_over_once():
    assert might_help(counts(long_visits=2, own_story=2)) == (TALK_IT_OVER,)
