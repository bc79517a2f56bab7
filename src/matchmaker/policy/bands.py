"""The three bands of a suggestion; they come from its state, never from its fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.policy.judgement import open_pair
from matchmaker.policy.waivers import waivers_used

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.words import Band, Company, State
    from matchmaker.policy.policy import Policy


def band_of(pair: Pair, state: State, *, policy: Policy, context: Context) -> Band:
    """Return the words under which a suggestion is shown; one that rests on a waiver is never good to try."""
    if state == "ask first" or waivers_used(pair, policy.rules_on, context=context):
        return "Could work if…"
    return _band_when_ready(pair.mentor_ids, pair.beneficiary, context)


def band_of_way(
    mentors: Iterable[str], person: str, *, company: Company, state: State, policy: Policy, context: Context
) -> Band:
    """Return the same of a way without its places; only a waiver makes it necessary to look for them."""
    if state == "ask first":
        return "Could work if…"
    asks, party = context.beneficiaries[person], tuple(context.mentors[mentor] for mentor in mentors)
    if context.decided.waivers:
        found = open_pair(party, asks, company=company, policy=policy, context=context)
        if found is not None:
            return band_of(found[0], state, policy=policy, context=context)
    return _band_when_ready([mentor.id for mentor in party], asks, context)


def _band_when_ready(mentors: Iterable[str], person: Beneficiary, context: Context) -> Band:
    """Say whether one of them would grow into something that the person wants to do."""
    stretch = any(
        context.judgements.stretch(mentor, task) for mentor in mentors for task in person.wants_to_do
    )
    return "A stretch, with support" if stretch else "Good to try"
