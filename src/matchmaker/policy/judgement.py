"""Ready, ask first or closed: the law's word on one pair, venue by venue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from matchmaker.domain.arrangement import Pair
from matchmaker.policy.venues import best_venue
from matchmaker.rules.law import objections, objections_to

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Question
    from matchmaker.domain.words import Company, State
    from matchmaker.policy.policy import Policy


def state_of(objecting: Iterable[bool], company: Company, *, sheltered: bool) -> State | None:
    """Return the state of a pair from whether each objection closes; None is closed.

    Only a joint visit in staffed or public places may be pencilled while something is still to be asked.
    """
    closes = list(objecting)
    if not closes:
        return "ready"
    return "ask first" if company == "joint" and sheltered and not any(closes) else None


def open_pair(
    party: tuple[Mentor, ...], beneficiary: Beneficiary, *, company: Company, policy: Policy, context: Context
) -> tuple[Pair, State] | None:
    """Return the pair with its venues and its state, judged by the law alone; None when it is closed."""
    chosen: list[tuple[str, Venue]] = []
    state: State = "ready"
    for task in beneficiary.wants_to_do:
        by_state: dict[State, list[Venue]] = {"ready": [], "ask first": []}
        for venue in context.venues_for(task):
            where = (task, company, venue)
            found = objections(policy.rules_on, party, beneficiary=beneficiary, where=where, context=context)
            here = state_of((o.closes for o in found), company, sheltered=venue.sheltered)
            if here is not None:
                by_state[here].append(venue)
        venues = by_state["ready"] or by_state["ask first"]
        if not venues:
            return None
        state = state if by_state["ready"] else "ask first"
        chosen.append((task, best_venue(venues, party, beneficiary=beneficiary, context=context)))
    return Pair(party, beneficiary, company, tuple(chosen)), state


def questions_of(pair: Pair, policy: Policy, *, context: Context) -> tuple[Question, ...]:
    """Return what has to be asked before this pair can go ahead, each once, by key."""
    found = objections_to(policy.rules_on, pair, context=context)
    return tuple(sorted({o.question.key: o.question for o in found if o.question}.values()))
