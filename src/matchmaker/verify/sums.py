"""Do the totals follow from the matches, and the status from the bounds?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import Suggestion
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.policy import Policy


def sum_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield what does not add up."""
    if tuple(priority.name for priority in proposal.priorities) != policy.priorities:
        yield Breach("priorities", (), "Its priorities are not those of the policy, in their order.")
        return
    pairs = [(pair_of(match, context), match.state) for match in proposal.matches]
    said = [Suggestion(pair, state, policy.fit(pair, context)) for pair, state in pairs]
    order = Order(policy, context)
    worths = [order.worth(suggestion) for suggestion in said] or [(0,) * order.levels]
    totals = order.told([sum(level) for level in zip(*worths, strict=True)])
    for priority, total in zip(proposal.priorities, totals, strict=True):
        if priority.total != total:
            yield Breach(
                "totals", (priority.name,), f"It states {priority.total}, and the matches add up to {total}."
            )
    yield from _status(proposal)


def _status(proposal: Proposal) -> Iterator[Breach]:
    """Optimal means that no bound leaves room; no plan means no matches."""
    gaps = [priority.bound - priority.total for priority in proposal.priorities]
    if proposal.status == "optimal" and any(gaps):
        yield Breach(
            "status", (), "It claims to be the best plan, but its bounds leave room for a better one."
        )
    if proposal.status in ("unknown", "impossible") and proposal.matches:
        yield Breach("status", (), f"It says {proposal.status}, but suggests matches.")
    first_open = next((place for place, gap in enumerate(gaps) if gap), len(gaps))
    if gaps[first_open : first_open + 1] and gaps[first_open] < 0:
        yield Breach("bounds", (proposal.priorities[first_open].name,), "A total is better than its bound.")
    has_plan = proposal.status in ("optimal", "feasible")
    for place, priority in enumerate(proposal.priorities):
        if has_plan and (priority.proof != "not proved") != (place < first_open):
            yield Breach("proof", (priority.name,), "It states a proof that its bound does not give.")
