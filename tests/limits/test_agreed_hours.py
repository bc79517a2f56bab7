"""A mentor's hours by hand: a usual week is (60 + 2 × 20 + 15 + 15) × 2 / 4 = 65 minutes.

A group is every week: slot + both ways + 15 + 15. At the hub in Walkley, 20 minutes from Heeley, two hours
make 120 + 2 × 20 + 30 = 190.
"""

from __future__ import annotations

import pytest

from matchmaker.domain.context import Context
from matchmaker.limits.agreed_hours import hosting_minutes
from tests.limits.judging import Example, crowd, each, fits, full, like_b1
from tests.rules.judging import match

TWO = {"others": like_b1("B2")}
HUB = {"id": "hub_1", "label": "Hub", "kind": "office_hub", "area": "Walkley"}
AREAS = [{"start": "Heeley", "end": "Walkley", "minutes": 20}]


def hosting(slot="Wed 13:00-15:00", host="M1", **place):
    group = {"id": "art", "label": "Art", "host": host, "place": "hub_1", "slot": slot, "places": 6}
    return {"rows": {"places": [HUB | place], "groups": [group]}}


def hours(figure):
    return {"mentor": {"hours_per_week": figure}}


EXAMPLES = (
    fits("2 × 65 = 130 of 2¼ hours, 135", "B1 M1", "B2 M1", uses={"M1": 130}, left={"M1": 135},
         **hours(2.25), **TWO),
    full("130 of two hours, 120", "B1 M1", "B2 M1", uses={"M1": 130}, left={"M1": 120}, **hours(2), **TWO),
    full("one hour does not hold 65 minutes", "B1 M1", uses={"M1": 65}, left={"M1": 60}, **hours(1)),
    full("75 less the 65 of a match under way", "B1 M1", uses={"M1": 65}, left={"M1": 10},
         others=like_b1("B9"), rows={"matches": [match("active", beneficiary="B9")]}, **hours(1.25)),
    fits("a host at the hub: 4¼ hours, 255 − 190 = 65", "B1 M1", uses={"M1": 65}, left={"M1": 65},
         **hours(4.25), **hosting()),
    full("a host at the hub: 4 hours, 240 − 190 = 50", "B1 M1", uses={"M1": 65}, left={"M1": 50},
         **hours(4), **hosting()),
    full("hosting takes more than there is: nothing, not less", "B1 M1", uses={"M1": 65}, left={"M1": 0},
         **hours(2), **hosting()),
    fits("the other mentor hosts", "B1 M1", uses={"M1": 65}, left={"M1": 65 + 10, "M2": 50},
         **hours(1.25), **hosting(host="M2")),
    fits("a worker hosts: no mentor's hours", "B1 M1", uses={"M1": 65}, left={"M1": 75, "M2": 240},
         **hours(1.25), **hosting(host="N1")),
    full("the second mentor's hours count as well: 60 of M2 who lives there", "B1 M1+M2 paired",
         uses={"M1": 65, "M2": 60}, left={"M1": 240, "M2": 45},
         second={"area": "Walkley", "hours_per_week": 0.75}),
)  # fmt: skip


@each(EXAMPLES)
def test_agreed_hours(example: Example):
    example.check("agreed-hours")


@pytest.mark.parametrize(
    ("group", "mentor", "minutes"),
    [
        (hosting(), {}, 190),  # 120 + 2 × 20 + 30
        (hosting("Wed 13:00-13:30"), {}, 100),  # 30 + 40 + 30
        (hosting(), {"area": "walkley"}, 180),  # 120 + 2 × 15 + 30: within one area
        (hosting(), {"area": None}, 210),  # 120 + 2 × 30 + 30: not known
        (hosting(area=None), {}, 210),
        (hosting(area="Totley"), {}, 210),
        (hosting(kind="remote"), {}, 150),  # 120 + 30: no way at all
    ],
)
def test_what_hosting_takes_every_week(group, mentor, minutes):
    context = Context(crowd(mentor=mentor, **group))
    assert hosting_minutes(context.round.groups[0], context) == minutes


def test_two_groups_take_twice():
    """12 hours are 720; 720 − 190 − 100 = 430."""
    both = hosting()["rows"]
    second = {**both["groups"][0], "id": "duty", "slot": "Mon 10:00-10:30"}
    rows = {**both, "groups": [*both["groups"], second]}
    fits("two groups", uses={}, left={"M1": 430}, rows=rows, **hours(12)).check("agreed-hours")
