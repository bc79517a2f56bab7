"""A policy file as text: only a plain file of a sane size, in UTF-8; and who else could change it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from matchmaker.errors import CannotRead, InputProblem, PolicyErrors

LARGEST = 200_000


def read_text(path: Path) -> str:
    """Return the text of a policy file.

    Raises:
        CannotRead: it is not there, not ours to open, or no plain file (a pipe would keep us waiting).
        PolicyErrors: it is too large for a policy, or not UTF-8.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CannotRead(f"{_name(path)} is not a plain file. Maybe name the policy file itself.")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "its name cannot be used").lower()
        raise CannotRead(
            f"{_name(path)} cannot be read ({why}). Maybe check its name, and who may read it."
        ) from None
    if len(raw) > LARGEST:
        raise _refused(path, "too_large", "is too large for a policy.", "Maybe it is another file.")
    return _decoded(raw, path)


def _decoded(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        where = f"{_name(path)}, line {line}"
        raise PolicyErrors(
            [InputProblem("bad_encoding", where, "is not UTF-8 text.", "Maybe save it again as UTF-8.")]
        ) from None


def _refused(path: Path, code: str, message: str, advice: str) -> PolicyErrors:
    return PolicyErrors([InputProblem(code, _name(path), message, advice)])


def risks_of(path: Path) -> tuple[str, ...]:
    """Return who besides its owner could change a policy file, in sentences.

    What the administrator owns is no risk that we could tell, and some systems know no owners.
    """
    try:
        about = path.stat()
    except (OSError, ValueError):
        return ()
    found = []
    if not hasattr(os, "geteuid"):
        return ()
    if about.st_mode & stat.S_IWOTH:
        found.append(
            f"Anybody with an account here can change the policy {_name(path)}. "
            "Maybe take the right to write from others."
        )
    if about.st_uid not in (0, os.geteuid()):
        found.append(f"The policy {_name(path)} belongs to somebody else. Maybe use a copy of your own.")
    return tuple(found)


def _name(path: Path) -> str:
    plain = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path.name or str(path))
    return plain[:80]
