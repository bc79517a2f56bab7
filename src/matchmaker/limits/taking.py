"""What matches take of every limit, with each limit asked once about what is the same to it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.limits.base import Limit, Part

What: TypeAlias = tuple[str, str]
"""A limit's code, and whose it is."""


class Taking:
    """The limits of one policy in one round; a round has many pairs and few mentors and people."""

    def __init__(self, limits: Sequence[Limit], context: Context) -> None:
        self._context = context
        self._limits = tuple((limit, limit.looks_at, dict[Hashable, Mapping[str, int]]()) for limit in limits)

    def of(self, match: Pair) -> list[tuple[Limit, Mapping[str, int]]]:
        """Return what a match takes of each limit."""
        parts: dict[Part, Hashable] = {
            "mentors": match.mentor_ids,
            "beneficiary": match.beneficiary.id,
            "company": match.company,
            "venues": tuple(venue.code for _, venue in match.venues),
        }
        found = []
        for limit, looks_at, known in self._limits:
            key = tuple([parts[part] for part in looks_at])
            if key not in known:
                known[key] = limit.taken(match, self._context)
            found.append((limit, known[key]))
        return found
