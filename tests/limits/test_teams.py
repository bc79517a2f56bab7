"""What two mentors agreed to do together, by hand; in the tiny round T1 goes to see one person."""

from __future__ import annotations

from tests.limits.judging import Example, each, fits, full, like_b1
from tests.rules.judging import match

TEAM = {"id": "T1", "one": "M1", "other": "M2"}
TWO = {"others": like_b1("B2")}
BOTH = ("B1 M1+M2 paired", "B2 M2+M1 paired")

EXAMPLES = (
    fits("one of one", "B1 M1+M2 paired", uses={"T1": 1}, left={"T1": 1}),
    full("two of one, whoever leads", *BOTH, uses={"T1": 2}, left={"T1": 1}, **TWO),
    fits("two of two", *BOTH, uses={"T1": 2}, left={"T1": 2},
         rows={"teams": [TEAM | {"people_at_once": 2}]}, **TWO),
    fits("each by themselves takes nothing of the team", "B1 M1", "B2 M2 joint", uses={}, left={"T1": 1},
         **TWO),
    full("none at all", "B1 M1+M2 paired", uses={"T1": 1}, left={"T1": 0},
         rows={"teams": [TEAM | {"people_at_once": 0}]}),
    full("they go to see somebody already", "B1 M1+M2 paired", uses={"T1": 1}, left={"T1": 0},
         others=like_b1("B9"),
         rows={"matches": [match("active", beneficiary="B9", mentor="M2", second_mentor="M1")]}),
)  # fmt: skip


@each(EXAMPLES)
def test_teams(example: Example):
    example.check("teams")
