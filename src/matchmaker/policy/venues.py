"""Which of several open venues a meeting is suggested for; published, so that anyone can recompute it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor

_FAR = 10**6


def best_venue(
    open_venues: Iterable[Venue], party: Sequence[Mentor], *, beneficiary: Beneficiary, context: Context
) -> Venue:
    """Return a place they like, then a staffed or public one, then the nearest, then the first by its code.

    Nearest is judged for whoever travels furthest.
    """
    liked = set(beneficiary.meet_where)

    def order(venue: Venue) -> tuple[bool, bool, int, str]:
        ways = [context.journeys.minutes(mentor, beneficiary, venue=venue) for mentor in party]
        return (
            not liked & {venue.code, venue.kind},
            not venue.sheltered,
            max(_FAR if way is None else way for way in ways),
            venue.code,
        )

    return min(open_venues, key=order)
