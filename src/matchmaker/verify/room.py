"""Is there room for all the matches together?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.verify.left import room_of, used_of

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.policy import Policy


def room_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield each limit that the matches, added up, go beyond."""
    titles = {limit.code: limit.title for limit in policy.limits_on}
    room = room_of(policy, context)
    for (code, key), amount in used_of(proposal, policy, context=context).items():
        left = room.get((code, key), amount)
        if amount > left:
            yield Breach(code, (key,), f"{key} has {left} left of {titles[code]}, and {amount} are used.")
