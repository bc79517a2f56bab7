"""Guesses weights that let one flow stand for several levels; what it finds is judged afterwards.

No answer rests on a weight. If a guess was too small, the prices of some level say so, and that
level is then solved by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints

MARGINS = (16, 2)
"""How many options' worth of all later levels one step of a level outweighs."""


def spans_of(values: Ints) -> Ints:
    """Return the largest absolute value of each level, without a copy of them all."""
    return np.asarray(np.maximum(values.max(axis=1, initial=0), -values.min(axis=1, initial=0)))


def weights_of(spans: list[int], *, largest: int) -> list[int]:
    """Return a weight for each level, 0 for the last ones that find no room below `largest`.

    `spans` are the largest absolute values of the levels. As many levels as can be get a weight; then
    the margin is as wide as can be.
    """
    count = max(1, *(fitting(spans, margin=margin, largest=largest) for margin in MARGINS))
    first = spans[:count]
    wide = (margin for margin in MARGINS if fitting(first, margin=margin, largest=largest) == count)
    return [*stacked(first, margin=next(wide, 0)), *[0] * (len(spans) - count)]


def fitting(spans: list[int], *, margin: int, largest: int) -> int:
    """Return how many levels, from the first, can be stacked so that no option comes beyond `largest`.

    What the stack of levels reaches, times the margin, plus 1 is the product of 1 + margin × span:
    spans 3 and 5 with margin 2 get the weights 11 and 1 and reach 38, and 2 × 38 + 1 = 7 × 11.
    """
    product = 1
    for count, span in enumerate(spans):
        product *= 1 + margin * span
        if product > 1 + margin * largest:
            return count
    return len(spans)


def stacked(spans: list[int], *, margin: int) -> list[int]:
    """Give each level a weight above `margin` times all that comes after it."""
    weights: list[int] = []
    after = 0
    for span in reversed(spans):
        weights.insert(0, 1 + margin * after)
        after += weights[0] * span
    return weights
