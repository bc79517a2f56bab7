"""Adds to each introduction of a proposal who could step in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.plan import standbys

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.engine.study import Study
    from matchmaker.plan.clock import Clock


def with_standbys(proposal: Proposal, study: Study, *, clock: Clock) -> tuple[Proposal, str]:
    """Return the proposal with a standby wherever there can be one."""
    found = None if clock.over else standbys(study.plan, search=clock.at_most(clock.left))
    if found is None:
        return proposal, "There was no time to find out who could step in."
    by_person = {person: option.pair.mentor_ids for person, option in found.items()}
    matches = tuple(
        match.model_copy(update={"standby": by_person.get(match.beneficiary, ())})
        for match in proposal.matches
    )
    return proposal.model_copy(update={"matches": matches}), ""
