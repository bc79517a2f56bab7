"""The problem in plain integers is the same problem: nothing is left behind in an array."""

from __future__ import annotations

from dataclasses import asdict, fields

from matchmaker.allocation import Problem
from matchmaker.certificate import Given
from matchmaker.compile import given_of
from tests.counts import SEED
from tests.oracles.random_numbers import draw


def test_every_number_comes_across_as_pythons_own():
    for seed in range(SEED, SEED + 20):
        numbers = asdict(draw(seed))
        found = given_of(Problem.from_arrays(**numbers))
        for field in fields(Given):
            value = getattr(found, field.name)
            if field.name == "value":
                assert tuple(map(tuple, value)) == numbers["value"]
                assert {type(each) for row in value for each in row} <= {int}
            elif field.name == "requests":
                assert value == numbers["requests"]
            else:
                assert tuple(value) == numbers[field.name]
                assert {type(each) for each in value} <= {int}
