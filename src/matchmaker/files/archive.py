"""A workbook is a zip; it is weighed before anything in it is unfolded."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from matchmaker.errors import CannotRead
from matchmaker.files.sizes import RATIO_FROM_BYTES, STANDARD, Sizes
from matchmaker.files.telling import shown

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError),
)
"""What the zip reader says of archives that broke on their way, or were made to."""
OLD_OR_LOCKED = bytes.fromhex("D0CF11E0A1B11AE1")
"""How an .xls file begins, and any workbook behind a password."""


def read_bytes(path: Path, sizes: Sizes = STANDARD) -> bytes:
    """Return what a file holds, or raise `CannotRead` with one line of why and what to do."""
    try:
        with path.open("rb") as file:
            data = file.read(sizes.file_bytes + 1)
    except FileNotFoundError:
        raise cannot(path, "is not there", maybe="check the name and the folder") from None
    except IsADirectoryError:
        raise cannot(path, "is a folder", maybe="name the file in it") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise cannot(path, f"cannot be opened ({why.lower()})", maybe="check who may read it") from None
    if len(data) > sizes.file_bytes:
        megabytes = sizes.file_bytes // 2**20
        raise cannot(path, f"is larger than {megabytes} MiB", maybe="use --limits large, or make it less")
    return data


def parts(
    data: bytes, path: Path, *, sizes: Sizes = STANDARD, needed: str = "xl/workbook.xml"
) -> dict[str, bytes]:
    """Return the unfolded parts of a workbook by name, or raise `CannotRead`."""
    if data.startswith(OLD_OR_LOCKED):
        raise cannot(
            path,
            "is behind a password, or an old kind of workbook",
            maybe=f"save it as {_ending(path)} without a password",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _weigh(archive.infolist(), path, sizes)
            found = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except _BROKEN:
        raise not_a_workbook(path) from None
    for name, part in found.items():
        if name.endswith((".xml", ".rels", ".vml")) and b"<!DOCTYPE" in part[:100_000].upper():
            raise not_a_workbook(path)
    if needed not in found:
        raise not_a_workbook(path)
    return found


def _weigh(entries: list[zipfile.ZipInfo], path: Path, sizes: Sizes) -> None:
    names = {entry.filename.casefold() for entry in entries}
    if len(names) < len(entries):
        raise cannot(path, "holds two parts of one name", maybe="save it again with your spreadsheet")
    tight = any(
        entry.file_size > max(RATIO_FROM_BYTES, sizes.ratio * entry.compress_size) for entry in entries
    )
    unfolded = sum(entry.file_size for entry in entries)
    if tight or unfolded > sizes.unzipped_bytes or len(entries) > sizes.entries:
        raise cannot(path, "unfolds to far more than a round", maybe="copy the rows into a fresh template")


def repacked(found: dict[str, bytes]) -> io.BytesIO:
    """Return a zip of exactly the parts that were looked at, so that no reader sees another."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_STORED) as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    result.seek(0)
    return result


def cannot(path: Path, what: str, *, maybe: str) -> CannotRead:
    """Return the error for this file: one line, safe to print."""
    return CannotRead(f"{shown(path.name or str(path))} {what}. Maybe {maybe}.")


def not_a_workbook(path: Path) -> CannotRead:
    """Return the error for a file that only looks like a workbook."""
    return cannot(
        path, "is not a workbook we can read", maybe=f"open it and save it again as {_ending(path)}"
    )


def _ending(path: Path) -> str:
    return ".ods" if path.suffix.casefold() == ".ods" else ".xlsx"
