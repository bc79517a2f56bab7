"""What a proposal must not claim: remedies that nothing makes, waivers it does not use, impossible prices.

It may claim to be certified. Whether it is cannot be seen from the records: `matchmaker verify` compiles
them again and adds up the certificate, which lies in the run folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.policy.waivers import waivers_used
from matchmaker.verify.pairs import pair_of
from matchmaker.verify.prices import price_breaches

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Alternative, Proposal, Remedy
    from matchmaker.policy import Policy

_DESCRIBED = 3


def claim_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield claims that nobody can have made good, and other ways that are no other ways."""
    for match in proposal.matches:
        about = (match.beneficiary, *match.mentors)
        yield from _ways(match.beneficiary, match.alternatives, at_most=policy.alternatives)
        if any((match.beneficiary, *other.name) == match.name for other in match.alternatives):
            yield Breach("claim", about, "It lists itself as another way.")
    yield from price_breaches(proposal)
    for described in proposal.hear_more:
        yield from _ways(described.beneficiary, described.introductions, at_most=_DESCRIBED)
        if any(way != way.unpriced for way in described.introductions):
            yield Breach("claim", (described.beneficiary,), "Nothing is held, so nothing has a price.")
    for nobody in proposal.unmatched:
        if any(not _could_help(remedy, policy) for remedy in nobody.remedies):
            yield Breach("claim", (nobody.beneficiary,), "It names a remedy that cannot be one.")
    pairs = (pair_of(match, context) for match in proposal.matches)
    used = {w.id for pair in pairs for w in waivers_used(pair, policy.rules_on, context=context)}
    if proposal.waivers != tuple(sorted(used)):
        yield Breach("claim", (), "The waivers it names are not those that its suggestions rest on.")
    yield from _proofs(proposal)


def _could_help(remedy: Remedy, policy: Policy) -> bool:
    """Say whether it was tried, with a figure for each priority, of which the first that moves is a gain."""
    gain = remedy.gain or ()
    moved = next((each for each in gain if each), 0)
    return remedy.verified and len(gain) == len(policy.priorities) and moved >= 0


def _proofs(proposal: Proposal) -> Iterator[Breach]:
    """A proof of one priority rests on those before it; whether there is one, a certificate says."""
    surest_first = ("certified", "solver-claimed", "not proved")
    proofs = [surest_first.index(priority.proof) for priority in proposal.priorities]
    for earlier, later, priority in zip(proofs, proofs[1:], proposal.priorities[1:], strict=False):
        if later < earlier:
            yield Breach("proof", (priority.name,), "It is surer of this than of what comes before it.")


def _ways(person: str, ways: Sequence[Alternative], *, at_most: int) -> Iterator[Breach]:
    names = {way.name for way in ways}
    if len(ways) > at_most or len(names) < len(ways):
        yield Breach("claim", (person,), "It lists too many other ways, or one of them twice.")
