"""The three bands of a suggestion; they come from its state, never from its fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.words import Band, State


def uses_stretch(pair: Pair, context: Context) -> bool:
    """Say whether a must task is a stretch goal of a mentor who would go."""
    return any(
        context.judgements.stretch(mentor, task) for mentor in pair.mentor_ids for task, _ in pair.venues
    )


def band_of(pair: Pair, state: State, *, context: Context) -> Band:
    """Return the words under which a suggestion is shown."""
    if state == "ask first":
        return "Could work if…"
    return "A stretch, with support" if uses_stretch(pair, context) else "Good to try"
