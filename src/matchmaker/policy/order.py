"""The order of priorities over one round, as the levels that a solver goes through one by one.

Most priorities are one level. Two are several: no single number of a bounded size could say them
without rounding. Their levels are told as one number, in which an earlier level outweighs all later ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from math import prod
from typing import TYPE_CHECKING, Protocol

from matchmaker.policy.priorities import PLAIN, days_waited, net_fit

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.policy.priorities import Figures, PriorityName, Suggestion

BAND = 1_000
"""The step in which the worst introductions are lifted: a tenth of what a fit can be."""
BANDS = 9
LARGEST = 2**20
"""No value of a level is larger, so that every solver can calculate with it exactly."""


class Order:
    """What a suggestion is worth at every level, and the levels' totals as one number a priority."""

    def __init__(self, policy: Figures, context: Context) -> None:
        """Look at everybody who asked: the waiting order depends on all of them."""
        self._names = tuple(policy.priorities)
        self._steps = tuple(_step(name, policy, context) for name in policy.priorities)

    @property
    def levels(self) -> int:
        """How many levels there are."""
        return sum(len(step.bases) for step in self._steps)

    @property
    def names(self) -> tuple[str, ...]:
        """What each level is called: after its priority, numbered where that has several."""
        return tuple(
            name if len(step.bases) == 1 else f"{name} {level} of {len(step.bases)}"
            for name, step in zip(self._names, self._steps, strict=True)
            for level in range(1, len(step.bases) + 1)
        )

    def whole(self, levels: int) -> int:
        """Return how many priorities have all their levels among the first so many."""
        ends = accumulate(len(step.bases) for step in self._steps)
        return sum(end <= levels for end in ends)

    def worth(self, suggestion: Suggestion) -> tuple[int, ...]:
        """Return what this suggestion adds to each level."""
        return tuple(value for step in self._steps for value in step.worth(suggestion))

    def told(self, totals: Sequence[int]) -> tuple[int, ...]:
        """Return the totals (or bounds) of all levels as one number a priority."""
        rest = iter(totals)
        return tuple(_as_one(list(islice(rest, len(step.bases))), step.bases) for step in self._steps)


def _as_one(totals: Sequence[int], bases: Sequence[int]) -> int:
    """Return digits as a number: each level's total is below its base; a level by itself is itself."""
    number = 0
    for total, base in zip(totals, bases, strict=True):
        number = number * base + total
    return number


class _Step(Protocol):
    @property
    def bases(self) -> tuple[int, ...]:
        """A number for each level that its total never reaches."""

    def worth(self, suggestion: Suggestion) -> tuple[int, ...]:
        """Return what a suggestion adds to each level."""


def _step(name: PriorityName, policy: Figures, context: Context) -> _Step:
    if name == "lift_worst":
        return _LiftWorst(policy, context)
    if name == "waiting_order":
        return _WaitingOrder(context, _places(context))
    return _Plain(name, policy, context)


@dataclass(frozen=True, slots=True)
class _Plain:
    name: PriorityName
    policy: Figures
    context: Context

    @property
    def bases(self) -> tuple[int, ...]:
        return (0,)  # one level stands for itself: nothing comes before it

    def worth(self, suggestion: Suggestion) -> tuple[int, ...]:
        return (PLAIN[self.name](suggestion, self.policy, self.context),)


@dataclass(frozen=True, slots=True)
class _LiftWorst:
    """At each level the introductions that reach one band more: as few as can be stay at the bottom."""

    policy: Figures
    context: Context

    @property
    def bases(self) -> tuple[int, ...]:
        return (len(self.context.requests) + 1,) * BANDS

    def worth(self, suggestion: Suggestion) -> tuple[int, ...]:
        fit = net_fit(suggestion, policy=self.policy, context=self.context)
        return tuple(int(fit >= BAND * band) for band in range(1, BANDS + 1))


@dataclass(frozen=True, slots=True)
class _WaitingOrder:
    """Those who asked on one day are one rank, and one of a rank outweighs everybody who asked later."""

    context: Context
    places: _Places

    @property
    def bases(self) -> tuple[int, ...]:
        return self.places.bases

    def worth(self, suggestion: Suggestion) -> tuple[int, ...]:
        days = days_waited(suggestion.pair.beneficiary, self.context)
        level, weight = self.places.of.get(days, (0, 0))
        return tuple(weight if place == level else 0 for place in range(len(self.bases)))


@dataclass(frozen=True, slots=True)
class _Places:
    """For each number of days waited its level and its weight there."""

    of: Mapping[int, tuple[int, int]]
    bases: tuple[int, ...]


def _places(context: Context) -> _Places:
    """Weigh ranks as digits: with 2 people behind, one place further up is worth 3.

    Ranks share a level until the next would make a weight larger than `LARGEST`.
    """
    sizes = Counter(days_waited(person, context) for person in context.requests)
    found: dict[int, tuple[int, int]] = {}
    bases: list[int] = []
    for level, ranks in enumerate(_shared(sorted(sizes.items(), reverse=True))):
        for place, (days, _) in enumerate(ranks):
            found[days] = level, prod(size + 1 for _, size in ranks[place + 1 :])
        bases.append(prod(size + 1 for _, size in ranks))
    return _Places(found, tuple(bases) or (1,))


def _shared(ranks: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    level: list[tuple[int, int]] = []
    for rank in ranks:
        if level and prod(size + 1 for _, size in (*level, rank)) > LARGEST:
            yield level
            level = []
        level.append(rank)
    if level:
        yield level
