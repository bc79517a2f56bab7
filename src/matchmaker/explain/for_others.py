"""What it would mean for others to choose an option anyway: told as plain sentences, one person each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.companies import way
from matchmaker.domain.words import listed
from matchmaker.explain.gains import lost_parts

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.words import Company
    from matchmaker.plan import Change, ForcedPlan
    from matchmaker.policy.priorities import PriorityName


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody whose suggestion would change; without mentors there is none."""

    beneficiary: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    company_before: Company | None
    company_after: Company | None

    @classmethod
    def of(cls, change: Change) -> Move:
        """Take from a change what is told of it."""
        return cls(
            change.beneficiary,
            _mentors(change.before),
            _mentors(change.after),
            change.before.pair.company if change.before else None,
            change.after.pair.company if change.after else None,
        )

    @property
    def sentence(self) -> str:
        """Say it."""
        who, before, after = self.beneficiary, listed(self.before), listed(self.after)
        if not after:
            return f"{who} would have no suggestion for now; it was {before}."
        if not before:
            return f"{who}, who has no suggestion yet, would meet {after}."
        if self.before == self.after:
            return f"{who} would still meet {after}, {way(self.company_after or 'alone')}."
        return f"{who} would meet {after} instead of {before}."


@dataclass(frozen=True, slots=True)
class ForOthers:
    """What choosing something anyway would mean: by priority, and whom it would move."""

    possible: bool | None
    """None where nobody could tell in time."""
    priorities: tuple[PriorityName, ...]
    regret: tuple[int, ...]
    at_least: tuple[int, ...]
    """As far as it is proved that no plan can do better."""
    moves: tuple[Move, ...]

    @property
    def exact(self) -> bool:
        """Whether there is no better way to do it, and that is proved."""
        return bool(self.possible) and self.regret == self.at_least

    @property
    def free(self) -> bool:
        """Whether the plan would be just as good."""
        return self.exact and not any(self.regret)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say first what it comes to, then who would move, one sentence each."""
        if self.possible is None:
            return ("There was not enough time to find out what it would mean for others.",)
        if not self.possible:
            return ("As things are decided, no plan has room for it.",)
        return (_whole(self), *(move.sentence for move in self.moves))


def for_others(forced: ForcedPlan, priorities: tuple[PriorityName, ...]) -> ForOthers:
    """Put into words what a forced plan means."""
    possible = True if forced.found else False if forced.impossible else None
    moves = tuple(Move.of(change) for change in forced.changes)
    return ForOthers(possible, priorities, forced.regret, forced.at_least, moves)


def _whole(it: ForOthers) -> str:
    """Say what it comes to."""
    if not any(it.regret):
        sure = "" if it.exact else ", as far as we can tell"
        return f"By everything the programme counts, the whole plan would be just as good{sure}."
    least = "" if it.exact else " There may be a better way to do it, but none was found in time."
    return f"For everybody together, {listed(lost_parts(it.priorities, it.regret))}.{least}"


def _mentors(option: Option | None) -> tuple[str, ...]:
    return option.pair.mentor_ids if option else ()
