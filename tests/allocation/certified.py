"""Hands an answer to the room that judges certificates."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation import Answer, Problem
from matchmaker.certificate import Certificate, Given, faults_of


def certificate_faults(problem: Problem, answer: Answer) -> tuple[str, ...]:
    """Return what is wrong with an answer's prices, as far as they speak of anybody."""
    if answer.prices is None or not answer.prices.requests.any():
        return ()
    given = Given(
        requests=problem.requests,
        request=tuple(problem.request.tolist()),
        value=tuple(map(tuple, problem.value.tolist())),
        limit=tuple(problem.limit.tolist()),
        option=tuple(problem.option.tolist()),
        amount=tuple(problem.amount.tolist()),
        at_most=tuple(problem.at_most.tolist()),
        at_least=tuple(problem.at_least.tolist()),
        key=tuple(problem.key.tolist()),
    )
    covered = tuple(np.flatnonzero(answer.prices.requests).tolist())
    prices = tuple(map(tuple, answer.prices.levels.tolist()))
    return faults_of(given, tuple(answer.chosen.tolist()), certificate=Certificate(covered, prices))
