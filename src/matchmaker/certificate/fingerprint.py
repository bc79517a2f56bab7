"""One hash over problem, plan and prices: another price may prove the same plan, but not go unnoticed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matchmaker.certificate.given import Certificate, Given


def fingerprint_of_problem(given: Given) -> str:
    """Return the SHA-256 of the problem's canonical JSON."""
    return _hash(_problem(given))


def fingerprint_of(given: Given, chosen: Sequence[int], *, certificate: Certificate) -> str:
    """Return the SHA-256 of the canonical JSON of the problem, the plan and the prices, in this order."""
    proof = (("chosen", chosen), ("covered", certificate.covered), ("prices", certificate.prices))
    return _hash((*_problem(given), *proof))


def _problem(given: Given) -> tuple[tuple[str, Any], ...]:
    names = ("requests", "request", "value", "limit", "option", "amount", "at_most", "at_least", "key")
    return tuple((name, getattr(given, name)) for name in names)


def _hash(parts: Iterable[tuple[str, Any]]) -> str:
    """Hash one line a part, so that a large problem is never one long text."""
    found = sha256()
    for part in parts:
        found.update(json.dumps(part, separators=(",", ":")).encode() + b"\n")
    return found.hexdigest()
