"""Groups that a mentor hosts: which, where, when somebody could come, and who else may be there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.habits import Habits
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.protection import Protection
from matchmaker.domain.round import Round
from matchmaker.domain.rows import Group
from matchmaker.domain.windows import Window, all_within, merged, moment_windows, overlap, without
from matchmaker.domain.words import MAY_COME_BACK

_WANTS = ("yes", "would_like_to_hear_more")


@dataclass(frozen=True)
class Groups:
    """The groups of a round, by host and place."""

    round: Round
    protection: Protection
    habits: Habits

    def at(self, host: str, place: str) -> Sequence[Group]:
        """Return the groups that somebody hosts at a place."""
        return self._hosted.get((host, place), ())

    def places(self, host: str) -> frozenset[str]:
        """Return the places where somebody hosts a group."""
        return frozenset(place for who, place in self._hosted if who == host)

    @cached_property
    def _hosted(self) -> dict[tuple[str, str], list[Group]]:
        rows: dict[tuple[str, str], list[Group]] = defaultdict(list)
        for group in self.round.groups:
            rows[group.host, group.place].append(group)
        return dict(rows)

    def suits(self, host: Mentor, person: Beneficiary, *, group: Group) -> tuple[Window, ...]:
        """Return when the person could be at a group with its host; nothing when it does not suit.

        Long enough is as long as their meetings last, or as the group itself does if that is shorter.
        The host is there anyway, so what counts is the slot, not their other free times.
        """
        return self._suiting(group, host, person, within=None)

    def reachable(self, host: Mentor, person: Beneficiary, *, group: Group) -> tuple[Window, ...]:
        """Return when that is while a worker can be rung."""
        return self._suiting(group, host, person, within=merged(self.round.programme.staff_reachable or ()))

    def open_to(self, host: Mentor, person: Beneficiary, *, venue: Venue) -> tuple[Group, ...]:
        """Return the groups at a venue that somebody could join; without staff there, one can be rung."""
        when = self.suits if venue.staffed else self.reachable
        return tuple(group for group in self.at(host.id, venue.code) if when(host, person, group=group))

    def times(self, host: Mentor, person: Beneficiary, *, venue: Venue) -> tuple[Window, ...]:
        """Return the weekly times at which they could meet in those groups."""
        when = self.suits if venue.staffed else self.reachable
        groups = self.open_to(host, person, venue=venue)
        return merged(window for group in groups for window in when(host, person, group=group))

    def _suiting(
        self, group: Group, host: Mentor, person: Beneficiary, *, within: Sequence[Window] | None
    ) -> tuple[Window, ...]:
        avoided = [time for who in (host, person) for time in self.protection.avoided_times(who.id)]
        there = without((group.slot,), [*host.protected_time, *avoided])
        there = there if within is None else overlap(there, within)
        times = there if person.free is None else overlap(there, person.free)
        lasts = min(self.habits.session(person), group.slot.minutes)
        if person.needed_on is not None and not all_within(moment_windows(person.needed_on, lasts), there):
            return ()
        return tuple(window for window in times if window.minutes >= lasts)

    def may_be_there(self, host: str, place: str) -> frozenset[str]:
        """Return who else may be there when this host's groups meet at a place.

        Those who host a group there then, come to one, or would like to come to a group. Two that touch
        are one for this: people meet at the door.
        """
        return self._there.get((host, place), frozenset())

    @cached_property
    def _there(self) -> dict[tuple[str, str], frozenset[str]]:
        wish = {p.id for p in self.round.beneficiaries if p.together == "group" and p.wants in _WANTS}
        return {
            (host, place): frozenset(wish.union(*(self._in(each) for each in self._beside(groups))))
            for (host, place), groups in self._hosted.items()
        }

    def _beside(self, groups: Sequence[Group]) -> list[Group]:
        """Return the groups that meet at the place of these while one of them does, themselves included."""
        return [
            other
            for other in self.round.groups
            if any(other.place == group.place and _touch(other.slot, group.slot) for group in groups)
        ]

    def _in(self, group: Group) -> set[str]:
        """Return the host and those who come, or may come back any week.

        Who comes to a group not named may be in any of the host's, and so may somebody of whom it is not
        written down how they meet.
        """
        coming = (
            match.beneficiary
            for match in self.round.matches
            if match.under_way or match.state in MAY_COME_BACK
            if match.company == "group" or (match.company is None and match.second_mentor is None)
            if match.mentor == group.host and match.group in (None, group.id)
        )
        return {group.host, *coming}

    @cached_property
    def bundles(self) -> dict[str, tuple[Group, ...]]:
        """Return every set of groups that one mentor hosts at one place, named by the host and their ids.

        Places are enough for everybody exactly when they are in each such set, for those who can go
        nowhere else (Hall's theorem); with one group at a place, that is its own places.
        """
        mentors = {mentor.id for mentor in self.round.mentors}
        return {
            f"{host} {'+'.join(group.id for group in chosen)}": chosen
            for (host, _), groups in self._hosted.items()
            if host in mentors
            for size in range(1, len(groups) + 1)
            for chosen in combinations(groups, size)
        }


def _touch(one: Window, other: Window) -> bool:
    return one.day == other.day and one.start <= other.end and other.start <= one.end
