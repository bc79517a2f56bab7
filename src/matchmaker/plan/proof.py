"""What is proved of a plan, and by whom: prices are believed once their sums come out here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.certificate import (
    Certificate,
    faults_of,
    fingerprint_of,
    fingerprint_of_problem,
    proved_levels,
)
from matchmaker.compile import given_of
from matchmaker.domain.certificate import StoredCertificate
from matchmaker.domain.proposal import Priority, Proof
from matchmaker.errors import SolverError
from matchmaker.plan.prices import level_names, named_prices
from matchmaker.policy.order import Order
from matchmaker.version import __version__

if TYPE_CHECKING:
    from matchmaker.allocation import Answer
    from matchmaker.compile import Compiled
    from matchmaker.domain.context import Context
    from matchmaker.policy import Policy


@dataclass(frozen=True, slots=True)
class Proved:
    """How many levels are certified for everybody, and the certificate as it is stored."""

    levels: int
    certificate: StoredCertificate


def proved(numbers: Compiled, answer: Answer, *, policy: Policy, context: Context) -> Proved | None:
    """Return what an answer's prices prove; nothing where there are none, or they speak of nobody.

    Raises:
        SolverError: there are prices, and they do not prove the plan: somebody's sums are wrong.
    """
    if answer.prices is None or not answer.has_plan:
        return None
    given, chosen = given_of(numbers.problem), tuple(answer.chosen.tolist())
    covered = tuple(answer.prices.requests.nonzero()[0].tolist())
    if given.request and set(covered).isdisjoint(given.request):
        return None
    certificate = Certificate(covered, answer.prices.levels.tolist())
    if faults := faults_of(given, chosen, certificate=certificate):
        raise SolverError(f"the solver's prices do not prove its plan: {'; '.join(faults)}")
    levels, those = proved_levels(given, certificate), set(covered)
    names = level_names(Order(policy, context))[: len(certificate.prices)]
    stored = StoredCertificate(
        engine_version=__version__,
        solver=answer.solver,
        priorities=priorities_of(policy, context, answer=answer, certified=levels),
        levels=names,
        not_covered=tuple(person.id for place, person in enumerate(context.requests) if place not in those),
        prices=tuple(named_prices(numbers, certificate, names=names)),
        problem_hash=fingerprint_of_problem(given),
        fingerprint=fingerprint_of(given, chosen, certificate=certificate),
    )
    return Proved(levels, stored)


def priorities_of(
    policy: Policy, context: Context, *, answer: Answer | None, certified: int
) -> tuple[Priority, ...]:
    """Return totals, bounds and who says so; later bounds rest on the earlier levels being at their best.

    A priority of several levels is certified once all of them are.
    """
    order = Order(policy, context)
    totals = order.told(answer.totals if answer else (0,) * order.levels)
    bounds = order.told(answer.bounds) if answer else totals
    best: Proof = "solver-claimed" if answer and answer.has_plan else "not proved"
    whole = order.whole(certified)
    found: list[Priority] = []
    for name, total, bound in zip(policy.priorities, totals, bounds, strict=True):
        best = "not proved" if bound > total else best
        proof: Proof = "certified" if len(found) < whole and best == "solver-claimed" else best
        found.append(Priority(name=name, total=total, bound=bound, proof=proof))
    return tuple(found)
