"""A worker's introduction visits by hand: two for every new match, of four."""

from __future__ import annotations

from tests.limits.judging import Example, each, fits, full, like_b1
from tests.rules.judging import match

FOUR = {"navigator": {"first_visits_free": 4}}
THREE = {"others": like_b1("B2", "B3"), **FOUR}

EXAMPLES = (
    fits("2 × 2 of four", "B1 M1", "B2 M2", uses={"N1": 4}, left={"N1": 4}, **THREE),
    full("3 × 2 of four", "B1 M1", "B2 M1", "B3 M2", uses={"N1": 6}, left={"N1": 4}, **THREE),
    full("one is not two", "B1 M1", uses={"N1": 2}, left={"N1": 1}, navigator={"first_visits_free": 1}),
    fits("it is the person's worker who goes", "B1 M1", uses={"N1": 2}, left={"N1": 2, "N2": 4},
         navigator={"first_visits_free": 2}),
    fits("two workers: two each", "B1 M1", "B2 M2", uses={"N1": 2, "N2": 2}, left={"N1": 2, "N2": 4},
         navigator={"first_visits_free": 2}, others=like_b1("B2", navigator="N2")),
    fits("a pair takes no more", "B1 M1+M2 paired", uses={"N1": 2}, left={"N1": 4}, **FOUR),
    fits("what is free is free, whatever is under way", "B1 M1", uses={"N1": 2}, left={"N1": 2},
         navigator={"first_visits_free": 2}, others=like_b1("B9"),
         rows={"matches": [match("intro_visit_1", beneficiary="B9", mentor="M2")]}),
)  # fmt: skip


@each(EXAMPLES)
def test_introduction_visits(example: Example):
    example.check("introduction-visits")
