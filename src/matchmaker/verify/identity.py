"""Is this the proposal of this round and policy, and does it speak of people and places that exist?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.domain.hashing import fingerprint

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.policy import Policy


def identity_breaches(proposal: Proposal, *, round_: Round, policy: Policy) -> Iterator[Breach]:
    """Yield what makes every further check pointless."""
    yield from _stale(round_, policy, proposal)
    known = {
        "mentor": {mentor.id for mentor in round_.mentors},
        "beneficiary": {person.id for person in round_.beneficiaries},
        "venue": {venue.code for venue in policy.context(round_).venues},
    }
    for sort, name in _named(proposal):
        if name not in known[sort]:
            yield Breach("unknown-id", (name,), f"{name} is not a {sort} of this round.")


def _stale(round_: Round, policy: Policy, proposal: Proposal) -> Iterator[Breach]:
    previous = fingerprint(round_.previous.proposal) if round_.previous else None
    made_from = (
        ("as_of", proposal.as_of, round_.as_of),
        ("salt", proposal.salt, round_.as_of.isoformat()),
        ("round", proposal.round_hash, round_.fingerprint),
        ("policy", proposal.policy_hash, policy.fingerprint),
        ("previous proposal", proposal.previous_hash, previous),
    )
    for what, stated, now in made_from:
        if stated != now:
            yield Breach("stale-proposal", (), f"It was made from another {what}. Maybe run match again.")


def _named(proposal: Proposal) -> Iterator[tuple[str, str]]:
    for match in proposal.matches:
        yield "beneficiary", match.beneficiary
        yield from (("mentor", mentor) for mentor in match.mentors)
        yield from (("venue", meeting.venue) for meeting in match.arrangements)
        yield from (("mentor", mentor) for other in match.alternatives for mentor in other.mentors)
        yield from (("beneficiary", moved) for other in match.alternatives for moved in other.moves)
        yield from (("mentor", mentor) for mentor in match.standby)
    yield from (("beneficiary", nobody.beneficiary) for nobody in proposal.unmatched)
    for entry in proposal.hear_more:
        yield "beneficiary", entry.beneficiary
        yield from (("mentor", mentor) for other in entry.introductions for mentor in other.mentors)
    yield from (("mentor", spare.mentor) for spare in proposal.mentors_without_a_match)
