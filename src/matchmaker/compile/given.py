"""The numeric problem in plain integers, for the room that checks what was made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.certificate import Given

if TYPE_CHECKING:
    from matchmaker.allocation import Problem


def given_of(problem: Problem) -> Given:
    """Return a problem as the certificate's room reads it: no array, so no total can overflow."""
    return Given(
        requests=problem.requests,
        request=problem.request.tolist(),
        value=problem.value.tolist(),
        limit=problem.limit.tolist(),
        option=problem.option.tolist(),
        amount=problem.amount.tolist(),
        at_most=problem.at_most.tolist(),
        at_least=problem.at_least.tolist(),
        key=problem.key.tolist(),
    )
