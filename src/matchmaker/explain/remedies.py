"""What would help somebody who has no suggestion yet: what to do, what would come of it, whom it moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from matchmaker.domain.companies import way
from matchmaker.domain.mends import mended
from matchmaker.domain.proposal import Remedy
from matchmaker.domain.words import listed
from matchmaker.explain.for_others import Move, told

if TYPE_CHECKING:
    from matchmaker.domain.mends import Mend, MendKind
    from matchmaker.domain.round import Round
    from matchmaker.domain.words import Company, State
    from matchmaker.plan import MendedPlan

Comes: TypeAlias = Literal["matched", "opened"]
"""They would have a suggestion; or a way to meet would be open, which the plan gives to nobody yet."""


Looked: TypeAlias = Literal["to the end", "while there was time", "not at all"]
"""How far was looked; not at all where no plan keeps what is to be kept, which has to be settled first."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The remedies that do something, of those that were tried."""

    remedies: tuple[TriedRemedy, ...]
    looked: Looked


@dataclass(frozen=True, slots=True)
class TriedRemedy:
    """One remedy that was tried: the round was solved again with it applied."""

    beneficiary: str
    mends: tuple[Mend, ...]
    comes: Comes
    mentors: tuple[str, ...]
    company: Company
    state: State
    """Whether they could meet at once, or something would still have to be asked first."""
    gain: tuple[int, ...]
    """By priority, what the whole plan would be worth more."""
    moves: tuple[Move, ...]
    """What would change for others."""
    verified: bool
    """Whether both plans were proved, so that the same comes of it every time."""

    @property
    def kind(self) -> MendKind:
        """What it takes: the dearest thing that is to be done."""
        return max(self.mends, key=lambda mend: mend.order).kind

    @property
    def order(self) -> tuple[int, int, int, int]:
        """What takes nothing from anybody first; then the cheapest, what asks for less, and moves fewer."""
        losing = sum(not move.after for move in self.moves)
        return losing, max(mend.order for mend in self.mends), len(self.mends), len(self.moves)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what to do, what would come of it, and what it would mean for others."""
        return (*(mend.do for mend in self.mends), self._then, *self._others())

    @property
    def as_stored(self) -> Remedy:
        """The remedy as a proposal keeps it."""
        return Remedy(change=" ".join(self.sentences), gain=self.gain, verified=self.verified)

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, for another program."""
        return {
            "do": [mend.do for mend in self.mends],
            "given": [mend.given for mend in self.mends if mend.given],
            "kind": self.kind,
            "comes": self.comes,
            "mentors": self.mentors,
            "company": self.company,
            "state": self.state,
            "gain": self.gain,
            "moves": [asdict(move) for move in self.moves],
            "verified": self.verified,
            "sentences": self.sentences,
        }

    def applied(self, round_: Round) -> Round:
        """Return the round as it would be once all of this is done."""
        return mended(round_, self.mends)

    @property
    def _then(self) -> str:
        given = listed(dict.fromkeys(mend.given for mend in self.mends if mend.given))
        begins = f"Then, {given}," if given else "Then"
        who, sure = (
            f"{listed(self.mentors)}, {way(self.company)}",
            "" if self.verified else ", as far as we can tell",
        )
        if self.comes == "matched":
            first = ", once what has to be asked first is answered" if self.state == "ask first" else ""
            return f"{begins} {self.beneficiary} could meet {who}{first}{sure}."
        opens = f"{begins} a way would be open for {self.beneficiary} to meet {who}"
        return f"{opens}; the plan has no room for it yet{sure}."

    def _others(self) -> Iterator[str]:
        if self.comes == "matched":
            yield from told(self.moves)
            if not self.moves:
                yield "Nobody else would be moved."


def tried_remedy(found: MendedPlan, *, beneficiary: str) -> TriedRemedy | None:
    """Return what a trial showed; None when nothing would come of it.

    Room that others then take opens nothing, though the whole plan may gain by it. A change only adds to
    what can be done, so that where a worse plan came of it, the trial was cut short and showed nothing.
    """
    if found.gain < (0,) * len(found.gain):
        return None
    opened = found.opened and all(mend.kind != "make room" for mend in found.mends)
    if found.served is None and not opened:
        return None
    option = found.served or found.opened[0]
    moves = tuple(Move.of(change) for change in found.changes if change.beneficiary != beneficiary)
    return TriedRemedy(
        beneficiary,
        found.mends,
        "matched" if found.served else "opened",
        option.pair.mentor_ids,
        option.pair.company,
        option.state,
        found.gain,
        moves,
        found.sure,
    )
