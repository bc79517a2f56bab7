"""Finds what a change means for each part of an answer, and mends only the parts that it reaches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from matchmaker.allocation.assemble import assembled
from matchmaker.allocation.flows import Edit, Standing, outcome_of, repaired

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Answer, Kept
    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.change import Change
    from matchmaker.allocation.outcome import Outcome
    from matchmaker.allocation.parts import Part
    from matchmaker.allocation.problem import Ints, Mask, Problem


MENDED = ", mended"

Names: TypeAlias = Literal["options", "limits"]


class Afresh(Exception):
    """The change reaches farther than mending can."""


def mended(kept: Kept, change: Change, *, problem: Problem, budget: Budget) -> Answer | None:
    """Return the answer to the changed problem, or None when only a fresh start can give it.

    That is so, too, when some part was left before it was at its best: it may be better this time.
    """
    if not all(outcome.canonical for _, _, outcome in kept.settled):
        return None
    try:
        edits = edits_of(kept, change)
    except Afresh:
        return None
    settled = []
    for place, (part, name, outcome) in enumerate(kept.settled):
        reached = [Edit(arc, *ends) for (where, arc), ends in edits.items() if where == place]
        found = outcome if not reached else mended_part(outcome, reached, budget=budget)
        if found is None:
            return None
        settled.append((part, name if name.endswith(MENDED) or not reached else name + MENDED, found))
    kept = replace(kept, problem=problem, settled=settled)
    return replace(assembled(problem, [with_changes(kept, each) for each in settled]), kept=kept)


def mended_part(outcome: Outcome, edits: list[Edit], *, budget: Budget) -> Outcome | None:
    """Mend the flow of one part."""
    if not isinstance(outcome.standing, Standing):
        return None
    standing = repaired(outcome.standing, edits, budget=budget)
    return None if standing is None else outcome_of(standing)


def edits_of(kept: Kept, change: Change) -> dict[tuple[int, int], tuple[int, int]]:
    """Return how little and how much may flow on each arc that changes, by part and arc.

    A veto of an option that no part holds changes nothing: it was out of the question before.
    Raise `Afresh` where the parts cannot tell, and for wishes that contradict each other.
    """
    edits: dict[tuple[int, int], tuple[int, int]] = {}
    vetoes = [option for option in change.veto if find(kept, option, among="options")]
    for options, (least, most) in ((vetoes, (0, 0)), (change.pin, (1, 1))):
        for option in options:
            where = arc_of(kept, option, among="options")
            low, high = edits.get(where, ends_of(kept, where))
            edits[where] = max(low, least), min(high, most)
    for limit, room in change.at_most.items():
        where = arc_of(kept, limit, among="limits")
        edits[where] = ends_of(kept, where)[0], counted_room(kept.problem, limit, room=room)
    if any(low > high for low, high in edits.values()):
        raise Afresh
    return edits


def arc_of(kept: Kept, what: int, *, among: Names) -> tuple[int, int]:
    """Return the part and the arc of an option or a limit."""
    if (found := find(kept, what, among=among)) is None:
        raise Afresh
    place, inner = found
    problem = kept.settled[place][0].problem
    return place, inner if among == "options" else problem.options + problem.requests + inner


def ends_of(kept: Kept, where: tuple[int, int]) -> tuple[int, int]:
    """Return how little and how much may flow on an arc as it is."""
    place, arc = where
    standing = kept.settled[place][2].standing
    if not isinstance(standing, Standing):
        raise Afresh
    return int(standing.network.low[arc]), int(standing.network.high[arc])


def find(kept: Kept, wanted: int, *, among: Names) -> tuple[int, int] | None:
    """Return the part that holds an option or a limit, and what it is called there."""
    for place, (part, _, _) in enumerate(kept.settled):
        names: Ints = part.options if among == "options" else part.limits
        inner = int(np.searchsorted(names, wanted))
        if inner < len(names) and names[inner] == wanted:
            return place, inner
    return None


def counted_room(problem: Problem, limit: int, *, room: int) -> int:
    """Return how many requests may count towards a limit whose amounts are all the same.

    An amount that the old room could not hold was left out of the parts, so its option cannot come
    back without a fresh start.
    """
    here = (problem.limit == limit) & (problem.amount > 0)
    amounts = problem.amount[here]
    if not len(amounts) or amounts.min() < amounts.max() or amounts[0] > problem.at_most[limit]:
        raise Afresh
    asking = len(np.unique(problem.request[problem.option[here]]))
    return min(room // int(amounts[0]), asking)


def with_changes(kept: Kept, settled: tuple[Part, str, Outcome]) -> tuple[Part, str, Outcome]:
    """Add the limits that vetoes and pins have become, each at the price of its option's arc.

    A pinned option may lose something; its limit pays for just that, so that no other option of
    the request looks better; pinned twice, it is paid for once. Vetoed options are out of the
    question and need no price, and neither do limits that nobody can use any more.
    """
    part, name, outcome = settled
    standing, problem = outcome.standing, kept.problem
    if not isinstance(standing, Standing) or outcome.prices is None:
        return settled
    later = problem.limit >= kept.limits
    extra, options = problem.limit[later], problem.option[later]
    arcs = np.searchsorted(part.options, options)
    held = (arcs < len(part.options)) & (part.options[np.minimum(arcs, len(part.options) - 1)] == options)
    extra, arcs = extra[held], arcs[held]
    losses = np.vstack([standing.losses(group, arcs) for group in standing.groups])
    pins = np.flatnonzero(problem.at_least[extra] > 0)
    pays = pins[np.unique(arcs[pins], return_index=True)[1]]
    prices = np.zeros_like(losses)
    prices[:, pays] = -losses[:, pays]
    limits = np.concatenate([part.limits, extra])
    whole = np.where(usable_limits(problem)[limits], np.hstack([outcome.prices, prices]), 0)
    return replace(part, limits=limits), name, replace(outcome, prices=whole)


def usable_limits(problem: Problem) -> Mask:
    """Mark the limits that some option counts towards which no single limit rules out."""
    ruled_out = np.zeros(problem.options, np.bool_)
    ruled_out[problem.option[problem.amount > problem.at_most[problem.limit]]] = True
    usable = np.zeros(problem.limits, np.bool_)
    usable[problem.limit[~ruled_out[problem.option] & (problem.amount > 0)]] = True
    return usable
