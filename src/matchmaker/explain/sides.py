"""One of two plans that are set beside each other: who would meet whom, by which policy, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from matchmaker.compile import option_of
from matchmaker.errors import VerificationFailed
from matchmaker.plan.forced import worth_of
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import Suggestion
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, Status
    from matchmaker.policy import Policy


class Planned(Protocol):
    """What a plan in memory and a proposal that was read back have in common."""

    @property
    def policy(self) -> Policy:
        """What it was judged by."""

    @property
    def context(self) -> Context:
        """The round it is about."""

    @property
    def order(self) -> Order:
        """The order of priorities over that round."""

    @property
    def chosen(self) -> tuple[Option, ...]:
        """Whom it suggests."""

    @property
    def status(self) -> Status:
        """How sure we are that none is better, or that there is one at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """A proposal as a plan: what it suggests, and what that is worth."""

    policy: Policy
    context: Context
    order: Order
    chosen: tuple[Option, ...]
    status: Status = "optimal"


def side_of(proposal: Proposal, policy: Policy, *, context: Context) -> Side:
    """Return a proposal as a plan, without judging a pair anew.

    Raises:
        VerificationFailed: it suggests what its round does not hold, or its totals are wrong.
    """
    order = Order(policy, context)
    try:
        suggestions = [Suggestion(pair_of(each, context), each.state, each.fit) for each in proposal.matches]
    except KeyError:
        raise VerificationFailed(
            "a plan suggests somebody, or a place or task, that its round does not hold. Maybe run "
            "match again."
        ) from None
    chosen = tuple(option_of(each, order=order, context=context) for each in suggestions)
    if order.told(worth_of(chosen, order)) != proposal.totals:
        raise VerificationFailed(
            "a plan's totals are not what its suggestions add up to. Maybe run match again."
        )
    return Side(policy, context, order, chosen, proposal.status)
