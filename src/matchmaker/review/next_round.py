"""Last month's round and what was decided on it become the input of this month's round."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from matchmaker.domain.context import Context
from matchmaker.errors import InputErrors, InputProblem
from matchmaker.policy import Policy
from matchmaker.review import applied
from matchmaker.review.allowed import all_misfits
from matchmaker.review.carried import carried_over
from matchmaker.review.fitting import accepted_ways
from matchmaker.review.handed_on import handed_on

if TYPE_CHECKING:
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round


def next_round(
    round_: Round,
    proposal: Proposal,
    decisions: Iterable[Decision] = (),
    *,
    as_of: date | None = None,
    policy: Policy | None = None,
) -> Round:
    """Return the input of the next round: what was decided is now what the round says.

    An accepted introduction becomes a match under way, so that its places and hours are used and nobody
    moves the person. "None for now" becomes maybe later; answers become rows of Answers; a lifted row
    goes; a match that was paused, ended or changed says so; people whose worker changed have the new one.
    Vetoes, rejections, holds and waivers that still hold come along as decisions. A one-off day that has
    passed is cleared. Introduction visits and supervision places that the accepted take are counted off:
    fill both in afresh when there are new ones.

    Args:
        round_: the round that was proposed for, as it was handed to `propose` (a run's `round`).
        proposal: what came of it.
        decisions: what was decided on it.
        as_of: the day of the next round; the day of the last decision if left out.
        policy: the policy of the proposal, for its limits and how many visits an introduction takes;
            the standard one if left out.

    Raises:
        InputErrors: a decision does not fit the round or the proposal: all problems at once.
    """
    since = tuple(decisions)
    whole = round_.with_decisions(since)
    day = as_of or max((round_.as_of, *(decision.at.date() for decision in whole.decisions)))
    judged_by = policy or Policy.standard()
    if stale := _stale((round_, whole), judged_by, proposal):
        raise InputErrors(stale)
    if problems := all_misfits(whole, proposal, policy=judged_by, on=day):
        raise InputErrors(problems)
    context, ways = Context(whole), accepted_ways(whole, proposal)
    visits = judged_by.habits.intro_visits
    lifted = _lifted(since, round_)
    aside = whole.previous.decisions if whole.previous else ()
    later = whole.revised(
        programme=whole.programme.model_copy(update={"as_of": day}),
        mentors=applied.mentors(context),
        beneficiaries=applied.beneficiaries(context, on=day),
        navigators=applied.navigators(context, [way for _, way in ways], visits=visits),
        matches=applied.matches(context, ways),
        answers=applied.answers(context),
        keep_apart=[row for row in whole.keep_apart if row.key not in lifted],
        avoid=[row for row in whole.avoid if row.key not in lifted],
        previous=handed_on(whole, proposal, lifted=lifted).model_copy(update={"decisions": aside}),
        decisions=(),
    )
    lasting = [decision for decision in whole.decisions if not _now_a_fact(decision)]
    return later.with_decisions(carried_over(lasting, later, decided_on=date.min))


def _now_a_fact(decision: Decision) -> bool:
    if decision.kind == "none_for_now":
        return decision.until is None
    return decision.kind in ("accept", "answer", "lift")


def _lifted(since: Iterable[Decision], round_: Round) -> frozenset[str]:
    """Return what was lifted on this proposal; an earlier lift says nothing of a row that stands today."""
    made = (d for d in since if d.kind == "lift" and d not in round_.decisions)
    return frozenset(decision.row for decision in made if decision.row)


def _stale(rounds: tuple[Round, Round], policy: Policy, proposal: Proposal) -> list[InputProblem]:
    """Return that the proposal is of another round or policy than those handed in, if it is."""
    found = []
    if proposal.round_hash not in {each.fingerprint for each in rounds}:
        found.append(("round", "Maybe hand in the round of the run that the proposal is from."))
    if proposal.policy_hash != policy.fingerprint:
        found.append(("policy", "Maybe hand in the policy of that run as policy."))
    return [
        InputProblem("stale-proposal", "proposal", f"was made from another {what}.", advice)
        for what, advice in found
    ]
