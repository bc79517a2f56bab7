"""Every digit of problem, plan and prices is in the fingerprint, and nothing else is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from typing import Any

import pytest

from matchmaker.certificate import Certificate, Given, fingerprint_of, fingerprint_of_problem
from tests.certificate.by_hand import CERTIFICATE, GIVEN, PLAN


def changed(value: Any) -> Iterator[Any]:
    """Yield the value with one number in it changed, for each of its numbers."""
    if isinstance(value, int):
        yield value + 1
        return
    for place, part in enumerate(value):
        for other in changed(part):
            yield (*value[:place], other, *value[place + 1 :])


def every_change() -> Iterator[tuple[Given, tuple[int, ...], Certificate]]:
    for name, value in asdict(GIVEN).items():
        for other in changed(value):
            yield replace(GIVEN, **{name: other}), PLAN, CERTIFICATE
    for plan in changed(PLAN):
        yield GIVEN, plan, CERTIFICATE
    for field in fields(Certificate):
        for other in changed(getattr(CERTIFICATE, field.name)):
            yield GIVEN, PLAN, replace(CERTIFICATE, **{field.name: other})


def test_any_changed_digit_changes_it():
    """1 + 4 + 8 + 3 × 4 + 2 × 2 + 4 numbers of the problem, 3 of the plan, 3 + 4 of the certificate."""
    found = [fingerprint_of(given, plan, certificate=proof) for given, plan, proof in every_change()]
    assert len(found) == 33 + 3 + 7
    assert len({*found, fingerprint_of(GIVEN, PLAN, certificate=CERTIFICATE)}) == len(found) + 1


def test_the_problem_has_one_of_its_own():
    found = {fingerprint_of_problem(given) for given, _, _ in every_change()}
    assert len(found) == 33 + 1


def test_it_is_what_anybody_can_compute():
    one = Given(1, (0,), ((5,),), (), (), (), (), (), (7,))
    lines = (
        '["requests",1]', '["request",[0]]', '["value",[[5]]]', '["limit",[]]', '["option",[]]',
        '["amount",[]]', '["at_most",[]]', '["at_least",[]]', '["key",[7]]',
    )  # fmt: skip
    text = "".join(f"{line}\n" for line in lines)
    assert fingerprint_of_problem(one) == hashlib.sha256(text.encode()).hexdigest()
    text += '["chosen",[0]]\n["covered",[0]]\n["prices",[[]]]\n'
    found = fingerprint_of(one, (0,), certificate=Certificate((0,), ((),)))
    assert found == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("kind", [list, tuple])
def test_lists_and_tuples_are_the_same(kind):
    other = replace(GIVEN, request=kind(GIVEN.request))
    assert fingerprint_of(other, kind(PLAN), certificate=CERTIFICATE) == fingerprint_of(
        GIVEN, PLAN, certificate=CERTIFICATE
    )
