"""How many people with a high situation a mentor meets, by hand; the standard is one."""

from __future__ import annotations

import pytest

from tests.limits.judging import Example, each, fits, full, like_b1, limit_with
from tests.rules.judging import comfort, likely, match

OTHER = {"people": 2}
COMFORT = [comfort("yes", mentor="M1"), comfort("yes", mentor="M2")]
TWO = {"others": like_b1("B2")}
THREE = {"others": like_b1("B2", "B3"), "mentor": {"people_at_once": 3}}
NINE = {"others": like_b1("B9"), "mentor": {"people_at_once": 3}}


def may_come_up(*levels, **matches):
    """B1, B2 and so on with these levels, as `likely` writes them."""
    rows = [row | {"beneficiary": f"B{n}"} for n, row in enumerate(levels, 1)]
    return {"rows": {"situations": rows, "comfort": COMFORT, **matches}}


def with_nine(row, **cells):
    """B1 is high; B9 is under way with M1, and this may come up there."""
    rows = [likely("high"), row | {"beneficiary": "B9"}]
    going = [match("active", beneficiary="B9", **cells)]
    return {"rows": {"situations": rows, "comfort": COMFORT, "matches": going}, **NINE}


HIGH, SOME, PAST = likely("high"), likely("some"), likely("high", review=-1)
ONE = {"uses": {"M1": 1}, "left": {"M1": 1}}
NONE = {"uses": {"M1": 1}, "left": {"M1": 0}}

EXAMPLES = (
    fits("one of one", "B1 M1 joint", **ONE, **may_come_up(HIGH)),
    full("two of one", "B1 M1 joint", "B2 M1 joint", uses={"M1": 2}, left={"M1": 1},
         **may_come_up(HIGH, HIGH), **TWO),
    fits("two of two", "B1 M1 joint", "B2 M1 joint", uses={"M1": 2}, left={"M1": 2}, limit=OTHER,
         **may_come_up(HIGH, HIGH), **TWO),
    fits("one high, one that may come up", "B1 M1 joint", "B2 M1", **ONE, **may_come_up(HIGH, SOME), **TWO),
    fits("one each", "B1 M1 joint", "B2 M2 joint", uses={"M1": 1, "M2": 1}, left={"M1": 1, "M2": 1},
         **may_come_up(HIGH, HIGH), **TWO),
    full("two who go together: one of each", "B1 M1+M2 paired", "B2 M2 joint", uses={"M1": 1, "M2": 2},
         left={"M1": 1, "M2": 1}, **may_come_up(HIGH, HIGH), **TWO),
    fits("the last day before a review still counts", "B1 M1 joint", **ONE,
         **may_come_up(likely("high", review=0))),
    fits("high at the task they must do", "B1 M1 joint", **ONE,
         **may_come_up(likely("high", task="coffee_walk"))),
    fits("high at another task", "B1 M1", uses={}, left={"M1": 1},
         rows={"situations": [likely("high", task="court"), likely("low", "others_present")]}),
    full("somebody under way is high", "B1 M1 joint", **NONE, **with_nine(HIGH)),
    fits("somebody under way is not", "B1 M1 joint", **ONE, **with_nine(SOME)),
    full("under way, past its review date it counts still", "B1 M1 joint", **NONE, **with_nine(PAST)),
    fits("under way, high at another task than theirs", "B1 M1 joint", **ONE,
         **with_nine(likely("high", task="court"), tasks=["coffee_walk"])),
    full("under way, high at their task", "B1 M1 joint", **NONE,
         **with_nine(likely("high", task="court"), tasks=["coffee_walk", "court"])),
    full("under way without tasks, high at any of them", "B1 M1 joint", **NONE,
         **with_nine(likely("high", task="court"))),
)  # fmt: skip


@each(EXAMPLES)
def test_high_situations(example: Example):
    example.check("high-situations")


def test_past_its_review_date_a_new_match_is_not_known_to_be_high():
    """It asks first instead, by the rule about situations."""
    fits("past", "B1 M1 joint", uses={}, left={"M1": 1}, **may_come_up(PAST)).check("high-situations")


@pytest.mark.parametrize(
    ("people", "begins"),
    [(0, "A mentor meets nobody at"), (1, "No mentor meets more than one person"),
     (3, "No mentor meets more than 3 people")],
)  # fmt: skip
def test_the_sentence_says_how_many(people, begins):
    assert limit_with("high-situations", people=people).sentence().startswith(begins)
