"""Some places are not for everybody; other places stay open (S0:L214, S2:L190)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import folded
from matchmaker.domain.questions import where_is
from matchmaker.domain.reasons import Seen
from matchmaker.domain.vocabulary import REMOTE
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class VenueAccess(Rule):
    """A restriction names a place, never a person."""

    code: Literal["venue-access"] = "venue-access"
    title: ClassVar[str] = "places that are not open to somebody"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "venue"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "Nobody is sent to a place, area or kind of place they avoid or may not use; other "
            "places stay open."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close a venue that either of them avoids, or that bars those once supported there."""
        venue = arrangement.venue
        if venue.bars_former_users and venue.code in mentor.provider_history:
            return self.closed(
                f"{venue.heading} is not open to {mentor.id} at present.",
                remedy="Meet at another place.",
            )
        rows = [row for who in (mentor.id, beneficiary.id) for row in context.protection.avoids(who)]
        if any(venue.code == row.place or venue.kind == row.kind for row in rows):
            return self.closed(f"{venue.heading} does not suit.", remedy="Meet at another place.")
        areas = {folded(row.area) for row in rows if row.area}
        if not areas or venue.kind == REMOTE:
            return None
        area = None if venue.elsewhere and not venue.listed else venue.area_for(beneficiary)
        if area is None:
            why = f"We do not know in which area {venue.label} would be."
            return self.asks(why, where_is(venue, beneficiary))
        if folded(area) in areas:
            return self.closed(f"{venue.heading} does not suit.", remedy="Meet in another area.")
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say that the place suits; not whose it is to avoid what."""
        return Seen(f"{arrangement.venue.heading} suits both of them.", noted=False)

    def mentor_key(self, mentor: Mentor, context: Context) -> Hashable:
        return mentor.provider_history, _places(mentor.id, context)

    def beneficiary_key(self, beneficiary: Beneficiary, context: Context) -> Hashable:
        return beneficiary.area, _places(beneficiary.id, context)


def _places(who: str, context: Context) -> tuple[tuple[str | None, ...], ...]:
    return tuple((row.place, row.kind, row.area) for row in context.protection.avoids(who))
