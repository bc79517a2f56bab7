"""How many people a mentor meets at the same time (S4:L186)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class PeopleAtOnce(Limit):
    """Every match but one in a group takes a place of each of its mentors, those under way included."""

    code: Literal["people-at-once"] = "people-at-once"
    title: ClassVar[str] = "people a mentor meets at the same time"
    whose: ClassVar[Whose] = "mentor"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "company"})

    def sentence(self) -> str:
        """Say the limit."""
        return "No mentor meets more people at the same time than they agreed to."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        return {} if match.company == "group" else dict.fromkeys(match.mentor_ids, 1)

    def room(self, context: Context) -> dict[str, int]:
        return {mentor.id: mentor.people_at_once for mentor in context.round.mentors}
