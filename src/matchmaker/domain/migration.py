"""Records of an older schema, step by step into the present one; newer ones are refused unchanged.

A minor version only adds, so that a file of an older one reads as it is. A major version may change what
a field means; then one function here takes a record from that version to the next, and a chain of them
takes it to ours. A record without a version is one that was written by hand, or by the first version.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from matchmaker.domain.fields import SCHEMA_VERSION
from matchmaker.errors import InputErrors, InputProblem

VERSION: Final = "schema_version"
Step: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
Ladder: TypeAlias = Mapping[int, Mapping[str, Step]]

LADDER: Final[Ladder] = {}
"""For each major version before ours, what becomes of a round, policy, proposal or decision in the next."""

_WITHIN: Final[Mapping[str, Mapping[str, str]]] = {
    "round": {"previous": "previous", "decisions": "decision"},
    "previous": {"proposal": "proposal"},
}
"""Which records hold others; one that names no version has that of the record around it."""


def migrated(what: str, data: Any, *, ladder: Ladder = LADDER) -> Any:
    """Return plain data as the present version writes it; what cannot be taken there stays as it is.

    Raises:
        InputErrors: it was written by a newer version; nothing else is said of it.
    """
    return _migrated(what, data, ladder, version=SCHEMA_VERSION)


def _migrated(what: str, data: Any, ladder: Ladder, *, version: Any) -> Any:
    if isinstance(data, list):
        return [_migrated(what, each, ladder, version=version) for each in data]
    if not isinstance(data, dict):
        return data
    said = data.get(VERSION, version)
    _refuse_newer(said)
    inner = {
        name: _migrated(kind, data[name], ladder, version=said)
        for name, kind in _WITHIN.get(what, {}).items()
        if isinstance(data.get(name), dict | list)
    }
    result: dict[str, Any] = data | inner
    for number in _steps(said, ladder):
        result = ladder[number].get(what, dict)(result)
        if VERSION in data:
            result[VERSION] = f"{number + 1}.0"
    return result


def _steps(version: Any, ladder: Ladder) -> range:
    """Return the major versions to climb from; none when a rung is missing, for the field to refuse it."""
    numbers, ours = _numbers(version), _numbers(SCHEMA_VERSION)
    if not numbers or not ours or any(n not in ladder for n in range(numbers[0], ours[0])):
        return range(0)
    return range(numbers[0], ours[0])


def _refuse_newer(version: Any) -> None:
    numbers, ours = _numbers(version), _numbers(SCHEMA_VERSION)
    if numbers and ours and numbers > ours:
        message = f"{version} is newer than {SCHEMA_VERSION}, the newest that we know."
        raise InputErrors([InputProblem("newer_version", VERSION, message, "Maybe update matchmaker.")])


def _numbers(version: Any) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{1,4})\.(\d{1,4})", version) if isinstance(version, str) else None
    return (int(found[1]), int(found[2])) if found else None
