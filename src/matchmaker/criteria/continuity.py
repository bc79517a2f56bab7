"""Pairs that found each other last; two people who met need not start again with a stranger (S1:L134)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Sight, Weight
from matchmaker.domain.words import listed

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class Continuity(Criterion):
    """100 if they have met through us, at a group too, and nothing between the two was a reason to stop.

    A match that ended as not the right fit, over beliefs, because they knew each other or because
    meetings did not get going earns nothing, and nothing is said of it. One of two mentors is enough.
    """

    code: Literal["continuity"] = "continuity"
    title: ClassVar[str] = "people who have met"
    looks_at: ClassVar[frozenset[Sight]] = frozenset()
    weight: Weight = 5

    def sentence(self) -> str:
        """Say the criterion."""
        return (
            "That two people have met, and nothing between them was a reason to stop, counts for "
            f"{self.weight} of 100."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Say who has met this person before."""
        person = pair.beneficiary.id
        met = [
            mentor
            for mentor in sorted(pair.mentor_ids)
            if context.history.have_met(mentor, person) and not context.history.parted(mentor, person)
        ]
        return Points(100, f"{person} has met {listed(met)} before") if met else Points(0, "")
