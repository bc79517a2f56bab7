"""What the absolute rules have against a match under way; whatever was agreed, they still hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.limits.base import as_pair
from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.rows import Match
    from matchmaker.policy.policy import Policy

_ANYTHING = ("coffee_walk",)
"""Where nobody wrote down what they do: who must not meet at all must not meet for this either."""


def closing_at(match: Match, policy: Policy, *, context: Context) -> tuple[frozenset[str], ...]:
    """Return the codes of the absolute rules that close a match, for each place where it may meet."""
    pair = as_pair(match, context)
    absolute = [rule for rule in policy.rules if rule.strength == "absolute"]
    return tuple(
        frozenset(
            found.code
            for task in match.tasks or pair.beneficiary.wants_to_do or _ANYTHING
            for found in objections(
                absolute, pair.mentors, beneficiary=pair.beneficiary,
                where=(task, pair.company, venue), context=context,
            )
            if found.closes
        )
        for venue in _where(match, context)
    )  # fmt: skip


def _where(match: Match, context: Context) -> Sequence[Venue]:
    """Return where they may meet as far as an absolute rule looks at it, which is only in a group."""
    hosted = [g for g in context.round.groups if g.host == match.mentor and match.group in (None, g.id)]
    venues = [context.venue[group.place] for group in hosted] if match.company == "group" else []
    return venues or context.venues[:1]
