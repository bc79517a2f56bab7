"""What we're short of: mentors, a worker's room, answers; and where everything rests on one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from matchmaker.domain.words import COORDINATOR, counted, in_turn, listed
from matchmaker.explain.explanation import Explanation
from matchmaker.explain.gains import brings
from matchmaker.explain.newcomers import some

if TYPE_CHECKING:
    from matchmaker.explain.newcomers import BestNext, Lack, MentorValue
    from matchmaker.plan import Gain
    from matchmaker.policy.priorities import PriorityName

_ASKED: Final = 5
"""Questions that are told; all of them are in the data and on the summary."""
_MORE_ROOM: Final = {
    "introduction-visits": "for one more introduction",
    "supervision-places": "to supervise one more new match",
    "joint-hours": "for joint visits with one more person",
}
"""What a worker could have more room for, by the limit's code."""


NO_PLAN: Final = "there is no plan to start from"
"""What stands instead of what there was no time for."""
_NO_PLAN: Final = "There is no plan to start from, so we cannot say who would help if they came."
_ON_NOBODY: Final = (
    "We rely on nobody alone: whichever mentor took a break, as many people could still have a suggestion."
)


@dataclass(frozen=True, slots=True)
class MoreRoom:
    """A worker's room is what is short: what as much more as one introduction takes would bring."""

    worker: str
    code: str
    amount: int
    priorities: tuple[PriorityName, ...]
    gain: Gain

    @property
    def sentence(self) -> str:
        """Say it."""
        return f"If {self.worker} had room {_MORE_ROOM[self.code]}: {brings(self.priorities, self.gain)}."


@dataclass(frozen=True, slots=True)
class ReliedOn:
    """A mentor without whom people would have no suggestion. It is never shown to mentors."""

    mentor: str
    fewer: int
    """By how many people the plan would be smaller, or at least so many."""
    exact: bool
    people: tuple[str, ...]
    """Who would have no suggestion any more; empty while the best plan without this mentor is not known."""

    @property
    def sentence(self) -> str:
        """Say it."""
        people = counted(len(self.people) or self.fewer, "person", many="people")
        sure = "" if self.exact else "at least "
        whom = f": {some(self.people)}" if self.people else ""
        others = len(self.people) - self.fewer
        instead = f"; {counted(others, 'other', many='others')} would have one instead" if others > 0 else ""
        return f"If {self.mentor} took a break, {sure}{people} would have no suggestion{whom}{instead}."


@dataclass(frozen=True, slots=True)
class WorthAsking:
    """A question that stands before somebody's introduction."""

    key: str
    ask: str
    who: str
    people: tuple[str, ...]
    """Those without a suggestion come first."""

    @property
    def sentence(self) -> str:
        """Say it, who asks, and who is waiting for the answer."""
        wait = "waits" if len(self.people) == 1 else "wait"
        who = "the coordinator" if self.who == COORDINATOR else self.who
        return f"{self.ask} {some(self.people)} {wait} for this answer; {who} can ask."


class _Said(Protocol):
    @property
    def sentence(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ShortOf(Explanation):
    """Everything that a programme is short of, as far as one round shows it."""

    mentors: tuple[MentorValue, ...]
    best_next: BestNext
    rooms: tuple[MoreRoom, ...]
    relied_on: tuple[ReliedOn, ...]
    """Never shown to mentors."""
    to_find_out: tuple[WorthAsking, ...]
    taken_for_granted: str
    """What is taken to hold of every mentor who is not there yet."""
    not_reached: tuple[str, ...]
    """What there was no time for."""
    settled: bool = True
    """Whether there was time to find out what each of these mentors would bring."""
    on_nobody: bool = False
    """Whether people have a suggestion, and it was found out of every mentor that others could step in."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what we are short of, then what the rest rests on."""
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        late = [what for what in self.not_reached if what != NO_PLAN]
        yield from self._who_would_help() if late == [*self.not_reached] else (_NO_PLAN,)
        if sentences := self.best_next.sentences:
            yield "The best next ones, one after the other:"
            yield from sentences
        parts = (
            ("Where a worker's room is short:", self.rooms),
            ("Where we rely on one person (for us alone; it is not shown to mentors):", self.relied_on),
        )
        yield from _under_titles(parts)
        if self.on_nobody:
            yield _ON_NOBODY
        yield from _under_titles((("What is most worth finding out:", self.to_find_out[:_ASKED]),))
        if (others := len(self.to_find_out) - _ASKED) > 0:
            yield f"The summary has {counted(others, 'more question')}."
        if late:
            yield f"There was not enough time to find out {listed(late)}."

    def _who_would_help(self) -> Iterator[str]:
        mentors = [sentence for value in self.mentors for sentence in value.sentences]
        yield "Who would help if they came:"
        nobody = "Nobody we could think of would bring more people a suggestion at present."
        yield from mentors or (nobody if self.settled else "In this time we found nobody.",)
        yield from self._held_up()
        if mentors:
            yield self.taken_for_granted

    def _held_up(self) -> Iterator[str]:
        """Say once what holds several of them up."""
        people: dict[tuple[Lack, ...], set[str]] = {}
        for held in (held for value in self.mentors for held in value.held_up):
            people.setdefault(held.lacks, set()).update(held.people)
        for lacks, whom in people.items():
            said = listed(lack.phrase for lack in lacks)
            yield f"One more mentor would not help {some(sorted(whom, key=in_turn))} while {said}."


def _under_titles(parts: Iterable[tuple[str, Sequence[_Said]]]) -> Iterator[str]:
    for title, entries in parts:
        if entries:
            yield title
            yield from (entry.sentence for entry in entries)
