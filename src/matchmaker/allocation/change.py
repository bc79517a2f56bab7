"""What may be changed about a problem that was solved: vetoes, pins and room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

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
        faults = [
            f"{name} names option {option!r}. Maybe check it: there are {problem.options} options, from 0."
            for name, options in (("veto", self.veto), ("pin", self.pin))
            for option in options
            if not is_index(option, problem.options)
        ]
        for limit, room in self.at_most.items():
            if not is_index(limit, problem.limits):
                there = f"there are {problem.limits} limits, from 0."
                faults.append(f"at_most names limit {limit!r}. Maybe check it: {there}")
            if not is_index(room, 2**63):
                faults.append(
                    f"at_most of limit {limit!r} is {room!r}. Maybe give a whole number, 0 or more."
                )
        return faults


def is_index(given: object, end: int) -> bool:
    """Say whether something is a whole number from 0 to below an end."""
    whole = isinstance(given, int | np.integer) and not isinstance(given, bool | np.bool_)
    return whole and 0 <= int(given) < end  # type: ignore[call-overload]
