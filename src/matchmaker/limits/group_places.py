"""One mentor slot serves everyone in a group, as far as its places go (S0:L122)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.limits.base import Limit, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class GroupPlaces(Limit):
    """A match takes a place in one of the groups that suit it; see `Groups.bundles` for two at one place."""

    code: Literal["group-places"] = "group-places"
    title: ClassVar[str] = "places in the groups that a mentor hosts"
    whose: ClassVar[Whose] = "mentor"

    def sentence(self) -> str:
        """Say the limit."""
        return "No more people join a group than it has places for; those who come already count."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        """Take one place in every set of groups beyond which this person has none to go to.

        Of a match under way whose group is not written down, one place in each group of its mentor.
        """
        if match.company != "group":
            return {}
        bundles, host = context.groups.bundles, match.mentors[0]
        if match.group is None and not match.venues:
            return {name: len(groups) for name, groups in bundles.items() if groups[0].host == host.id}
        suiting = {match.group} if match.group else self._suiting(match, context)
        sets = {name: {group.id for group in groups} for name, groups in bundles.items()}
        return {name: 1 for name, ids in sets.items() if suiting and suiting <= ids}

    @staticmethod
    def _suiting(match: Pair, context: Context) -> set[str | None]:
        """Return the groups they could join there; with the rule about times switched off, any there."""
        host, (_, venue) = match.mentors[0], match.venues[0]
        groups = context.groups.open_to(host, match.beneficiary, venue=venue)
        return {group.id for group in groups or context.groups.at(host.id, venue.code)}

    def left(self, context: Context) -> dict[str, int]:
        """Return what each group has left, and so each set; a group that is too full takes from no other."""
        each, bundles = super().left(context), context.groups.bundles
        return {
            name: sum(each[f"{group.host} {group.id}"] for group in groups)
            for name, groups in bundles.items()
        }

    def room(self, context: Context) -> dict[str, int]:
        bundles = context.groups.bundles
        return {name: sum(group.places for group in groups) for name, groups in bundles.items()}
