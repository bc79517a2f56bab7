"""Adds to each other way of a proposal what it would mean for others, the most needed first."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from matchmaker.plan import forced_plan
from matchmaker.plan.clock import ONE_QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.proposal import Alternative, Proposal
    from matchmaker.engine.study import Study
    from matchmaker.plan import ForcedPlan
    from matchmaker.plan.clock import Clock


def with_regrets(proposal: Proposal, study: Study, *, clock: Clock) -> tuple[Proposal, str]:
    """Return the proposal with the regret of each other way, and who would move; exact, or left blank.

    Everybody's first other way comes before anybody's second, people in the order of their ids.
    """
    plan = study.plan
    places = {option.name: place for place, option in enumerate(plan.options)}
    told: dict[tuple[str, frozenset[str], str], Alternative] = {}
    missed = 0
    for person, way in _in_turn(proposal):
        name = (person, *way.name)
        if clock.over:
            missed += 1
            continue
        found = forced_plan(plan, places[name], search=clock.at_most(ONE_QUESTION))
        told[name] = way.unpriced.model_copy(update=_means(found))
        missed += not (found.impossible or _sure(found))
    matches = tuple(
        match.model_copy(
            update={
                "alternatives": tuple(
                    told.get((match.beneficiary, *way.name), way) for way in match.alternatives
                )
            }
        )
        for match in proposal.matches
    )
    return proposal.model_copy(update={"matches": matches}), _not_reached(missed, proposal)


def _in_turn(proposal: Proposal) -> Iterable[tuple[str, Alternative]]:
    each = ([(match.beneficiary, way) for way in match.alternatives] for match in proposal.matches)
    return (found for rank in zip_longest(*each) for found in rank if found is not None)


def _sure(found: ForcedPlan) -> bool:
    """Say whether it is proved, and comes out the same again: who moves is told with it or not at all."""
    return found.exact and found.canonical


def _means(found: ForcedPlan) -> dict[str, object]:
    """Return what is stored of a forced plan; what is only a bound never stands where exact figures do."""
    if found.impossible:
        return {"impossible": True}
    if _sure(found):
        moves = tuple(change.beneficiary for change in found.changes)
        return {"regret": found.regret, "moves": moves}
    return {"regret_at_least": least} if (least := _least(found)) else {}


def _least(found: ForcedPlan) -> tuple[int, ...]:
    """Return what is surely lost, if anything is: all but the last are exact, that one may be weak."""
    least = found.at_least[:-1] if found.at_least and found.at_least[-1] < 0 else found.at_least
    return least if next((lost for lost in least if lost), 0) > 0 else ()


def _not_reached(missed: int, proposal: Proposal) -> str:
    if not missed:
        return ""
    every = sum(len(match.alternatives) for match in proposal.matches)
    return f"For {missed} of {every} other ways there was no time to find out what each means for others."
