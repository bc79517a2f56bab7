"""The whole check: the absolute rules a second time, then the law, the limits, the sums and the people."""

from __future__ import annotations

import json
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from matchmaker.verify.absolute import absolute_breaches
from matchmaker.verify.claims import claim_breaches
from matchmaker.verify.decisions import decision_breaches
from matchmaker.verify.everyone import everyone_breaches
from matchmaker.verify.identity import identity_breaches
from matchmaker.verify.law import law_breaches
from matchmaker.verify.reasons import reason_breaches
from matchmaker.verify.room import room_breaches
from matchmaker.verify.shape import shape_breaches
from matchmaker.verify.standby import standby_breaches
from matchmaker.verify.sums import sum_breaches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matchmaker.domain.breach import Breach
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.policy import Policy


def verify(round_: Round, policy: Policy, proposal: Proposal) -> tuple[Breach, ...]:
    """Return every breach of a proposal, sorted; nothing when it is sound.

    Sound means that rules, limits and sums are kept. That no better plan exists is for the certificate to
    prove, and this function cannot see it: `matchmaker verify` looks at the run folder's.

    A proposal that was made from other data, names people who are not in the round, or suggests what
    cannot be judged, is judged no further.
    """
    everything = partial(_everything, proposal, policy, with_reasons=True)
    return _judged(round_, policy, proposal, beside=everything)


def plan_breaches(round_: Round, policy: Policy, *, proposal: Proposal) -> tuple[Breach, ...]:
    """Return every breach of a plan that gives no reasons for those whom it suggests nobody.

    Everything that `verify` judges but these reasons, which in a large round are most of its work.
    """
    everything = partial(_everything, proposal, policy, with_reasons=False)
    return _judged(round_, policy, proposal, beside=everything)


def added_breaches(round_: Round, policy: Policy, *, proposal: Proposal) -> tuple[Breach, ...]:
    """Return every breach of what explanations add to a proposal that was verified without them."""
    return _judged(round_, policy, proposal, beside=partial(_added, proposal, policy))


def _judged(
    round_: Round, policy: Policy, proposal: Proposal, *, beside: Callable[[Context], Iterable[Breach]]
) -> tuple[Breach, ...]:
    """Return what is wrong by the absolute rules, and of what is looked at beside them."""
    if strange := tuple(identity_breaches(proposal, round_=round_, policy=policy)):
        return tuple(sorted(strange))
    context = policy.context(round_)
    again = absolute_breaches(
        json.loads(round_.to_json()),
        json.loads(proposal.to_json()),
        session_minutes=policy.habits.session_minutes,
    )
    return tuple(sorted({*again, *beside(context)}))


def _everything(
    proposal: Proposal, policy: Policy, context: Context, *, with_reasons: bool
) -> Iterable[Breach]:
    if misshapen := tuple(shape_breaches(proposal, context)):
        return misshapen
    return chain(
        law_breaches(proposal, policy, context=context),
        room_breaches(proposal, policy, context=context),
        sum_breaches(proposal, policy, context=context),
        everyone_breaches(proposal, policy, context=context),
        decision_breaches(proposal, context),
        claim_breaches(proposal, policy, context=context),
        standby_breaches(proposal, policy, context=context),
        reason_breaches(proposal, policy, context=context) if with_reasons else (),
    )


def _added(proposal: Proposal, policy: Policy, context: Context) -> Iterable[Breach]:
    return chain(
        claim_breaches(proposal, policy, context=context),
        standby_breaches(proposal, policy, context=context),
    )
