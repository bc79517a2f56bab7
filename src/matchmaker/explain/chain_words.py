"""A chain of changes in one sentence: who makes room, so that who can meet whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from matchmaker.domain.companies import way
from matchmaker.domain.words import counted, listed
from matchmaker.explain.for_others import readable

if TYPE_CHECKING:
    from matchmaker.explain.for_others import Move

Coming: TypeAlias = Literal["new", "asks now", "gone", "asks no more", "has begun"]
"""Why somebody is in one of two rounds only: they, or what they ask for."""

NAMED: Final = 3
"""How many are named on either side of "so that"; where there are more, the last stands for all of those."""
_GOES: Final[Mapping[str, str]] = {
    "gone": "is no longer in the round",
    "asks no more": "makes no request now",
}
_COMES: Final[Mapping[str, str]] = {"new": "who is new", "asks now": "who did not ask before"}


@dataclass(frozen=True, slots=True)
class Teller:
    """What has to be known of people to tell what happens to them."""

    coming: Mapping[str, Coming]
    """Who is in one of two rounds only."""
    weeks: Mapping[str, int]
    """How long somebody has waited."""

    def told(self, moves: Sequence[Move], last: Collection[str]) -> str:
        """Return one sentence about a chain, from those who make room to the `last`, who take it."""
        causes = [move for move in moves if move.beneficiary not in last]
        results = sorted((move for move in moves if move.beneficiary in last), key=lambda m: bool(m.before))
        if not causes:
            return f"{self._listed(results)}."
        if not results:
            another = "the other" if len(causes) == 2 else "another"
            return f"{self._listed(causes)}: each makes room for {another}."
        return f"{self._listed(causes)}, so that {self._listed(results, can=True)}."

    def one_by_one(self, moves: Sequence[Move], last: Collection[str]) -> tuple[str, ...]:
        """Return a sentence for each person, where the one about the chain does not name them all.

        Of very many some are counted: those who meet somebody else before those who gain or lose.
        """
        results = sum(move.beneficiary in last for move in moves)
        if max(results, len(moves) - results) <= NAMED:
            return ()
        told = readable(moves)
        rest = listed(_others([move for move in moves if move not in told]))
        sentences = [f"{self._happens(move)}." for move in told]
        return (*sentences, f"And {rest}.") if rest else tuple(sentences)

    def _happens(self, move: Move, *, can: bool = False) -> str:
        """Say what one person's change is."""
        who, before, after = move.beneficiary, listed(move.before), listed(move.after)
        comes, meets = self.coming.get(who), "can meet" if can else "meets"
        if not move.after:
            return f"{who}, who had {before}, {_GOES.get(comes or '', 'has no suggestion for now')}"
        if not move.before:
            weeks = self.weeks.get(who, 0)
            since = f"who has waited {counted(weeks, 'week')}" if weeks else ""
            about = _COMES.get(comes or "", since)
            return f"{who}, {about}, can meet {after}" if about else f"{who} can meet {after}"
        if set(move.before) == set(move.after):
            how, instead = way(move.company_after or "alone"), way(move.company_before or "alone")
            return f"{who} {meets} {after} {how} instead of {instead}"
        return f"{who} {meets} {after} instead of {before}"

    def _listed(self, moves: Sequence[Move], *, can: bool = False) -> str:
        """Name a few, those first whose turn it is about, and count the others."""
        if len(moves) <= NAMED:
            return listed(self._happens(move, can=can) for move in moves)
        first = sorted(moves, key=lambda move: bool(move.before and move.after))[: NAMED - 1]
        parts = [self._happens(move, can=can) for move in moves if move in first]
        return listed([*parts, *_others([move for move in moves if move not in first])])


def _others(moves: Sequence[Move]) -> Iterator[str]:
    """Yield how many others there are, by what happens to them."""
    for one, many, some in (
        ("can meet somebody", "can meet somebody", [move for move in moves if not move.before]),
        ("has no suggestion for now", "have no suggestion for now", [m for m in moves if not m.after]),
        ("meets somebody else", "meet somebody else", [m for m in moves if m.before and m.after]),
    ):
        if some:
            yield f"{counted(len(some), 'other')} {one if len(some) == 1 else many}"
