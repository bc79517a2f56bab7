"""What may be changed about a problem that was solved: vetoes, pins and room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

import numpy as np

from matchmaker.allocation.lists import is_row, is_whole, shown
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Problem


@dataclass(frozen=True, slots=True)
class Change:
    """Options that must not be chosen, options that must be, and new room of limits by their number."""

    veto: Sequence[int] = ()
    pin: Sequence[int] = ()
    at_most: Mapping[int, int] = field(default_factory=dict)

    def applied(self, problem: Problem) -> Problem:
        """Return the changed problem; options and limits keep their numbers.

        Each veto becomes a limit without room and each pin one with a minimum of 1. They stand
        behind the other limits, first the vetoes.

        Raises:
            ProblemError: for options and limits that are not there, all of them at once.
        """
        if faults := self._faults(problem):
            raise ProblemError("\n".join(faults))
        extra = np.array([*self.veto, *self.pin], np.int64)
        pinned = (np.arange(len(extra)) >= len(self.veto)).astype(np.int64)
        at_most = problem.at_most.copy()
        for limit, room in self.at_most.items():
            at_most[limit] = room
        return replace(
            problem,
            limit=np.concatenate([problem.limit, problem.limits + np.arange(len(extra))]),
            option=np.concatenate([problem.option, extra]),
            amount=np.concatenate([problem.amount, np.ones_like(extra)]),
            at_most=np.concatenate([at_most, pinned]),
            at_least=np.concatenate([problem.at_least, pinned]),
        )

    def _faults(self, problem: Problem) -> list[str]:
        return [
            *options_faults("veto", self.veto, end=problem.options),
            *options_faults("pin", self.pin, end=problem.options),
            *room_faults(self.at_most, end=problem.limits),
        ]


def options_faults(name: str, options: object, *, end: int) -> Iterator[str]:
    """Yield what is wrong with vetoes or pins; what can be gone through only once would be lost in here."""
    if not is_row(type(options)) or getattr(options, "ndim", 1) != 1:
        yield f"{name} is {shown(options)}. Maybe give a list of options."
        return
    for option in cast("Sequence[object]", options):
        if not is_index(option, end):
            yield f"{name} names option {shown(option)}. Maybe check it: there are {end} options, from 0."


def room_faults(at_most: object, *, end: int) -> Iterator[str]:
    """Yield what is wrong with new room."""
    if not isinstance(at_most, Mapping):
        yield f"at_most is {shown(at_most)}. Maybe give a dictionary from limits to their room."
        return
    for limit, room in at_most.items():
        if not is_index(limit, end):
            yield f"at_most names limit {shown(limit)}. Maybe check it: there are {end} limits, from 0."
        if not is_index(room, 2**63):
            upto = "Maybe give a whole number, 0 to 2^63 - 1."
            yield f"at_most of limit {shown(limit)} is {shown(room)}. {upto}"


def is_index(given: object, end: int) -> bool:
    """Say whether something is a whole number from 0 to below an end."""
    return is_whole(given) and 0 <= int(cast("int", given)) < end
