"""How many people a mentor meets at the same time, by hand; here they agreed to two."""

from __future__ import annotations

from tests.limits.judging import Example, each, fits, full, like_b1
from tests.rules.judging import match

AGREED = {"mentor": {"people_at_once": 2}, "second": {"people_at_once": 2}}
THREE = {"others": like_b1("B2", "B3"), **AGREED}
GOING = {"matches": [match("active", beneficiary="B9")]}

EXAMPLES = (
    fits("two of two", "B1 M1", "B2 M1", uses={"M1": 2}, left={"M1": 2, "M2": 2}, **THREE),
    full("three of two", "B1 M1", "B2 M1", "B3 M1", uses={"M1": 3}, left={"M1": 2}, **THREE),
    fits("two go together: a place of each", "B1 M1+M2 paired", uses={"M1": 1, "M2": 1},
         left={"M1": 2, "M2": 2}, **AGREED),
    full("the second mentor has no place", "B1 M1+M2 paired", uses={"M1": 1, "M2": 1},
         left={"M1": 2, "M2": 0}, second={"people_at_once": 0}),
    fits("one under way and one new", "B1 M1", uses={"M1": 1}, left={"M1": 1},
         others=like_b1("B9"), rows=GOING, **AGREED),
    full("one under way and two new", "B1 M1", "B2 M1 joint", uses={"M1": 2}, left={"M1": 1},
         others=like_b1("B2", "B9"), rows=GOING, **AGREED),
    full("more under way than agreed leave nothing, not less", "B1 M1", uses={"M1": 1}, left={"M1": 0},
         mentor={"people_at_once": 0}, others=like_b1("B9"), rows=GOING),
    fits("a group takes no place of its members", "B1 M1", "B2 M1", uses={"M1": 2}, left={"M1": 2},
         others=like_b1("B2", "B9"),
         rows={"matches": [match("active", beneficiary="B9", company="group")]}, **AGREED),
)  # fmt: skip


@each(EXAMPLES)
def test_people_at_once(example: Example):
    example.check("people-at-once")
