"""A suggested match as the pair it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.domain.arrangement import Pair

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import ProposedMatch


def pair_of(match: ProposedMatch, context: Context) -> Pair:
    """Return the pair; `identity` has seen that everybody and every place is known."""
    return Pair(
        tuple(context.mentors[mentor] for mentor in match.mentors),
        context.beneficiaries[match.beneficiary],
        match.company,
        tuple((meeting.task, context.venue[meeting.venue]) for meeting in match.arrangements),
    )
