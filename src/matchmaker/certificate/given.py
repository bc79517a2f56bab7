"""What is judged: the numbers of a problem, and the prices that are to prove a plan. Plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Ints: TypeAlias = Sequence[int]


@dataclass(frozen=True, slots=True)
class Given:
    """A problem as it was given to the solver, in Python's own integers: no total can overflow.

    Option o would serve `request[o]` and is worth `value[k][o]` at level k; level 0 matters most.
    Triple u says that `option[u]` counts towards `limit[u]` by `amount[u]`.
    """

    requests: int
    request: Ints
    value: Sequence[Ints]
    limit: Ints
    option: Ints
    amount: Ints
    at_most: Ints
    at_least: Ints
    key: Ints


@dataclass(frozen=True, slots=True)
class Certificate:
    """What proves a plan: for whom it speaks, and at each level a price for every limit.

    There may be fewer rows of prices than levels: then it speaks of the first levels only. The two
    levels behind the given ones break ties.
    """

    covered: Ints
    prices: Sequence[Ints]
