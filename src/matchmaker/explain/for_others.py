"""What it would mean for others to choose an option anyway: told as plain sentences, one person each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.companies import way
from matchmaker.domain.words import counted, listed
from matchmaker.explain.gains import lost_parts
from matchmaker.explain.linked import in_words, linked_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matchmaker.compile import Option
    from matchmaker.domain.words import Company
    from matchmaker.explain.room import Room
    from matchmaker.plan import Change, ForcedPlan
    from matchmaker.policy.priorities import PriorityName

EACH: Final = 12
"""How many are told of by themselves: as many as can be read aloud."""


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
    ties: str = ""
    """Why one change makes another one necessary, where they have no mentor in common."""

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
        return (_whole(self), *told(self.moves), *filter(None, (self.ties,)))


def for_others(forced: ForcedPlan, room: Room) -> ForOthers:
    """Put into words what a forced plan means beside the plan that has this room."""
    possible = True if forced.found else False if forced.impossible else None
    moves = tuple(Move.of(change) for change in forced.changes)
    policy, groups = room.plan.policy, linked_by(forced.changes, room, after=room)
    ties = in_words([what for group in groups for what in group.ties], policy.titles)
    return ForOthers(possible, policy.priorities, forced.regret, forced.at_least, moves, ties)


def readable(moves: Sequence[Move]) -> Sequence[Move]:
    """Return the moves to tell, in their order: all, or of very many first those who gain or lose."""
    if len(moves) <= EACH + 1:
        return moves
    told = sorted(moves, key=lambda move: bool(move.before and move.after))[:EACH]
    return [move for move in moves if move in told]


def told(moves: Sequence[Move]) -> Iterator[str]:
    """Yield one sentence for each person who would move; of very many some are only counted."""
    named = readable(moves)
    yield from (move.sentence for move in named)
    rest = [move for move in moves if move not in named]
    for many, what in (
        (sum(not move.after for move in rest), "would have no suggestion for now"),
        (sum(not move.before for move in rest), "who have no suggestion yet would meet somebody"),
        (sum(bool(move.before and move.after) for move in rest), "would meet somebody else"),
    ):
        if many:
            yield f"{counted(many, 'other person', many='other people')} {what}."


def _whole(it: ForOthers) -> str:
    """Say what it comes to."""
    if not any(it.regret):
        sure = "" if it.exact else ", as far as we can tell"
        return f"By everything the programme counts, the whole plan would be just as good{sure}."
    least = "" if it.exact else " There may be a better way to do it, but none was found in time."
    return f"For everybody together, {listed(lost_parts(it.priorities, it.regret))}.{least}"


def _mentors(option: Option | None) -> tuple[str, ...]:
    return option.pair.mentor_ids if option else ()
