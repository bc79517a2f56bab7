"""Everything that the pages for one allocation meeting are written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.pages.names import Names
from matchmaker.pages.setting import in_turn

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, Unmatched
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

    @cached_property
    def without(self) -> tuple[Unmatched, ...]:
        """Whoever has no suggestion: the longest wait first."""
        people = self.context.beneficiaries
        return tuple(
            sorted(
                self.proposal.unmatched,
                key=lambda e: (people[e.beneficiary].asked_on or date.max, in_turn(e.beneficiary)),
            )
        )

    def worker_of(self, person: str) -> str:
        """Return what a person's worker is called, or that there is none yet."""
        worker = self.context.beneficiaries[person].navigator
        return self.names.of(worker) if worker in self.context.navigators else "no worker yet"
