"""A round from the command line, with every row of every sheet accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.cli.say import detail, note
from matchmaker.errors import InputErrors
from matchmaker.files import examine
from matchmaker.files.counts import account
from matchmaker.files.sizes import LARGE, STANDARD

if TYPE_CHECKING:
    from matchmaker.domain.round import Round
    from matchmaker.files import Reading


def reading_of(path: str, limits: str) -> Reading:
    """Return the round or its problems; `large` allows what a national round needs."""
    return examine(path, LARGE if limits == "large" else STANDARD)


def round_of(path: str, limits: str) -> Round:
    """Return the round, once it is said how many rows of a sheet were read; or raise `InputErrors`."""
    reading = reading_of(path, limits)
    say = detail if path == "-" or path.casefold().endswith(".json") else note
    for line in account(reading.counts):
        say(line)
    if reading.round is None:
        raise InputErrors(reading.problems)
    return reading.round
