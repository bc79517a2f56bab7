"""When people could meet: the weekly times that all of a pair have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.groups import Groups
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.protection import Protection
from matchmaker.domain.round import Round
from matchmaker.domain.windows import Window, overlap, times_in_common


@dataclass(frozen=True)
class Availability:
    """The free times of a round, less those that somebody avoids or keeps for themselves."""

    round: Round
    protection: Protection
    groups: Groups

    def common(
        self, mentors: Sequence[Mentor], beneficiary: Beneficiary, *, joint: bool
    ) -> tuple[Window, ...] | None:
        """Return the weekly times all of them have; None when no mentor's are known.

        A person's blank times are still to be agreed, so they limit nothing; nor do a worker's.
        """
        key = (*(mentor.id for mentor in mentors), beneficiary.id, str(joint))
        if key not in self._common:
            worker = self._navigators.get(beneficiary.navigator) if joint else None
            free = [mentor.free for mentor in mentors]
            taken = [time for mentor in mentors for time in mentor.protected_time]
            taken += [
                time for who in (*mentors, beneficiary) for time in self.protection.avoided_times(who.id)
            ]
            others = (beneficiary.free, worker.free if worker else None)
            self._common[key] = times_in_common(free, taken, others=others)
        return self._common[key]

    def of(self, pair: Pair) -> tuple[Window, ...]:
        """Return the weekly times that all of this pair have; in a group, those of the group."""
        if pair.company == "group":
            venues = [venue for _, venue in pair.venues[:1]]
            host, person = pair.mentors[0], pair.beneficiary
            return tuple(time for v in venues for time in self.groups.times(host, person, venue=v))
        return self.common(pair.mentors, pair.beneficiary, joint=pair.company == "joint") or ()

    def when_to_meet(self, pair: Pair) -> tuple[Window, ...]:
        """Return the weekly times at which this pair could meet; alone, only while a worker can be rung."""
        times, reachable = self.of(pair), self.round.programme.staff_reachable
        return overlap(times, reachable) if pair.company == "alone" and reachable is not None else times

    @cached_property
    def _common(self) -> dict[tuple[str, ...], tuple[Window, ...] | None]:
        """Remember what several rules and criteria ask for."""
        return {}

    @cached_property
    def _navigators(self) -> dict[str, Navigator]:
        return {navigator.id: navigator for navigator in self.round.navigators}
