"""Which decisions still count in a later round, and which the round itself now says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from matchmaker.domain.context import Context

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.round import Round

_LASTING = frozenset({"veto", "reject", "hold", "waive", "accept", "none_for_now", "answer", "lift"})
_FOR_LATER = frozenset({"veto", "reject", "waive", "none_for_now", "answer"})
_OF_THE_DAY = frozenset({"pin", "organic", "need_information"})
"""These are about one meeting: a pin of last month would bind a round that nobody asked."""


def carried_over(decisions: Iterable[Decision], round_: Round, *, decided_on: date) -> tuple[Decision, ...]:
    """Return those of an earlier run's decisions that this round has to keep.

    `decided_on` is the day of the earlier run. A decision that the round already shows is left out: an
    accepted introduction that is now a match, or an answer about somebody who is no longer there.
    """
    context = Context(round_)
    told = {decision.id for decision in round_.decisions}
    asking = {person.id for person in context.requests}
    same_day = decided_on == round_.as_of
    kept = (
        decision
        for decision in decisions
        if decision.id not in told
        and (decision.kind in _LASTING or (same_day and decision.kind in _OF_THE_DAY))
        and decision.holds_on(round_.as_of)
        and _all_there(decision, context)
        and (decision.kind not in ("accept", "hold", "none_for_now") or decision.beneficiary in asking)
    )
    return tuple(kept)


def kept_aside(decisions: Iterable[Decision], round_: Round) -> tuple[Decision, ...]:
    """Return those that still hold about somebody who is not in this round, for the day they are back."""
    context = Context(round_)
    lasting = (d for d in decisions if d.kind in _FOR_LATER and d.holds_on(round_.as_of))
    return tuple(dict.fromkeys(d for d in lasting if not _all_there(d, context)))


def _all_there(decision: Decision, context: Context) -> bool:
    return {*_people(decision)} <= {*context.beneficiaries, *context.mentors, *context.navigators}


def _people(decision: Decision) -> Iterable[str]:
    yield from (name for name in (decision.beneficiary, decision.navigator) if name)
    yield from decision.mentors
    if decision.question:
        yield from decision.question.split("/")[1:]
