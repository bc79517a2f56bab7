"""A plan put into words: the whole proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.compile import salt_of
from matchmaker.domain.hashing import fingerprint
from matchmaker.domain.proposal import Proposal
from matchmaker.explain.hear_more import hear_more
from matchmaker.explain.ledger import Ledger
from matchmaker.explain.matches import proposed_match
from matchmaker.explain.mentors import mentors_without_a_match
from matchmaker.explain.room import Room
from matchmaker.explain.unmatched import unmatched
from matchmaker.explain.warnings import warnings_of
from matchmaker.policy.waivers import waivers_used
from matchmaker.version import __version__

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.plan import Plan


def proposal_of(plan: Plan) -> Proposal:
    """Return the proposal that a plan makes, people in the order of their ids."""
    policy, context = plan.policy, plan.context
    room, ledger = Room(plan), Ledger(plan.judged[0])
    by_person: dict[str, list[Option]] = {}
    for option in plan.options:
        if room.at_all(option.pair):
            by_person.setdefault(option.pair.beneficiary.id, []).append(option)
    previous = context.round.previous
    return Proposal(
        engine_version=__version__,
        as_of=context.as_of,
        round_hash=context.round.fingerprint,
        policy_hash=policy.fingerprint,
        previous_hash=fingerprint(previous.proposal) if previous else None,
        salt=salt_of(context),
        status=plan.status,
        reproducible=plan.answer is None or plan.answer.canonical,
        priorities=plan.priorities,
        matches=tuple(
            proposed_match(
                option, by_person.get(option.pair.beneficiary.id, ()), policy=policy, context=context
            )
            for option in sorted(plan.chosen, key=lambda o: o.pair.beneficiary.id)
        ),
        unmatched=unmatched(plan, room, ledger=ledger),
        mentors_without_a_match=mentors_without_a_match(plan, room, ledger=ledger),
        hear_more=hear_more(plan, room),
        waivers=_waivers(plan),
        warnings=warnings_of(plan),
    )


def _waivers(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the decisions on which a suggestion rests."""
    rules, context = plan.policy.rules_on, plan.context
    used = (waivers_used(option.pair, rules, context=context) for option in plan.chosen)
    return tuple(sorted({waiver.id for waivers in used for waiver in waivers}))
