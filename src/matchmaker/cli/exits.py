"""The exit codes, and which of them an error means."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Status


class Exit(IntEnum):
    """What the command line says when it leaves; a person without a match is not an error."""

    DONE = 0
    BUG = 1
    USAGE = 2
    INPUT = 3
    POLICY = 4
    IMPOSSIBLE = 5
    TIME_RAN_OUT = 6
    VERIFICATION = 7
    READ_OR_WRITE = 8
    NO_PLAN = 9
    INTERRUPTED = 130


def exit_of(status: Status) -> Exit:
    """Return the exit code that a proposal's status means."""
    return {
        "optimal": Exit.DONE,
        "feasible": Exit.TIME_RAN_OUT,
        "unknown": Exit.NO_PLAN,
        "impossible": Exit.IMPOSSIBLE,
    }[status]
