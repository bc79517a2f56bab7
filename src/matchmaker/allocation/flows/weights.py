"""Guesses weights that let one flow stand for several levels; what it finds is judged afterwards.

No answer rests on a weight. If a guess was too small, the prices of some level say so, and that
level is then solved by itself.
"""

from __future__ import annotations

MARGINS = (16, 2)
"""How many options' worth of all later levels one step of a level outweighs."""


def weights_of(spans: list[int], *, largest: int) -> list[int]:
    """Return a weight for each level, 0 for the last ones that find no room below `largest`.

    `spans` are the largest absolute values of the levels.
    """
    for margin in MARGINS:
        weights = stacked(spans, margin=margin)
        if reach(spans, weights) <= largest:
            return weights
    return [*weights_of(spans[:-1], largest=largest), 0] if len(spans) > 1 else [1]


def stacked(spans: list[int], *, margin: int) -> list[int]:
    """Give each level a weight above `margin` times all that comes after it."""
    weights: list[int] = []
    after = 0
    for span in reversed(spans):
        weights.insert(0, 1 + margin * after)
        after += weights[0] * span
    return weights


def reach(spans: list[int], weights: list[int]) -> int:
    """Return how far from 0 one option may come."""
    return sum(span * weight for span, weight in zip(spans, weights, strict=True))
