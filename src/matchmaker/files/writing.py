"""A round to a file: its ending says of what kind; a name without one is a folder of CSV files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from matchmaker.errors import CannotWrite
from matchmaker.files.as_json import write_json
from matchmaker.files.csv_out import write_csv
from matchmaker.files.ods import write_ods
from matchmaker.files.telling import shown
from matchmaker.files.workbook import write_workbook

if TYPE_CHECKING:
    from matchmaker.domain.round import Round

WRITERS: Final[Mapping[str, Callable[[Round, str | Path], None]]] = {
    ".json": write_json,
    ".xlsx": write_workbook,
    ".ods": write_ods,
    "": write_csv,
}


def write_round(round_: Round, path: str | Path) -> None:
    """Write a round that `read_round` reads to an equal one: .json, .xlsx, .ods, or a folder of CSV files.

    Only JSON also carries the previous proposal and the decisions.

    Raises:
        CannotWrite: the ending says no kind of file, a value does not fit, or the place cannot be written.
    """
    write = WRITERS.get(Path(path).suffix.casefold())
    if write is None:
        kinds = "Maybe .xlsx, .ods or .json, or a name without an ending for a folder of CSV files."
        raise CannotWrite(f"{shown(Path(path).name)} is no kind of file that we write. {kinds}")
    write(round_, path)
