"""A folder of CSV files: which of its files are sheets, and which only look like one."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.files.archive import cannot, read_bytes
from matchmaker.files.csv_in import TooMany, grid_of
from matchmaker.files.grid import Grid
from matchmaker.files.schema import sheets
from matchmaker.files.spots import Fault

if TYPE_CHECKING:
    from matchmaker.files.sizes import Sizes

_NOT_OURS = (".", "~")
"""How the names of files begin that an editor or the system leaves behind."""


def read_folder(path: Path, sizes: Sizes) -> tuple[Grid, ...]:
    """Return the sheets in a folder, in our order.

    Raises:
        CannotRead: the folder cannot be opened or holds no sheet, or a file is larger than a round.
    """
    grids = tuple(_grids(path, sizes))
    if not any(grid.stop is None or grid.shown.casefold().endswith(".csv") for grid in grids):
        advice = "name the round.json in it" if (path / "round.json").is_file() else "see the template"
        raise cannot(path, "is a folder without a .csv file", maybe=advice)
    return grids


def _grids(folder: Path, sizes: Sizes) -> Iterator[Grid]:
    left = sizes.file_bytes
    files = _files(folder, sizes)
    missing = {_form(sheet.title) for sheet in sheets()} - {_form(path.stem) for path in files}
    for path in files:
        title = min(missing & _sheets_below(path), default=path.stem)
        is_csv = path.suffix.casefold() == ".csv"
        if fault := _odd(path, is_csv=is_csv):
            yield Grid(title, (), shown=path.name, stop=(0, fault))
        elif is_csv:
            data = read_bytes(path, replace(sizes, file_bytes=left))
            left -= len(data)
            try:
                yield grid_of(title, data, sizes=sizes, shown=path.name)
            except TooMany:
                advice = "use --limits large, or make it less"
                raise cannot(path, "holds more than a round does", maybe=advice) from None


def _files(folder: Path, sizes: Sizes) -> list[Path]:
    """Return what may be a sheet: any .csv file, and anything else of a sheet's name."""
    places = {_form(sheet.title): place for place, sheet in enumerate(sheets())}
    try:
        entries = [path for path in folder.iterdir() if not path.name.startswith(_NOT_OURS)]
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise cannot(folder, f"cannot be opened ({why})", maybe="check who may read it") from None
    if len(entries) > sizes.entries:
        raise cannot(folder, "holds more files than a round", maybe="give the round a folder of its own")
    ours = [path for path in entries if path.suffix.casefold() == ".csv" or _form(path.stem) in places]
    missing = frozenset(places) - {_form(path.stem) for path in ours}
    ours += [path for path in entries if path not in ours and missing & _sheets_below(path)]
    return sorted(ours, key=lambda path: (places.get(_form(path.stem), len(places)), path.name))


def _sheets_below(path: Path) -> set[str]:
    """Return which sheets stand one folder down, where a hand can drop them by mistake."""
    if path.is_symlink() or not path.is_dir():
        return set()
    try:
        return {_form(below.stem) for below in path.iterdir() if below.suffix.casefold() == ".csv"}
    except OSError:
        return set()


def _form(title: str) -> str:
    return re.sub(r"[\s_-]+", "", title.casefold())


def _odd(path: Path, *, is_csv: bool) -> Fault | None:
    """Return why this is not opened: a link may lead anywhere, and a pipe never ends."""
    kind = path.lstat().st_mode
    if stat.S_ISLNK(kind):
        return Fault("link", "this is a link, and we do not follow it.", "Maybe put the file itself here.")
    if _sheets_below(path):
        text = "this folder holds a sheet that is not beside the others, so that nobody reads it."
        return Fault("not_beside", text, "Maybe move the sheet up to the others.")
    if not stat.S_ISREG(kind):
        return Fault("no_file", "this is not a file.", "Maybe move it out of the folder.")
    if not is_csv:
        text = "this has the name of a sheet and is no .csv file, so that nobody reads it."
        return Fault("not_csv", text, "Maybe save it as CSV UTF-8, or move it out of the folder.")
    return None
