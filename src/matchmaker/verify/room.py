"""Is there room for all the matches together?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.policy import Policy


def room_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield each limit that the matches, added up, go beyond."""
    pairs = [pair_of(match, context) for match in proposal.matches]
    for limit in policy.limits_on:
        left, used = limit.left(context), Counter[str]()
        for pair in pairs:
            used.update(limit.taken(pair, context))
        for key, amount in used.items():
            if key in left and amount > left[key]:
                yield Breach(
                    limit.code, (key,), f"{key} has {left[key]} left of {limit.title}, and {amount} are used."
                )
