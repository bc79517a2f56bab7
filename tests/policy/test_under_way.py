"""What the absolute rules have against a match under way: at each place of a group, and without tasks."""

from __future__ import annotations

import pytest

from matchmaker.policy import Policy
from matchmaker.policy.under_way import closing_at
from tests.rules.judging import apart, match, round_of

POLICY = Policy.standard()
PLACES = [{"id": each, "label": each, "kind": "library", "area": "Southside"} for each in ("P1", "P2")]
GROUPS = [
    {"id": "G1", "label": "Art", "host": "M1", "place": "P1", "slot": "Mon 10:00-11:00", "places": 4},
    {"id": "G2", "label": "Tea", "host": "M1", "place": "P2", "slot": "Tue 10:00-11:00", "places": 4},
    {"id": "G3", "label": "Chess", "host": "M2", "place": "P2", "slot": "Tue 10:00-11:00", "places": 4},
]


def closing(row, **rows):
    round_ = round_of(rows={"matches": [row], **rows})
    return closing_at(round_.matches[0], POLICY, context=POLICY.context(round_))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (match("active", company="joint"), ({"kept-apart"},)),
        (match("active", company="joint", mentor="M2"), (set(),)),
        (match("active", tasks=["leisure"]), ({"kept-apart"},)),
    ],
)
def test_who_is_not_to_meet_is_not_to_meet_now_either(row, found):
    assert closing(row, keep_apart=[apart("B1", "M1")]) == tuple(map(frozenset, found))


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ({"group": "G1"}, (set(),)),
        ({"group": "G2"}, ({"kept-apart"},)),  # M2 hosts chess there at the same time
        ({}, (set(), {"kept-apart"})),  # nobody wrote down which of the two
    ],
)
def test_a_group_is_judged_at_each_place_where_it_may_be(group, found):
    row = match("active", company="group", **group)
    rows = {"places": PLACES, "groups": GROUPS, "keep_apart": [apart("B1", "M2")]}
    assert closing(row, **rows) == tuple(map(frozenset, found))
