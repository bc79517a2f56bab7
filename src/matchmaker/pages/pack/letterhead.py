"""What all letters share: a file name that lists nobody, when and where they are from, and whom to ring."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from matchmaker.pages.pack.marked import typed
from matchmaker.pages.setting import on_day

if TYPE_CHECKING:
    from matchmaker.pages.agenda import Agenda
    from matchmaker.pages.pack.view import View


def file_name(kind: str, agenda: Agenda, *, about: str) -> str:
    """Return a name by which nobody can tell whom a letter is to, the same whenever it is written again."""
    key = f"{agenda.proposal.round_hash} {about}"
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.html"


def letterhead(view: View) -> dict[str, object]:
    """Return what stands above and below every letter."""
    programme = view.context.round.programme
    return {
        "day": on_day(view.agenda.proposal.as_of),
        "locality": typed(programme.locality),
        "contact": typed(programme.safeguarding_contact),
    }
