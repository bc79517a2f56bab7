"""A round as a JSON file; the previous proposal and the decisions travel in it too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.errors import CannotWrite
from matchmaker.files.whole import write_whole

if TYPE_CHECKING:
    from matchmaker.domain.round import Round


def write_json(round_: Round, path: str | Path) -> None:
    """Write a round that `read_round` reads to an equal one, or raise `CannotWrite`."""
    try:
        text = round_.to_json().encode()
    except ValueError:  # A carried x_ field can hold half a sign, which no file can.
        raise CannotWrite(
            "This round holds text that no file can hold. Maybe look at its x_ fields."
        ) from None
    write_whole(path, text)
