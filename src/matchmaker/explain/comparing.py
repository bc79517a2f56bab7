"""Sets two proposals beside each other: who came and went, who moves, and what can be subtracted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.words import in_turn
from matchmaker.explain.comparison import COUNTS, PEOPLE, Comparison, OnePlan
from matchmaker.explain.contrast import contrast
from matchmaker.plan.forced import worth_of
from matchmaker.policy.priorities import PLAIN, Suggestion

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.context import Context
    from matchmaker.explain.chain_words import Coming
    from matchmaker.explain.for_others import Move
    from matchmaker.explain.sides import Planned
    from matchmaker.policy.priorities import PriorityName


def compared(first: Planned, second: Planned) -> Comparison:
    """Set a second plan beside a first one.

    Raises:
        VerificationFailed: the parts do not add up to the whole.
    """
    coming = _coming(first, second)
    unlike = tuple(_unlike(first, second))
    found = contrast(first, second, coming=coming, alike=not unlike)
    moves = [move for chain in found.chains for move in chain.moves if move.beneficiary not in coming]
    both = [move for move in moves if move.before and move.after]
    return Comparison(
        _one(first),
        _one(second),
        unlike,
        _who(move for move in moves if not move.before),
        _who(move for move in moves if not move.after),
        _who(move for move in both if set(move.before) != set(move.after)),
        _who(move for move in both if set(move.before) == set(move.after)),
        {what: tuple(sorted((who for who in coming if coming[who] == what), key=in_turn)) for what in PEOPLE},
        found,
    )


def _who(moves: Iterable[Move]) -> tuple[str, ...]:
    return tuple(sorted((move.beneficiary for move in moves), key=in_turn))


def _one(plan: Planned) -> OnePlan:
    return OnePlan(
        plan.context.as_of,
        plan.policy.name,
        plan.status,
        len(plan.chosen),
        len(plan.context.requests),
        plan.policy.priorities,
        plan.order.told(worth_of(plan.chosen, plan.order)),
        dict(_counts(plan)),
    )


def _unlike(first: Planned, second: Planned) -> Iterator[str]:
    """Yield what keeps the totals from being counted alike."""
    if first.policy.fingerprint != second.policy.fingerprint:
        yield "the two were made under different policies"
    if first.context.as_of != second.context.as_of:
        yield "they are of different days"
    if _asking(first.context) != _asking(second.context):
        yield "not the same people ask in both"


def _asking(context: Context) -> set[tuple[str, date | None, bool]]:
    return {(person.id, person.asked_on, person.urgent) for person in context.requests}


def _counts(plan: Planned) -> Iterator[tuple[PriorityName, int]]:
    said = [Suggestion(option.pair, option.state, option.fit) for option in plan.chosen]
    for name in COUNTS:
        yield name, sum(PLAIN[name](each, plan.policy, plan.context) for each in said)


def _coming(first: Planned, second: Planned) -> dict[str, Coming]:
    """Return who is in one of the rounds only, or asks in one of them only."""
    before, after = first.context, second.context
    asked, asks = ({person.id for person in each.requests} for each in (before, after))
    found: dict[str, Coming] = {}
    for person in sorted(asks - asked):
        found[person] = "asks now" if person in before.beneficiaries else "new"
    had = {option.pair.beneficiary.id: frozenset(option.pair.mentor_ids) for option in first.chosen}
    begun = {match.beneficiary: frozenset(match.mentors) for match in after.under_way}
    for person in sorted(asked - asks):
        if person in had and begun.get(person) == had[person]:
            found[person] = "has begun"
        else:
            found[person] = "asks no more" if person in after.beneficiaries else "gone"
    return found
