"""A run folder back into memory; what is damaged is named."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from matchmaker.domain.certificate import StoredCertificate
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.reading import parse_json, record_from
from matchmaker.domain.record import Record
from matchmaker.domain.round import Round
from matchmaker.errors import CannotRead, InputErrors, PolicyErrors
from matchmaker.files import told
from matchmaker.files.archive import cannot, read_bytes
from matchmaker.files.sizes import LARGE
from matchmaker.files.telling import folder_shown
from matchmaker.policy import Policy
from matchmaker.runs.decided import decisions_in
from matchmaker.runs.run import CERTIFICATE, POLICY, PROPOSAL, ROUND, Run

R = TypeVar("R", bound=Record)
_AGAIN: Final = " If nobody changed it on purpose, run match again."


def load_run(path: str | Path) -> Run:
    """Return what a run folder holds; whether it is sound is for `verify` to say.

    Raises:
        CannotRead: it is no run folder, or a file in it is missing, damaged or of a newer version.
    """
    folder = Path(path)
    if not folder.exists():
        raise _cannot(folder, "is not there", maybe="check the name and the folder")
    if not any((folder / name).exists() for name in (PROPOSAL, ROUND)):
        raise _cannot(folder, "is not a run folder", maybe="name the folder that match wrote")
    return Run(
        _record(folder / ROUND, Round),
        _record(folder / POLICY, Policy),
        _record(folder / PROPOSAL, Proposal),
        decisions_in(folder),
        _record(folder / CERTIFICATE, StoredCertificate) if (folder / CERTIFICATE).exists() else None,
    )


def load_policy(path: str | Path) -> Policy:
    """Return the policy in a TOML file, or in the `policy.json` of a run.

    Raises:
        PolicyErrors: everything that is wrong with it, all at once.
        CannotRead: it is not there, or not ours to open.
    """
    if Path(path).suffix.casefold() != ".json":
        return Policy.load(path)
    if Path(path).exists() and not Path(path).is_file():
        raise cannot(Path(path), "is not a plain file", maybe="name the policy.json itself")
    try:
        return record_from(Policy, parse_json(read_bytes(Path(path))))
    except InputErrors as errors:
        raise PolicyErrors(errors.problems) from None


def _record(path: Path, kind: type[R]) -> R:
    try:
        if not path.exists():
            raise _cannot(path.parent, f"has no {path.name} any more", maybe="run match again")
        data = parse_json(read_bytes(path, LARGE))
        return record_from(kind, data)
    except InputErrors as errors:
        if any(problem.code == "newer_version" for problem in errors.problems):
            why = "was written by another version of matchmaker"
            raise _cannot(path.parent, f"holds a {path.name} that {why}", maybe="update matchmaker") from None
        more = f" ({len(errors.problems)} problems)" if len(errors.problems) > 1 else ""
        where = f"{folder_shown(path.parent)}: {path.name}"
        raise CannotRead(f"{where} is damaged: {told(errors.problems[0])}{more}{_AGAIN}") from None


def _cannot(folder: Path, what: str, *, maybe: str) -> CannotRead:
    return CannotRead(f"{folder_shown(folder)} {what}. Maybe {maybe}.")
