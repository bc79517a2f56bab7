"""Two mentors who go together do so for as many people as they agreed to (S0:L124)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class Teams(Limit):
    """A place of the team; each mentor's own places and hours are limits of their own."""

    code: Literal["teams"] = "teams"
    title: ClassVar[str] = "people that two mentors go to see together"
    whose: ClassVar[Whose] = "team"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "company"})

    def sentence(self) -> str:
        """Say the limit."""
        return "Two mentors who go together see no more people so than they agreed to."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        team = context.teams.get(frozenset(match.mentor_ids)) if match.company == "paired" else None
        return {team.id: 1} if team else {}

    def room(self, context: Context) -> dict[str, int]:
        return {team.id: team.people_at_once for team in context.round.teams}
