"""Ready, ask first or closed: the law's word on one pair, venue by venue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    if company == "group" and not may_join(party[0], beneficiary, context):
        return None
    by_task = [
        _venues(party, beneficiary, where=(task, company), policy=policy, context=context)
        for task in beneficiary.wants_to_do
    ]
    if company == "group":
        by_task = [at_one_place(by_task)] * len(by_task)
    chosen: list[tuple[str, Venue]] = []
    state: State = "ready"
    for task, by_state in zip(beneficiary.wants_to_do, by_task, strict=True):
        venues = by_state["ready"] or by_state["ask first"]
        if not venues:
            return None
        state = state if by_state["ready"] else "ask first"
        chosen.append((task, best_venue(venues, party, beneficiary=beneficiary, context=context)))
    return Pair(party, beneficiary, company, tuple(chosen)), state


def may_join(mentor: Mentor, beneficiary: Beneficiary, context: Context) -> bool:
    """Say whether somebody would like to meet in a group, and this mentor hosts one at all.

    Nobody is put into a group who did not ask for one.
    """
    return beneficiary.together == "group" and bool(context.groups.places(mentor.id))


def at_one_place(by_task: Sequence[Mapping[State, Sequence[Venue]]]) -> dict[State, list[Venue]]:
    """Return where all the tasks can be done: somebody joins one group, not one for each task."""
    first, *others = by_task
    ready = [venue for venue in first["ready"] if all(venue in each["ready"] for each in others)]
    return {"ready": ready, "ask first": []}


def _venues(
    party: tuple[Mentor, ...],
    beneficiary: Beneficiary,
    *,
    where: tuple[str, Company],
    policy: Policy,
    context: Context,
) -> dict[State, list[Venue]]:
    """Return the venues of one task by their state; those that are closed are left out."""
    task, company = where
    by_state: dict[State, list[Venue]] = {"ready": [], "ask first": []}
    for venue in context.venues_in(task, company, host=party[0]):
        at = (task, company, venue)
        found = objections(policy.rules_on, party, beneficiary=beneficiary, where=at, context=context)
        here = state_of((o.closes for o in found), company, sheltered=venue.sheltered)
        if here is not None:
            by_state[here].append(venue)
    return by_state


def questions_of(pair: Pair, policy: Policy, *, context: Context) -> tuple[Question, ...]:
    """Return what has to be asked before this pair can go ahead, each once, by key."""
    found = objections_to(policy.rules_on, pair, context=context)
    return tuple(sorted({o.question.key: o.question for o in found if o.question}.values()))
