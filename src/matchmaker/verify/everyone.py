"""Nobody is lost or given away: everyone who asked is there once, and kept-apart is not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.domain.words import KEPT_APART
from matchmaker.policy.banners import kinds

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.policy import Policy


def everyone_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield who is missing, who is there twice, and what is told that must not be."""
    yield from _once(proposal, context)
    yield from _mentors(proposal, context)
    for entry in proposal.unmatched:
        for objection in entry.objections:
            if (objection.mentors is None) != (objection.code == KEPT_APART):
                yield Breach(
                    "counted",
                    (entry.beneficiary,),
                    f"{objection.code} is counted where it must not be, or not where it must.",
                )
    said = [warning.sentence for warning in proposal.warnings if warning.code == "switched-off"]
    for _, clause in kinds(policy):
        told = (clause.code, clause.off_by or "", clause.off_because or "")
        if clause.off and not any(all(part.rstrip(".") in each for part in told) for each in said):
            what = f"{clause.code} is switched off, and the proposal does not say so, by whom and why."
            yield Breach("no-banner", (clause.code,), what)


def _once(proposal: Proposal, context: Context) -> Iterator[Breach]:
    there = Counter(match.beneficiary for match in proposal.matches)
    there.update(entry.beneficiary for entry in proposal.unmatched)
    asked = {person.id for person in context.requests}
    for person in sorted(asked - set(there)):
        yield Breach("missing", (person,), f"{person} asked for a mentor and is not in the proposal.")
    for person in sorted(set(there) - asked):
        yield Breach("no-request", (person,), f"{person} makes no request at present.")
    for person in sorted(person for person, times in there.items() if times > 1):
        yield Breach("twice", (person,), f"{person} is in the proposal more than once.")
    curious = {person.id for person in context.curious}
    if Counter(entry.beneficiary for entry in proposal.hear_more) != Counter(curious):
        yield Breach(
            "hear-more", tuple(sorted(curious)), "Those who would like to hear more are not each there once."
        )


def _mentors(proposal: Proposal, context: Context) -> Iterator[Breach]:
    busy = {mentor for match in proposal.matches for mentor in match.mentors}
    spare = Counter(entry.mentor for entry in proposal.mentors_without_a_match)
    if spare != Counter(set(context.mentors) - busy):
        yield Breach("spare-mentors", (), "The mentors without a match are not those who have none.")
