"""Are pins and vetoes kept?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal


def decision_breaches(proposal: Proposal, context: Context) -> Iterator[Breach]:
    """Yield each pin that is not honoured, where there is a plan, and each veto that is not kept."""
    for match in proposal.matches:
        if context.decided.vetoed(match.beneficiary, match.mentors, company=match.company):
            yield Breach("vetoed", (match.beneficiary, *match.mentors), "It suggests what was vetoed.")
    if proposal.status in ("unknown", "impossible"):
        return
    for pin in context.decided.pins:
        if not any(pin.is_about(m.beneficiary, m.mentors, company=m.company) for m in proposal.matches):
            yield Breach("pin", (pin.beneficiary or "", *pin.mentors), "A pin is not honoured.")
