"""Drawn problems that are no flow: hours budgets, limits that cross, teams; all 120 × 400, 12,000 options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
        """Return limits that options count towards once; a second `which` starts at option 0 again."""
        return Family(np.arange(len(which)) % OPTIONS, which, np.ones_like(which), room)

    def minutes(self) -> Family:
        """Return the mentors' minutes a week; what a match takes depends on both."""
        amount = self.rng.integers(6, 25, OPTIONS) * 10
        return Family(np.arange(OPTIONS), self.mentor, amount, self.rng.integers(18, 49, MENTORS) * 10)


def hours(levels: int = 1, *, seed: int = SEED) -> Instance:
    """M(b): each mentor has an hours budget, and each match takes its own time."""
    drawn = Drawn.pairs(seed)
    return _instance("M(b) hours", drawn, [drawn.minutes()], levels=levels)


def crossing(levels: int = 1, *, seed: int = SEED) -> Instance:
    """M(c): hours, and unit limits that no two families hold: mentors, workers, venue and day."""
    drawn = Drawn.pairs(seed)
    rng = drawn.rng
    worker = rng.integers(0, WORKERS, REQUESTS)
    limits = [
        drawn.minutes(),
        drawn.unit(drawn.mentor, rng.integers(1, 5, MENTORS)),
        drawn.unit(worker[drawn.request], rng.integers(8, 15, WORKERS)),
        drawn.unit(rng.integers(0, VENUES, OPTIONS), rng.integers(5, 12, VENUES)),
    ]
    return _instance("M(c) crossing", drawn, limits, levels=levels)


def teams(levels: int = 1, *, seed: int = SEED) -> Instance:
    """M(d): two mentors for each request, each of whom has so many places."""
    drawn = Drawn.pairs(seed)
    rng = drawn.rng
    second = (drawn.mentor + rng.integers(1, MENTORS, OPTIONS)) % MENTORS
    places = rng.integers(1, 5, MENTORS)
    both = drawn.unit(np.concatenate([drawn.mentor, second]), places)
    return _instance("M(d) teams", drawn, [both], levels=levels)


HARD: dict[str, Callable[..., Instance]] = {"b": hours, "c": crossing, "d": teams}


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
