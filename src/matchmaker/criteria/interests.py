"""Interests and hopes outrank the type of lived experience (S1:L132)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Sight, Weight
from matchmaker.domain.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor

_SHARED_LIKES = (0, 25, 40, 50)
_SHARED_HOPES = (0, 20, 30)
_KNOWN_WELL = (0, 10, 15)
_SHARED_DISLIKES = (0, 5)


class Interests(Criterion):
    """Only words that both wrote count, and of two mentors the one who shares more.

    Likes in common earn 25, 40 or 50 for one, two or more; hopes that the mentor shares 20 or 30; what the
    person looks for and the mentor knows well 10 or 15 (S0:L198, S4:L244); what both would rather avoid 5.
    So a long list earns little, and a thing counts once. A task that would be nice counts as a hope.
    """

    code: Literal["interests"] = "interests"
    title: ClassVar[str] = "shared interests and hopes"
    looks_at: ClassVar[frozenset[Sight]] = frozenset()
    weight: Weight = 40

    def sentence(self) -> str:
        """Say the criterion."""
        return (
            "What both enjoy, what the person hopes for and the mentor enjoys or knows well, and what both "
            f"would rather avoid count for {self.weight} of 100."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Count what the person shares with the mentor, or with the better of two."""
        return max(self._with(mentor, pair.beneficiary, context) for mentor in pair.mentors)

    def _with(self, mentor: Mentor, person: Beneficiary, context: Context) -> Points:
        likes = _shared(context.words(person.likes), context.words(mentor.likes))
        avoid = _shared(context.words(person.dislikes), context.words(mentor.dislikes))
        wishes, with_pleasure = context.wishes(person), context.words((*mentor.hopes, *mentor.likes))
        enjoys = [wish.said for wish in wishes.hopes if wish.among(with_pleasure)]
        well = context.words((*mentor.skills, *mentor.services_known))
        known = [w.said for w in wishes.everything if w.among(well) and w.said not in enjoys]
        parts = (
            (_SHARED_LIKES, likes, "both like {}"),
            (_SHARED_HOPES, enjoys, f"{person.id} hopes for {{}}, which {mentor.id} enjoys too"),
            (_KNOWN_WELL, known, f"{person.id} would like help with {{}}, which {mentor.id} knows well"),
            (_SHARED_DISLIKES, avoid, "both would rather avoid {}"),
        )
        points = sum(table[min(len(found), len(table) - 1)] for table, found, _ in parts)
        reasons = [because.replace("{}", listed(found)) for _, found, because in parts if found]
        return Points(points, "; ".join(reasons) or "nothing in common is known yet")


def _shared(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return [word for form, word in one.items() if form in other]
