"""What another way is said to mean for others: of the right shape, and never better than the bounds allow.

That a regret is the right one takes a solver to find out, and none is asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Alternative, Proposal


def price_breaches(proposal: Proposal) -> Iterator[Breach]:
    """Yield prices of other ways that cannot be."""
    people = frozenset(match.beneficiary for match in proposal.matches)
    people |= {nobody.beneficiary for nobody in proposal.unmatched}
    for match in proposal.matches:
        for way in match.alternatives:
            for text in _faults(way, match.beneficiary, proposal, people=people):
                yield Breach("claim", (match.beneficiary, *way.mentors), text)


def _faults(way: Alternative, person: str, proposal: Proposal, *, people: frozenset[str]) -> Iterator[str]:
    told = [way.regret is not None, way.regret_at_least is not None, way.impossible]
    if sum(told) > 1:
        yield "It says both what another way costs and that this is not known."
    if len(way.regret_at_least or ()) > len(proposal.priorities):
        yield "It states a bound for more priorities than there are."
    if next((lost for lost in way.regret_at_least or () if lost), 1) < 0:
        yield "It states a bound that is none: the plan is said to be better with another way."
    if way.regret is None:
        if way.moves:
            yield "It says who would move, and not what that comes to."
        return
    if len(way.regret) != len(proposal.priorities):
        yield "It does not state what another way costs at each priority."
    elif _too_good(way.regret, proposal):
        yield "Another way would be better than its bounds allow."
    if way.moves[:1] != (person,) or len(set(way.moves)) < len(way.moves) or not people.issuperset(way.moves):
        yield "Those who would move are not the person and others who asked, each once."


def _too_good(regret: tuple[int, ...], proposal: Proposal) -> bool:
    """Say whether a plan with it would beat a bound, the first priority that differs counting."""
    for lost, priority in zip(regret, proposal.priorities, strict=True):
        if lost or priority.bound > priority.total:
            return priority.total - lost > priority.bound
    return False
