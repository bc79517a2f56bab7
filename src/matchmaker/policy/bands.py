"""The three bands of a suggestion; they come from its state, never from its fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.policy.waivers import waivers_used

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.words import Band, State
    from matchmaker.policy.policy import Policy


def uses_stretch(pair: Pair, context: Context) -> bool:
    """Say whether a must task is a stretch goal of a mentor who would go."""
    return is_a_stretch(pair.mentor_ids, pair.beneficiary, context=context)


def is_a_stretch(mentors: Iterable[str], person: Beneficiary, *, context: Context) -> bool:
    """Say whether one of these mentors would grow into something that a person wants to do."""
    return any(context.judgements.stretch(mentor, task) for mentor in mentors for task in person.wants_to_do)


def band_of(pair: Pair, state: State, *, policy: Policy, context: Context) -> Band:
    """Return the words under which a suggestion is shown; one that rests on a waiver is never good to try."""
    if state == "ask first" or waivers_used(pair, policy.rules_on, context=context):
        return "Could work if…"
    return "A stretch, with support" if uses_stretch(pair, context) else "Good to try"
