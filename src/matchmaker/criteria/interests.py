"""Interests and hopes outrank the type of lived experience (S1:L132)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Weight
from matchmaker.domain.fields import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor

_SHARED_LIKES = (0, 30, 50, 60)
_SHARED_HOPES = (0, 25, 40)


class Interests(Criterion):
    """What both enjoy, and what the person hopes for that the mentor enjoys or hopes for too.

    A third shared interest adds less than the first, so that a long list earns little.
    """

    code: Literal["interests"] = "interests"
    title: ClassVar[str] = "shared interests and hopes"
    weight: Weight = 40

    def sentence(self) -> str:
        """Say the criterion."""
        return f"Shared interests and hopes count for {self.weight} of 100."

    def score(self, pair: Pair, context: Context) -> Points:
        """Count what the person shares with the mentor, or with the better of two."""
        return max(self._with(mentor, pair.beneficiary) for mentor in pair.mentors)

    def _with(self, mentor: Mentor, person: Beneficiary) -> Points:
        likes = _shared(person.likes, mentor.likes)
        hopes = _shared(person.hopes, (*mentor.hopes, *mentor.likes))
        points = _SHARED_LIKES[min(len(likes), 3)] + _SHARED_HOPES[min(len(hopes), 2)]
        reasons = [f"both like {_listed(likes)}"] if likes else []
        reasons += [f"{person.id} hopes for {_listed(hopes)}, which {mentor.id} enjoys too"] if hopes else []
        return Points(points, "; ".join(reasons) or "nothing in common is known yet")


def _shared(wanted: Iterable[str], offered: Iterable[str]) -> list[str]:
    there = set(map(folded, offered))
    return sorted({word for word in wanted if folded(word) in there}, key=folded)


def _listed(words: list[str]) -> str:
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]
