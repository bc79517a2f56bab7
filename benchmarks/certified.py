"""Hands an answer to the room that judges certificates, which shares nothing with the solvers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.certificate import Certificate, faults_of, proved_levels
from matchmaker.compile import given_of

if TYPE_CHECKING:
    from matchmaker.allocation import Problem
    from matchmaker.allocation.answer import Answer


def faults(problem: Problem, answer: Answer) -> tuple[str, ...]:
    """Return what keeps an answer's prices from proving every level for everybody; nothing when they do."""
    if answer.prices is None:
        return ("there are no prices",)
    given = given_of(problem)
    certificate = Certificate(
        covered=answer.prices.requests.nonzero()[0].tolist(), prices=answer.prices.levels.tolist()
    )
    found = faults_of(given, answer.chosen.tolist(), certificate=certificate)
    proved = proved_levels(given, certificate) if not found else 0
    return found if found or proved == problem.levels else (f"only {proved} levels are proved",)
