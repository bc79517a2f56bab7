"""What the next round has to know of this one: what was proposed, and the protective rows that held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.domain.context import Context
from matchmaker.domain.round import Previous

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round


def handed_on(round_: Round, proposal: Proposal, *, lifted: frozenset[str] = frozenset()) -> Previous:
    """Return the proposal with every protective row in force, but for those lifted since, by their keys."""
    held = Context(round_).protection
    return Previous(
        proposal=proposal,
        keep_apart=tuple(row for row in held.keep_apart if row.key not in lifted),
        avoid=tuple(row for row in held.avoid if row.key not in lifted),
    )
