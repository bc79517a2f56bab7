"""Whether the ids of a round still stand beside the people they stood beside last time.

A sheet that was sorted on one column only gives everybody somebody else's id: their clearances, their wishes,
and who must not meet them. Only ids are named here, never what people are called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.fields import folded
from matchmaker.domain.words import listed
from matchmaker.errors import InputErrors, InputProblem

if TYPE_CHECKING:
    from matchmaker.domain.round import Round

_PEOPLE = ("mentors", "beneficiaries", "navigators")
MOST_NAMED = 6
_RENAMED = (
    "Since the last round, these ids have another name: {}. Maybe check that each is still the same person."
)
_GONE = "These people were in the last round and are not in this one: {}. Maybe a file was cut short."
_SORTED = "Maybe a sheet was sorted on one column only. If they are right as they are, add --same-people."


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of people since the last round."""

    moved: tuple[str, ...] = ()
    """Beside them stands what stood beside another id, which now has another name or is gone."""
    renamed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Say what may be right, and should be known."""
        texts = ((self.renamed, _RENAMED), (self.gone, _GONE))
        return tuple(text.format(_named(ids)) for ids, text in texts if ids)

    def refuse_moved(self) -> None:
        """Raise `InputErrors` when names seem to have moved from one id to another."""
        if not self.moved:
            return
        message = f"names stand beside other ids: {_named(self.moved)}."
        raise InputErrors([InputProblem("identity_mismatch", "Since the last round", message, _SORTED)])


def since(then: Round, now: Round) -> Changes:
    """Return what happened to the ids between two rounds."""
    moved: list[str] = []
    renamed: list[str] = []
    gone: list[str] = []
    for name in _PEOPLE:
        before = {person.id: folded(person.label) for person in getattr(then, name)}
        after = {person.id: folded(person.label) for person in getattr(now, name)}
        other = [one for one in before if one in after and after[one] != before[one]]
        left = {label for one, label in before.items() if after.get(one) != label}
        moved += [one for one in other if after[one] in left]
        renamed += [one for one in other if after[one] not in left]
        gone += [one for one in before if one not in after]
    return Changes(tuple(moved), tuple(renamed), tuple(gone))


def _named(ids: tuple[str, ...]) -> str:
    more = [f"{len(ids) - MOST_NAMED} more"] if len(ids) > MOST_NAMED else []
    return listed([*ids[:MOST_NAMED], *more])
