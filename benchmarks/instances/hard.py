"""Drawn problems that are no flow: hours budgets, limits that cross, teams; all 120 × 400, 12,000 options.

How tight they are was chosen so that HiGHS and CP-SAT find (b), (c) and (d) about as hard as they found
those that the aims of the project were set by. The tight ones are harder than anybody promised.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.instances.instance import Instance
from benchmarks.instances.plain import FIT, SEED
from matchmaker.allocation import Problem

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

MENTORS, REQUESTS, OPTIONS = 120, 400, 12_000
WORKERS, VENUES = 20, 25


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Limits of one kind: option `option[i]` uses `amount[i]` of limit `which[i]`, which has `room`."""

    option: NDArray[np.int64]
    which: NDArray[np.int64]
    amount: NDArray[np.int64]
    room: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Pairs of request and mentor, and the source of chance for all else."""

    request: NDArray[np.int64]
    mentor: NDArray[np.int64]
    rng: Generator

    @classmethod
    def pairs(cls, seed: int) -> Drawn:
        """Draw the pairs that may meet."""
        rng = np.random.default_rng(seed)
        pairs = np.sort(rng.choice(MENTORS * REQUESTS, OPTIONS, replace=False))
        return cls(pairs // MENTORS, pairs % MENTORS, rng)

    def unit(self, which: NDArray[np.int64], room: NDArray[np.int64]) -> Family:
        """Return limits that every option counts towards once."""
        return Family(np.arange(OPTIONS), which, np.ones_like(which), room)

    def minutes(self, least: int, most: int) -> Family:
        """Return the mentors' minutes a week, in tens; what a match takes, 60 to 240, depends on both."""
        amount = self.rng.integers(6, 25, OPTIONS) * 10
        room = self.rng.integers(least, most, MENTORS) * 10
        return Family(np.arange(OPTIONS), self.mentor, amount, room)


def hours(levels: int = 1, *, seed: int = SEED) -> Instance:
    """M(b): each mentor has an hours budget, and each match takes its own time; all can just be served."""
    drawn = Drawn.pairs(seed)
    return _instance("M(b) hours", drawn, [drawn.minutes(28, 65)], levels=levels)


def tight_hours(levels: int = 1, *, seed: int = SEED) -> Instance:
    """The same with two thirds of the time: a mentor has room for two or three."""
    drawn = Drawn.pairs(seed)
    return _instance("M(b) tight hours", drawn, [drawn.minutes(18, 49)], levels=levels)


def crossing(levels: int = 1, *, seed: int = SEED) -> Instance:
    """M(c): hours, and unit limits that no two families hold: mentors, workers, venue and day."""
    drawn = Drawn.pairs(seed)
    minutes, rng = drawn.minutes(18, 49), drawn.rng
    worker = rng.integers(0, WORKERS, REQUESTS)
    limits = [
        minutes,
        drawn.unit(drawn.mentor, rng.integers(1, 5, MENTORS)),
        drawn.unit(worker[drawn.request], rng.integers(8, 15, WORKERS)),
        drawn.unit(rng.integers(0, VENUES, OPTIONS), rng.integers(5, 12, VENUES)),
    ]
    return _instance("M(c) crossing", drawn, limits, levels=levels)


def teams(levels: int = 1, *, share: float = 0.1, seed: int = SEED) -> Instance:
    """M(d): a tenth of those who asked need two mentors at once; each mentor has so many places."""
    drawn = Drawn.pairs(seed)
    rng = drawn.rng
    second = (drawn.mentor + rng.integers(1, MENTORS, OPTIONS)) % MENTORS
    places = rng.integers(1, 5, MENTORS)
    team = (rng.random(REQUESTS) < share)[drawn.request]
    option = np.concatenate([np.arange(OPTIONS), np.flatnonzero(team)])
    which = np.concatenate([drawn.mentor, second[team]])
    places_of = Family(option, which, np.ones_like(option), places)
    return _instance(f"M(d) teams for {share:.0%}", drawn, [places_of], levels=levels)


HARD: dict[str, Callable[[int], Instance]] = {
    "b": hours,
    "c": crossing,
    "d": teams,
    "tight-b": tight_hours,
    "tight-d": partial(teams, share=1.0),
}
"""By the letters of the aims; the tight ones have none."""


def _instance(name: str, drawn: Drawn, limits: Sequence[Family], *, levels: int) -> Instance:
    """Value is fit alone, or three levels: offered by priority, overdue, fit."""
    rng = drawn.rng
    priority, overdue = rng.integers(1, 5, REQUESTS), rng.random(REQUESTS) < 0.1
    fit = rng.integers(0, FIT + 1, OPTIONS)
    rows = [priority[drawn.request], overdue[drawn.request], fit] if levels == 3 else [fit]
    room = [family.room for family in limits]
    first = np.cumsum([0, *map(len, room)])
    return Instance(
        f"{name}, {levels} level{'s' if levels > 1 else ''}",
        Problem.from_arrays(
            requests=REQUESTS,
            request=drawn.request,
            value=np.stack(rows).astype(np.int64),
            limit=np.concatenate([at + family.which for at, family in zip(first, limits, strict=False)]),
            option=np.concatenate([family.option for family in limits]),
            amount=np.concatenate([family.amount for family in limits]),
            at_most=np.concatenate(room),
        ),
    )
