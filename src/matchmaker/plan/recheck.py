"""A stored certificate against the round and the policy it speaks of: compiled anew, added up anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.certificate import faults_of, fingerprint_of, fingerprint_of_problem, proved_levels
from matchmaker.compile import compiled, given_of, judged, sifted
from matchmaker.domain.breach import Breach
from matchmaker.plan.prices import level_names, numbered_prices
from matchmaker.policy.order import Order
from matchmaker.version import __version__

if TYPE_CHECKING:
    from matchmaker.compile import Compiled
    from matchmaker.domain.certificate import StoredCertificate
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.policy import Policy

CODE: Final = "certificate"
_AGAIN: Final = "Maybe run match again."


def certificate_breaches(
    round_: Round, policy: Policy, *, proposal: Proposal, certificate: StoredCertificate | None
) -> tuple[Breach, ...]:
    """Return what keeps a certificate from proving what a proposal says of itself; nothing if it does.

    No solver is asked: round and policy become a problem again, and the stored prices are added up.
    """
    if certificate is None:
        claimed = tuple(each.name for each in proposal.priorities if each.proof == "certified")
        lacking = f"It claims to be certified, and there is no certificate. {_AGAIN}"
        return (Breach(CODE, claimed, lacking),) if claimed else ()
    context = policy.context(round_)
    blocks = judged(context.requests, policy=policy, context=context)
    options = sifted(blocks, policy=policy, context=context).options
    numbers = compiled(options, policy=policy, context=context)
    recheck = _Recheck(numbers, context, Order(policy, context), proposal, certificate)
    return tuple(Breach(CODE, (), sentence) for sentence in recheck.faults())


@dataclass(frozen=True, slots=True)
class _Recheck:
    numbers: Compiled
    context: Context
    order: Order
    proposal: Proposal
    stored: StoredCertificate

    def faults(self) -> Iterator[str]:
        stored, given = self.stored, given_of(self.numbers.problem)
        if stored.problem_hash != fingerprint_of_problem(given):
            made = f"it was made by version {stored.engine_version}, and this is {__version__}"
            yield f"Round and policy do not give the problem that it speaks of ({made}). {_AGAIN}"
            return
        chosen, names = self._chosen(), level_names(self.order)
        prices = numbered_prices(self.numbers, stored, names=names, context=self.context)
        if chosen is None or prices is None:
            strange = "The plan" if chosen is None else "The certificate"
            yield f"{strange} names something that is not in the problem. {_AGAIN}"
            return
        for fault in faults_of(given, chosen, certificate=prices):
            yield f"The prices do not prove the plan: {self._named(fault)}."
        if stored.fingerprint != fingerprint_of(given, chosen, certificate=prices):
            yield "The plan or the prices are not as they were written: their fingerprint is another."
        yield from self._claims(self.order.whole(proved_levels(given, prices)))

    def _claims(self, whole: int) -> Iterator[str]:
        """Hold what proposal and certificate say of themselves to what was proved just now."""
        if self.stored.priorities != self.proposal.priorities:
            yield "It speaks of other totals, bounds or proofs than the proposal."
        for place, priority in enumerate(self.proposal.priorities):
            if priority.proof == "certified" and place >= whole:
                yield f"The proposal calls {priority.name} certified, and the prices do not prove all of it."

    def _chosen(self) -> tuple[int, ...] | None:
        """Return the plan as the problem numbers it, or None when it suggests what is no option."""
        places = {option.name: place for place, option in enumerate(self.numbers.options)}
        people = {person.id: place for place, person in enumerate(self.context.requests)}
        chosen = [-1] * len(people)
        for match in self.proposal.matches:
            place = places.get(match.name)
            if place is None:
                return None
            chosen[people[match.beneficiary]] = place
        return tuple(chosen)

    def _named(self, fault: str) -> str:
        """Return a fault with names in place of the numbers of levels, limits and requests."""

        def name(found: re.Match[str]) -> str:
            sort, place = found[1], int(found[2])
            if sort == "level":
                return f"{sort} {self.stored.levels[place]}"
            if sort == "limit":
                return f"{sort} {' '.join(self.numbers.labels[place])}"
            return f"{sort} {self.context.requests[place].id}"

        return re.sub(r"\b(level|limit|request) (\d+)", name, fault)
