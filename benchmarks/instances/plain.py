"""Drawn assignments whose limits are unit capacities, in one family or two.

Option k lets mentor[k] serve request[k]. Sizes are those that the tools were first compared at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation import Problem

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEED = 20260101
FIT = 1000
"""The best fit there is; the worst is 0."""
PLAIN_SIZES = {
    "S": (30, 60, 810),
    "M": (120, 400, 12_000),
    "L": (1_000, 5_000, 500_000),
    "XL": (10_000, 50_000, 2_500_000),
}
"""Mentors, requests, options."""
OFFERED, OVERDUE, BEST, SMALL = range(4)
"""The four levels: offered, by priority 1 to 4; overdue; fit; and a last one that hardly differs."""


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """A drawn assignment, as arrays that every tool can be handed."""

    name: str
    request: NDArray[np.int64]
    mentor: NDArray[np.int64]
    worker: NDArray[np.int64]
    """The worker of each request, who introduces at most `visits` people."""
    value: NDArray[np.int64]
    """Always the four levels."""
    places: NDArray[np.int64]
    visits: NDArray[np.int64] | None
    """None where introductions are not counted: the one-family variant."""

    @property
    def requests(self) -> int:
        """How many people asked."""
        return len(self.worker)

    @property
    def options(self) -> int:
        """How many pairs there are."""
        return len(self.request)

    def weighted(self, priority: int) -> NDArray[np.int64]:
        """Return one objective: `priority` times the level of priorities, and fit."""
        return priority * self.value[OFFERED] + self.value[BEST]

    def problem(self, levels: NDArray[np.int64] | None = None) -> Problem:
        """Return it with all four levels, or with other (T, K) values in their place."""
        limit, count = [self.mentor], 1
        at_most = [self.places]
        if self.visits is not None:
            limit.append(len(self.places) + self.worker[self.request])
            at_most.append(self.visits)
            count = 2
        return Problem.from_arrays(
            requests=self.requests,
            request=self.request,
            value=self.value if levels is None else levels,
            limit=np.concatenate(limit),
            option=np.tile(np.arange(self.options), count),
            amount=np.ones(count * self.options, np.int64),
            at_most=np.concatenate(at_most),
        )


def plain(size: str, *, contended: bool = False, visits: bool = False, seed: int = SEED) -> Plain:
    """Draw one. `contended`: all want the same mentors; `visits`: workers introduce only so many people."""
    mentors, requests, options = PLAIN_SIZES[size]
    rng = np.random.default_rng(seed)
    pairs = np.sort(rng.choice(mentors * requests, options, replace=False))
    request, mentor = pairs // mentors, pairs % mentors
    priority, overdue = rng.integers(1, 5, requests), rng.random(requests) < 0.1
    fit = rng.integers(0, FIT + 1, options)
    if contended:
        liked = rng.integers(0, FIT + 1, mentors)
        fit = (9 * liked[mentor] + fit) // 10
    workers = -(-requests // 10)
    return Plain(
        name=f"{size}{' contended' if contended else ''}{' visits' if visits else ''}",
        request=request,
        mentor=mentor,
        worker=np.arange(requests) % workers,
        value=np.stack([priority[request], overdue[request], fit, rng.integers(0, 4, options)]).astype(
            np.int64
        ),
        places=rng.integers(1, 5, mentors),
        visits=rng.integers(2, 8, workers) if visits else None,
    )
