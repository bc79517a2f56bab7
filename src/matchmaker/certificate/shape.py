"""Whether a record holds together at all: only then is there anything to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from matchmaker.certificate.ties import HIDDEN

if TYPE_CHECKING:
    from matchmaker.certificate.given import Certificate, Given, Ints

LONGEST = 10**4000
"""Python writes no number of more than 4,300 digits."""


def shape_faults(given: Given, chosen: Ints, *, certificate: Certificate) -> Iterator[str]:
    """Yield what has the wrong length, is no whole number, or points where there is nothing."""
    if type(given.requests) is not int or given.requests < 0:
        yield "requests is no number of requests"
        return
    yield from _lengths(given, chosen, certificate)
    yield from _numbers(given, chosen, certificate)


def repetitions(given: Given, certificate: Certificate) -> Iterator[str]:
    """Yield what is there twice and may be there once."""
    options = len(given.request)
    pairs = {limit * options + option for limit, option in zip(given.limit, given.option, strict=True)}
    if len(pairs) < len(given.limit):
        yield "an option counts towards a limit twice"
    if len(set(given.key)) < len(given.key):
        yield "two options have one key"
    if len(set(certificate.covered)) < len(certificate.covered):
        yield "covered names a request twice"


def _lengths(given: Given, chosen: Ints, certificate: Certificate) -> Iterator[str]:
    options, limits, levels = len(given.request), len(given.at_most), len(given.value) + HIDDEN
    lengths: list[tuple[str, Sequence[object], int]] = [
        ("key", given.key, options),
        ("option", given.option, len(given.limit)),
        ("amount", given.amount, len(given.limit)),
        ("at_least", given.at_least, limits),
        ("chosen", chosen, given.requests),
        *((f"value of level {k}", row, options) for k, row in enumerate(given.value)),
        *((f"prices of level {k}", row, limits) for k, row in enumerate(certificate.prices)),
    ]
    for name, row, length in lengths:
        if len(row) != length:
            yield f"{name} has {len(row)} entries, not {length}"
    if len(certificate.prices) > levels:
        yield f"there are prices for {len(certificate.prices)} levels, and there are {levels}"


def _numbers(given: Given, chosen: Ints, certificate: Certificate) -> Iterator[str]:
    options, limits = len(given.request), len(given.at_most)
    spans: list[tuple[str, Ints, int, int]] = [
        ("request", given.request, 0, given.requests),
        ("limit", given.limit, 0, limits),
        ("option", given.option, 0, options),
        ("amount", given.amount, 0, LONGEST),
        ("at_most", given.at_most, 0, LONGEST),
        ("at_least", given.at_least, 0, LONGEST),
        ("key", given.key, 0, 2**64),
        ("chosen", chosen, -1, options),
        ("covered", certificate.covered, 0, given.requests),
        *((f"value of level {k}", row, -LONGEST, LONGEST) for k, row in enumerate(given.value)),
        *((f"prices of level {k}", row, -LONGEST, LONGEST) for k, row in enumerate(certificate.prices)),
    ]
    for name, row, low, end in spans:
        if not set(map(type, row)) <= {int}:
            yield f"{name} holds something that is no whole number"
        elif row and not low <= min(row) <= max(row) < end:
            yield f"{name} holds a number that cannot be there"
