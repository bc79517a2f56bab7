"""What a run folder holds, in memory and by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import pack_page
from matchmaker.pages.summary import summary
from matchmaker.review.handed_on import handed_on

if TYPE_CHECKING:
    from matchmaker.domain.certificate import StoredCertificate
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Previous, Round
    from matchmaker.policy import Policy

ROUND: Final = "round.json"
POLICY: Final = "policy.json"
PROPOSAL: Final = "proposal.json"
CERTIFICATE: Final = "certificate.json"
SUMMARY: Final = "summary.txt"
PACK: Final = "pack.html"
SUMS: Final = "SHA256SUMS"

READ: Final = (ROUND, POLICY, PROPOSAL)
"""What has to be there to know what was run."""
OURS: Final = frozenset({*READ, SUMMARY, PACK, SUMS, CERTIFICATE})
"""What `--force` may replace; a folder that holds anything else is left alone."""


@dataclass(frozen=True)
class Run:
    """A round, the policy it was judged by, and what came of it."""

    round: Round
    policy: Policy
    proposal: Proposal
    decisions: tuple[Decision, ...] = ()
    """What was decided on it since; it is no part of what was proposed."""
    certificate: StoredCertificate | None = None
    """What proves that nothing better exists; there is none where nothing is certified."""

    @cached_property
    def files(self) -> dict[str, str]:
        """The content of every file, by name."""
        certified = {CERTIFICATE: self.certificate.to_json()} if self.certificate else {}
        return {
            ROUND: self.round.to_json(),
            POLICY: self.policy.model_dump_json(indent=1) + "\n",
            PROPOSAL: self.proposal.to_json(),
            SUMMARY: summary(self.round, self.policy, proposal=self.proposal),
            PACK: pack_page(self.agenda),
            **certified,
        }

    @cached_property
    def agenda(self) -> Agenda:
        """What every page for the meeting is written from."""
        return Agenda(self.proposal, self.policy, self.policy.context(self.round))

    def as_previous(self) -> Previous:
        """Return what the next round has to know: the proposal, and every protective row that held.

        What was since said to keep two people apart is one of them, even if they are away for a month.
        """
        told = (decision for decision in self.decisions if decision.kind in ("answer", "end"))
        return handed_on(self.round.with_decisions(told), self.proposal)
