"""A worker's people by hand: from twenty on no new introductions (S0:L85)."""

from __future__ import annotations

import pytest

from tests.limits.judging import Example, each, fits, full, like_b1, limit_with
from tests.rules.judging import match

OTHER = {"stop_from": 2}


def people(count, **cells):
    """B1 and so many that they are `count` together, all with N1; the others said no."""
    return {"others": like_b1(*(f"B{n}" for n in range(2, count + 1)), **({"wants": "no"} | cells))}


STOP = {"uses": {"N1": 1}, "left": {"N1": 0}}

EXAMPLES = (
    fits("nineteen: not limited", "B1 M1", uses={"N1": 1}, **people(19)),
    full("twenty: no new introductions", "B1 M1", **STOP, **people(20)),
    full("twenty-one", "B1 M1 joint", **STOP, **people(21)),
    fits("another worker's twenty", "B1 M1", uses={"N1": 1}, left={"N2": 0}, **people(22, navigator="N2")),
    fits("nobody's twenty", "B1 M1", uses={"N1": 1}, **people(25, navigator="none_yet")),
    full("two, where the policy says two", "B1 M1+M2 paired", limit=OTHER, **STOP, **people(2)),
    fits("one, where the policy says two", "B1 M1", uses={"N1": 1}, limit=OTHER),
    full("a person under way counts like everybody", "B1 M2", limit=OTHER, **STOP, others=like_b1("B9"),
         rows={"matches": [match("active", beneficiary="B9")]}),
)  # fmt: skip


@each(EXAMPLES)
def test_caseload(example: Example):
    example.check("caseload")


@pytest.mark.parametrize(
    ("stop_from", "said"),
    [(0, "No worker makes"), (1, "supports 1 person or more"), (20, "supports 20 people or more")],
)
def test_the_sentence_says_from_when(stop_from, said):
    assert said in limit_with("caseload", stop_from=stop_from).sentence()
