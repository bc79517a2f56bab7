"""The venues of a round: the places that the programme lists, and the kinds of which none is listed."""

from __future__ import annotations

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import Vocabulary


def venues_of(round_: Round, vocabulary: Vocabulary) -> tuple[Venue, ...]:
    """Return every listed place, and every kind of which none is listed."""
    kinds = vocabulary.kinds
    listed = {place.kind for place in round_.places}
    places = [
        Venue(
            place.id, place.kind, place.label,
            kinds[place.kind].public if place.public is None else place.public,
            kinds[place.kind].staffed if place.staffed is None else place.staffed,
            place.area, listed=True, bars_former_users=place.bars_former_users,
        )
        for place in round_.places
    ]  # fmt: skip
    unlisted = [
        Venue(k.code, k.code, k.label, k.public, k.staffed, elsewhere=k.elsewhere)
        for k in kinds.values()
        if k.code not in listed
    ]
    return (*places, *unlisted)
