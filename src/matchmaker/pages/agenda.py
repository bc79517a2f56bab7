"""Everything that the pages for one allocation meeting are written from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.pages.names import Names

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.policy import Policy


@dataclass(frozen=True)
class Agenda:
    """A proposal, with the round and the policy that it was made from."""

    proposal: Proposal
    policy: Policy
    context: Context

    @cached_property
    def names(self) -> Names:
        """What everybody and everything is called."""
        return Names(self.context)

    def worker_of(self, person: str) -> str:
        """Return what a person's worker is called, or that there is none yet."""
        worker = self.context.beneficiaries[person].navigator
        return self.names.of(worker) if worker in self.context.navigators else "no worker yet"
