"""A problem with a name, and the value that others found for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation import Problem

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """A problem to be measured; `published` is what the last level is known to reach."""

    name: str
    problem: Problem
    published: int | None = None
    proved: bool = False
    """Whether somebody proved that nothing beats `published`."""


def required_or_counted(
    costs: NDArray[np.int64],
    amounts: NDArray[np.int64],
    *,
    room: NDArray[np.int64],
    allowed: NDArray[np.bool_] | None = None,
    levels: int = 1,
) -> Problem:
    """Return "every job to one agent, at the least cost" as a problem of `matchmaker.allocation`.

    Rows are agents, columns are jobs. With one level, −cost, each job is a limit of its own that must
    be used once. With two, the number of jobs served comes first and stands in for that.
    """
    agents, jobs = costs.shape
    job, agent = np.nonzero(np.ones((jobs, agents), np.bool_) if allowed is None else allowed.T)
    option = np.arange(len(job))
    value, limit, amount = -costs[agent, job][None, :], agent, amounts[agent, job]
    at_most, at_least = room, np.zeros_like(room)
    if levels == 1:
        limit, amount = np.concatenate([limit, agents + job]), np.concatenate([amount, np.ones_like(job)])
        option = np.tile(option, 2)
        at_most = np.concatenate([at_most, np.ones(jobs, np.int64)])
        at_least = np.concatenate([at_least, np.ones(jobs, np.int64)])
    else:
        value = np.concatenate([np.ones_like(value), value])
    return Problem.from_arrays(
        requests=jobs,
        request=job,
        value=value,
        limit=limit,
        option=option,
        amount=amount,
        at_most=at_most,
        at_least=at_least,
    )
