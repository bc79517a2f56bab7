"""A round as a JSON file; the previous proposal and the decisions travel in it too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.files.whole import write_whole

if TYPE_CHECKING:
    from matchmaker.domain.round import Round


def write_json(round_: Round, path: str | Path) -> None:
    """Write a round that `read_round` reads to an equal one, or raise `CannotWrite`."""
    write_whole(path, round_.to_json())
