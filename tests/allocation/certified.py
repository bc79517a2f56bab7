"""Hands an answer to the room that judges certificates."""

from __future__ import annotations

import numpy as np

from matchmaker.allocation import Answer, Problem
from matchmaker.certificate import Certificate, faults_of
from matchmaker.compile import given_of


def certificate_faults(problem: Problem, answer: Answer) -> tuple[str, ...]:
    """Return what is wrong with an answer's prices, as far as they speak of anybody."""
    if answer.prices is None or not answer.prices.requests.any():
        return ()
    covered = tuple(np.flatnonzero(answer.prices.requests).tolist())
    prices = tuple(map(tuple, answer.prices.levels.tolist()))
    return faults_of(
        given_of(problem), tuple(answer.chosen.tolist()), certificate=Certificate(covered, prices)
    )
