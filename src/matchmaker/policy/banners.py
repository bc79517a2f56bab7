"""What is switched off, by whom and why: said on every page and in every document that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.domain.clause import Clause
    from matchmaker.policy.policy import Policy


def banners(policy: Policy) -> tuple[str, ...]:
    """Return a sentence for everything that is switched off; nothing when all holds."""
    return tuple(
        f"The {kind} {clause.code} ({clause.title}) is switched off by {clause.off_by}: "
        f"{(clause.off_because or '').rstrip('.')}."
        for kind, clause in kinds(policy)
        if clause.off
    )


def kinds(policy: Policy) -> Iterator[tuple[str, Clause]]:
    """Yield every clause with the word for what it is."""
    for word, clauses in (("rule", policy.rules), ("criterion", policy.criteria), ("limit", policy.limits)):
        for clause in clauses:
            yield word, clause
