"""A record that does not hold together is described; nothing is judged, and nothing breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matchmaker.certificate import Certificate, faults_of
from matchmaker.certificate.plan import plan_faults
from matchmaker.certificate.shape import repetitions, shape_faults
from tests.certificate.by_hand import CERTIFICATE, EVERYBODY, GIVEN, PLAN, PRICES

BROKEN = [
    ({"requests": -1}, "requests is no number of requests"),
    ({"requests": True}, "requests is no number of requests"),
    ({"requests": 4}, "chosen has 3 entries, not 4"),
    ({"key": (1, 2, 3)}, "key has 3 entries, not 4"),
    ({"value": ((1, 1, 1, 1), (8, 6, 5))}, "value of level 1 has 3 entries, not 4"),
    ({"value": ((1, 1, 1, 1), (8, 6, 5, 4.0))}, "value of level 1 holds something that is no whole number"),
    ({"request": (0, 1, 1, 3)}, "request holds a number that cannot be there"),
    ({"limit": (0, 0, 1, 2)}, "limit holds a number that cannot be there"),
    ({"option": (0, 1, 2, -1)}, "option holds a number that cannot be there"),
    ({"amount": (1, 1, 1, -1)}, "amount holds a number that cannot be there"),
    ({"at_most": (1, -1)}, "at_most holds a number that cannot be there"),
    ({"at_least": (0,)}, "at_least has 1 entries, not 2"),
    ({"key": (1, 2, 3, 2**64)}, "key holds a number that cannot be there"),
    ({"key": (1, 2, 3, 3)}, "two options have one key"),
    ({"option": (0, 1, 2, 2)}, "an option counts towards a limit twice"),
]


@pytest.mark.parametrize(("change", "words"), BROKEN)
def test_a_problem_that_does_not_hold_together(change, words):
    assert words in faults_of(replace(GIVEN, **change), PLAN, certificate=CERTIFICATE)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ((0, 2), "chosen has 2 entries, not 3"),
        ((0, 2, 4), "chosen holds a number that cannot be there"),
        ((0, 2, -2), "chosen holds a number that cannot be there"),
        ((0, 2, None), "chosen holds something that is no whole number"),
        ((0, True, -1), "chosen holds something that is no whole number"),
    ],
)
def test_a_plan_that_points_where_nothing_is(plan, words):
    assert faults_of(GIVEN, plan, certificate=CERTIFICATE) == (words,)


@pytest.mark.parametrize(
    ("certificate", "words"),
    [
        (Certificate((0, 1, 3), PRICES), "covered holds a number that cannot be there"),
        (Certificate((0, 1, 2, 2), PRICES), "covered names a request twice"),
        (Certificate(EVERYBODY, ((1, 1), (5,))), "prices of level 1 has 1 entries, not 2"),
        (
            Certificate(EVERYBODY, ((1, 1), (5, 4.0))),  # type: ignore[arg-type]
            "prices of level 1 holds something that is no whole number",
        ),
        (Certificate(EVERYBODY, ((0, 0),) * 5), "there are prices for 5 levels, and there are 4"),
        (
            Certificate(EVERYBODY, ((1, 1), (5, 10**4001))),
            "prices of level 1 holds a number that cannot be there",
        ),
    ],
)
def test_prices_that_do_not_hold_together(certificate, words):
    assert faults_of(GIVEN, PLAN, certificate=certificate) == (words,)


def test_everything_is_told_at_once():
    given = replace(GIVEN, key=(1, 2, 3), at_least=(0,))
    assert len(faults_of(given, PLAN, certificate=CERTIFICATE)) == 2


def test_the_example_holds_together():
    assert not [*shape_faults(GIVEN, PLAN, certificate=CERTIFICATE), *repetitions(GIVEN, CERTIFICATE)]
    assert not [*plan_faults(GIVEN, PLAN)]


def test_a_plan_is_told_every_fault_it_has():
    """Bo gets Cy's option, so M2 is taken by Bo and, with Cy's own, once only: options are counted once."""
    assert list(plan_faults(GIVEN, (1, 3, 3))) == [
        "request 0 is served by option 1, which is for request 1",
        "request 1 is served by option 3, which is for request 2",
    ]
