"""Adds to a proposal what would help each person without a suggestion, the longest wait first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from matchmaker.domain.words import counted
from matchmaker.plan.clock import ONE_QUESTION

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal, Remedy
    from matchmaker.engine.study import Study
    from matchmaker.plan.clock import Clock


def with_remedies(proposal: Proposal, study: Study, *, clock: Clock) -> tuple[Proposal, str]:
    """Return the proposal with what would help everybody without a suggestion, the longest wait first.

    Only what was tried to the end is told: whoever there was no time for has none.
    """
    asked = {person.id: person.asked_on for person in study.plan.context.requests}
    told: dict[str, tuple[Remedy, ...]] = {}
    for entry in sorted(proposal.unmatched, key=lambda entry: asked[entry.beneficiary] or date.max):
        if clock.over:
            break
        found = study.tried(entry.beneficiary, search=clock.at_most(ONE_QUESTION))
        if found.looked != "while there was time":
            told[entry.beneficiary] = tuple(each.as_stored for each in found.remedies if each.verified)
    unmatched = tuple(
        entry.model_copy(update={"remedies": told.get(entry.beneficiary, ())}) for entry in proposal.unmatched
    )
    missed = len(unmatched) - len(told)
    people = counted(missed, "person", many="people")
    note = (
        f"For {people} without a suggestion there was no time to look for what would help." if missed else ""
    )
    return proposal.model_copy(update={"unmatched": unmatched}), note
