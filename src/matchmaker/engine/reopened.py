"""A proposal opened again: whether it is of this round and policy, and the plan as it was proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matchmaker.errors import ArgumentError

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.plan import Plan
    from matchmaker.policy import Policy


def made_from(proposal: Proposal, round_: Round, *, policy: Policy) -> None:
    """Refuse a proposal that was made from another round or policy with `ArgumentError`."""
    for name, given, own in (
        ("round", proposal.round_hash, round_.fingerprint),
        ("policy", proposal.policy_hash, policy.fingerprint),
    ):
        if given != own:
            raise ArgumentError(f"proposal was made from another {name}. Maybe propose again.")


def as_proposed(plan: Plan, proposal: Proposal) -> Plan:
    """Return a plan that suggests what was proposed, even if time cut that short.

    Raises:
        ArgumentError: the proposal suggests what is not open today, or tells of somebody who did not ask.
    """
    by_name = {option.name: option for option in plan.options}
    chosen = [by_name.get(match.name) for match in proposal.matches]
    others = ((match.beneficiary, *way.name) for match in proposal.matches for way in match.alternatives)
    if None in chosen or not by_name.keys() >= set(others):
        raise ArgumentError("proposal suggests what is not open today. Maybe propose again.")
    if {entry.beneficiary for entry in proposal.unmatched} - {asked.id for asked in plan.context.requests}:
        raise ArgumentError("proposal tells of somebody who did not ask. Maybe propose again.")
    return replace(plan, chosen=tuple(filter(None, chosen)))
