"""The whole check: is it a plan, does the certificate hold together, and do the sums come out?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.certificate.counting import Room, fitting, needed, needs_of, touching_of, usable_options
from matchmaker.certificate.levels import Face, level_faults
from matchmaker.certificate.plan import plan_faults
from matchmaker.certificate.shape import repetitions, shape_faults
from matchmaker.certificate.ties import hidden_values

if TYPE_CHECKING:
    from matchmaker.certificate.given import Certificate, Given, Ints


def faults_of(given: Given, chosen: Ints, *, certificate: Certificate) -> tuple[str, ...]:
    """Return everything that keeps a certificate from proving a plan, in words; nothing when it does.

    Then no plan is worth more to the covered requests at any of the certificate's levels, each judged
    among the plans that are best at all levels before it.

    Args:
        given: the problem, in Python's own integers.
        chosen: for each request the option that serves it, or -1.
        certificate: the covered requests, and for each level a price for every limit.
    """
    if misshapen := tuple(shape_faults(given, chosen, certificate=certificate)):
        return misshapen
    if twice := tuple(repetitions(given, certificate)):
        return twice
    if broken := tuple(plan_faults(given, chosen)):
        return broken
    return tuple(_proof_faults(given, chosen, certificate))


def proved_levels(given: Given, certificate: Certificate) -> int:
    """Return for how many levels a certificate without fault proves the plan for everybody.

    None as long as somebody who could be served is not covered. A level behind the given ones breaks
    ties, and is not counted.
    """
    covered, usable = set(certificate.covered), usable_options(given)
    if any(usable[option] and asking not in covered for option, asking in enumerate(given.request)):
        return 0
    return min(len(certificate.prices), len(given.value))


def _proof_faults(given: Given, chosen: Ints, certificate: Certificate) -> Iterator[str]:
    face = Face()
    if faults := tuple(_face_faults(given, certificate, face)):
        yield from faults
        return
    served = [chosen[request] for request in certificate.covered if chosen[request] >= 0]
    for level, prices in enumerate(certificate.prices):
        value = _values(given, face, level)
        total = sum(value[option] for option in served)
        wrong = tuple(level_faults(given, face, value=value, prices=prices, total=total))
        yield from (f"level {level}: {text}" for text in wrong)
        if wrong:
            return


def _values(given: Given, face: Face, level: int) -> Ints:
    """Return what each option is worth at a level; at the hidden ones only those that are left count."""
    hidden = level - len(given.value)
    if hidden < 0:
        return given.value[level]
    value = [0] * len(given.key)
    for option in face.allowed:
        value[option] = hidden_values(given.key[option])[hidden]
    return value


def _face_faults(given: Given, certificate: Certificate, face: Face) -> Iterator[str]:
    """Fill in the face on which the first level is judged, and yield what is wrong with it.

    A limit without a price may be shared with somebody who is not covered: left out of account, it only
    makes the bound larger. And no limit asks for more than there can be, for the plan keeps it.
    """
    covered, usable = set(certificate.covered), usable_options(given)
    face.allowed = [o for o, asking in enumerate(given.request) if usable[o] and asking in covered]
    touching = touching_of(given, usable)
    for limit in sorted({limit for row in certificate.prices for limit, price in enumerate(row) if price}):
        options, amounts = touching[limit]
        least, most = needs_of(given, options, amounts=amounts)
        if covered.isdisjoint(least):
            yield f"limit {limit} has a price, and nobody who is covered touches it"
        elif apart := sorted(least.keys() - covered):
            yield f"limit {limit} has a price and is shared with request {apart[0]}, which is not covered"
        else:
            many = fitting(least.values(), given.at_most[limit])
            few = needed(most.values(), given.at_least[limit])
            face.rooms[limit] = Room(options, many, few)
