"""What went before: who has somebody at present, whom the last proposal named, who parted and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain.round import Round
from matchmaker.domain.words import MET

_BECAUSE_OF_THE_TWO = frozenset(
    {"not_right_fit", "beliefs_difference", "known_to_each_other", "meetings_didnt_get_going"}
)
_NO_MEETING = ("known_to_each_other", "meetings_didnt_get_going")


@dataclass(frozen=True)
class History:
    """The matches, groups and last proposal of a round, by mentor."""

    round: Round

    def people(self, mentor: str) -> int:
        """Count the matches under way that take a place of this mentor; a group takes none."""
        return self._people[mentor]

    @cached_property
    def _people(self) -> Counter[str]:
        taken = [match for match in self.round.matches if match.under_way and match.company != "group"]
        return Counter(mentor for match in taken for mentor in match.mentors)

    def hosts(self, mentor: str) -> bool:
        """Say whether a mentor hosts a group, or meets somebody in one."""
        return mentor in self._hosts

    @cached_property
    def _hosts(self) -> frozenset[str]:
        groups = [match for match in self.round.matches if match.under_way and match.company == "group"]
        met = frozenset(mentor for match in groups for mentor in match.mentors)
        return met | frozenset(group.host for group in self.round.groups)

    def passed_over(self, mentor: str) -> bool:
        """Say whether there was a last proposal, and it named this mentor in no match."""
        return self.round.previous is not None and mentor not in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        matches = self.round.previous.proposal.matches if self.round.previous else ()
        return frozenset(mentor for match in matches for mentor in match.mentors)

    def have_met(self, mentor: str, beneficiary: str) -> bool:
        """Say whether the two have met through us, however it went."""
        return (mentor, beneficiary) in self._met

    @cached_property
    def _met(self) -> frozenset[tuple[str, str]]:
        met = [
            m
            for m in self.round.matches
            if m.state in MET and (m.state != "ended" or m.end_reason) and m.end_reason not in _NO_MEETING
        ]
        return frozenset((mentor, match.beneficiary) for match in met for mentor in match.mentors)

    def parted(self, mentor: str, beneficiary: str) -> bool:
        """Say whether something between the two was a reason to stop; how they got on, not what happened."""
        return (mentor, beneficiary) in self._parted

    @cached_property
    def _parted(self) -> frozenset[tuple[str, str]]:
        ended = [match for match in self.round.matches if match.end_reason in _BECAUSE_OF_THE_TWO]
        return frozenset((mentor, match.beneficiary) for match in ended for mentor in match.mentors)
