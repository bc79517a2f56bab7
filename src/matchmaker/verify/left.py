"""What the suggestions together take of each limit, and what they leave: one sum for every check of room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matchmaker.limits.taking import What
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.policy import Policy


def left_of(proposal: Proposal, policy: Policy, *, context: Context) -> dict[What, int]:
    """Return what all matches together leave of each limit: below nothing where they take too much."""
    used = used_of(proposal, policy, context=context)
    return {what: most - used[what] for what, most in room_of(policy, context).items()}


def room_of(policy: Policy, context: Context) -> dict[What, int]:
    """Return what there is of each limit before anything is suggested; what is not there is not limited."""
    rooms = ((limit.code, limit.left(context)) for limit in policy.limits_on)
    return {(code, key): most for code, room in rooms for key, most in room.items()}


def used_of(proposal: Proposal, policy: Policy, *, context: Context) -> Counter[What]:
    """Return what all matches together take of each limit."""
    used = Counter[What]()
    for match in proposal.matches:
        used.update(uses_of(pair_of(match, context), policy, context=context))
    return used


def uses_of(pair: Pair, policy: Policy, *, context: Context) -> Counter[What]:
    """Return what one pair takes of each limit."""
    taken = ((limit.code, limit.taken(pair, context)) for limit in policy.limits_on)
    return Counter({(code, key): amount for code, by in taken for key, amount in by.items()})
