"""Decisions taken together: does an absolute rule now stand in the way, and is there still room for all?

A proposal was sound when it was made. An answer, another worker or a second acceptance since then may
close what it suggested, and what is under way is judged by nobody again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.words import RESTING
from matchmaker.errors import InputProblem
from matchmaker.policy.judgement import open_pair
from matchmaker.policy.under_way import closing_at
from matchmaker.review import applied
from matchmaker.review.fitting import accepted_ways, misfits

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.domain.rows import Match
    from matchmaker.policy import Policy
    from matchmaker.review.fitting import Way

Accepted: TypeAlias = "Sequence[tuple[Decision, Way]]"


def all_misfits(whole: Round, proposal: Proposal, *, policy: Policy, on: date) -> tuple[InputProblem, ...]:
    """Return what does not fit by itself; or else what the decisions must not come to together."""
    if alone := tuple(misfits(whole, proposal, on=on)):
        return alone
    ways = accepted_ways(whole, proposal)
    closed = closed_since(whole, ways, policy=policy)
    return *closed, *no_room_for(whole, proposal, accepted=ways, policy=policy)


def closed_since(whole: Round, accepted: Accepted, *, policy: Policy) -> Iterator[InputProblem]:
    """Yield each decision that begins or changes a match as an absolute rule does not allow; not which."""
    before = Context(whole, policy.habits)
    moved = [person.model_copy(update=applied.worker(before, person.id)) for person in whole.beneficiaries]
    after = Context(whole.revised(mentors=applied.mentors(before), beneficiaries=moved), policy.habits)
    earlier = {match.id: match for match in whole.matches}
    for match in applied.matches(after, accepted):
        old = earlier.get(match.id)
        if not (match.under_way or match.state in RESTING) or (old and not _touched(match, whole)):
            continue
        known = _closing(old, before, policy) if old else frozenset()
        if _closing(match, after, policy) - known:
            who = f"{match.beneficiary} with {' and '.join(match.mentors)}"
            text = f"is about {who}, and as things now stand this is not possible."
            advice = f"Maybe talk to the worker of {match.beneficiary}."
            name = match.id if not old else _touched(match, whole)
            yield InputProblem("does_not_fit", f"decision {name}", text, advice)


def _touched(match: Match, whole: Round) -> str:
    """Return the decision that changes how or with whom they meet; empty when none does."""
    people = {match.beneficiary, *match.mentors}
    for decision in whole.decisions:
        about = {decision.beneficiary, *decision.mentors}
        if decision.kind == "switch_navigator" and about & people:
            return decision.id
        if decision.kind == "change_company" and decision.match == match.id:
            return decision.id
    return ""


def _closing(match: Match, context: Context, policy: Policy) -> frozenset[str]:
    """Return the absolute rules against a match; of a group, those that close it at each of its places."""
    by_place = closing_at(match, policy, context=context)
    return frozenset().union(*by_place) if all(by_place) else frozenset()


def no_room_for(
    whole: Round, proposal: Proposal, *, accepted: Accepted, policy: Policy
) -> Iterator[InputProblem]:
    """Yield each other way that was accepted although a limit has no room for it beside the rest."""
    context = Context(whole, policy.habits)
    plan = {
        (match.beneficiary, match.mentors, match.company): tuple(
            (meeting.task, context.venue[meeting.venue]) for meeting in match.arrangements
        )
        for match in proposal.matches
    }
    # The suggestions fit together, so only another way can be one too many: it is counted last.
    ordered = sorted(accepted, key=lambda each: each[1].name not in plan)
    rooms = [(limit, limit.left(context), Counter[str]()) for limit in policy.limits_on]
    for decision, way in ordered:
        pair = _pair(way, plan.get(way.name), policy, context)
        for limit, left, used in rooms:
            used.update(taken := limit.taken(pair, context))
            if way.name not in plan and any(used[key] > left.get(key, used[key]) for key in taken):
                text = f"accepts more than there is room for ({limit.title})."
                advice = "Maybe keep one of the introductions, or pin them and run match again."
                yield InputProblem("does_not_fit", f"decision {decision.id}", text, advice)


def _pair(way: Way, venues: tuple[tuple[str, Venue], ...] | None, policy: Policy, context: Context) -> Pair:
    party = tuple(context.mentors[mentor] for mentor in way.mentors)
    person = context.beneficiaries[way.beneficiary]
    if venues is not None:
        return Pair(party, person, way.company, venues)
    found = open_pair(party, person, company=way.company, policy=policy, context=context)
    return found[0] if found else Pair(party, person, way.company, ())
