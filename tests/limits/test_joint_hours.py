"""A worker's hours for joint visits by hand: 65 minutes a week each, of what the worker has."""

from __future__ import annotations

from tests.limits.judging import Example, each, fits, full, like_b1
from tests.rules.judging import match

TWO = {"others": like_b1("B2")}


def has(hours):
    return {"navigator": {"joint_hours": hours}}


EXAMPLES = (
    fits("2 × 65 = 130 of 135", "B1 M1 joint", "B2 M2 joint", uses={"N1": 130}, left={"N1": 135},
         **has(2.25), **TWO),
    full("130 of 120", "B1 M1 joint", "B2 M2 joint", uses={"N1": 130}, left={"N1": 120}, **has(2), **TWO),
    full("no hours at all", "B1 M1 joint", uses={"N1": 65}, left={"N1": 0}, **has(0)),
    fits("blank is not limited, it asks first", "B1 M1", uses={}, left={"N2": 240}, **has(None)),
    fits("alone takes none", "B1 M1", uses={}, left={"N1": 0}, **has(0)),
    fits("nor do two who go together", "B1 M1+M2 paired", uses={}, left={"N1": 0}, **has(0)),
    full("75 less the 65 of a joint match under way", "B1 M1 joint", uses={"N1": 65}, left={"N1": 10},
         others=like_b1("B9"),
         rows={"matches": [match("active", beneficiary="B9", mentor="M2", company="joint")]}, **has(1.25)),
    full("a blank company under way counts as joint", "B1 M1 joint", uses={"N1": 65}, left={"N1": 10},
         others=like_b1("B9"), rows={"matches": [match("active", beneficiary="B9", mentor="M2")]},
         **has(1.25)),
)  # fmt: skip


@each(EXAMPLES)
def test_joint_hours(example: Example):
    example.check("joint-hours")
