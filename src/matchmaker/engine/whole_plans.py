"""Whole plans beside the recommended one, each judged by the whole law before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.domain.proposal import SpareMentor, Unmatched
from matchmaker.errors import ArgumentError, VerificationFailed
from matchmaker.explain.matches import proposed_match
from matchmaker.explain.whole_plans import WholePlans, whole_plan
from matchmaker.plan.whole import fewest_changes, longest_waiters, nearly_as_good
from matchmaker.policy.waivers import waivers_used
from matchmaker.verify.check import plan_breaches

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.explain.whole_plans import Idea, WholePlan
    from matchmaker.plan import Plan, Search
    from matchmaker.plan.otherwise import Otherwise


def whole_plans(
    plan: Plan, proposal: Proposal, *, near: int, loss_percent: int, search: Search
) -> WholePlans:
    """Return the recommended plan, the two that follow another idea, and up to so many nearly as good.

    Each of the two takes no longer than one search, and so do all those nearly as good together.

    Raises:
        ArgumentError: a number makes no sense.
        VerificationFailed: a plan broke the law; it does not leave this function.
    """
    for name, given, most in (("near", near, 10), ("loss_percent", loss_percent, 100)):
        if type(given) is not int or not 0 <= given <= most:
            raise ArgumentError(f"{name} is {given!r}. Maybe a whole number from 0 to {most}.")
    if plan.answer is None or not plan.answer.has_plan:
        return WholePlans((), () if plan.status == "impossible" else ("recommended",), loss_percent)
    sure = "optimal" in (plan.status, proposal.status)
    found = [whole_plan("recommended", plan, beside=plan, sure=sure)]
    missing: list[Idea] = []
    ideas: tuple[tuple[Idea, Otherwise | None], ...] = (
        ("fewest changes", fewest_changes(plan, search=search)),
        ("longest waiters", longest_waiters(plan, search=search)),
    )
    for idea, other in ideas:
        if other is None:
            missing.append(idea)
        else:
            found.append(_sound(idea, other.plan, plan, proposal, sure=other.best))
    for one in nearly_as_good(plan, loss_percent=loss_percent, at_most=near, search=search):
        found.append(_sound("nearly as good", one, plan, proposal, sure=False))
    return WholePlans(tuple(found), tuple(missing), loss_percent)


def _sound(idea: Idea, plan: Plan, beside: Plan, proposal: Proposal, *, sure: bool) -> WholePlan:
    """Return a plan that keeps every rule and every limit."""
    if breaches := plan_breaches(
        plan.context.round, plan.policy, proposal=bare_proposal(plan, like=proposal)
    ):
        codes = ", ".join(sorted({breach.code for breach in breaches}))
        raise VerificationFailed(f"another plan has {len(breaches)} breaches and was not let out: {codes}.")
    return whole_plan(idea, plan, beside=beside, sure=sure)


def bare_proposal(plan: Plan, *, like: Proposal) -> Proposal:
    """Return a plan as a proposal that can be judged: with nothing in it but what the law looks at."""
    policy, context = plan.policy, plan.context
    matches = [proposed_match(option, (), policy=policy, context=context) for option in plan.chosen]
    used = (waivers_used(option.pair, policy.rules_on, context=context) for option in plan.chosen)
    served = {match.beneficiary for match in matches}
    busy = {mentor for match in matches for mentor in match.mentors}
    people = (person.id for person in context.requests if person.id not in served)
    return like.model_copy(
        update={
            "status": plan.status,
            "reproducible": plan.answer is not None and plan.answer.canonical,
            "priorities": plan.priorities,
            "matches": tuple(sorted(matches, key=lambda match: match.beneficiary)),
            "unmatched": tuple(Unmatched(beneficiary=person) for person in people),
            "mentors_without_a_match": tuple(
                SpareMentor(mentor=mentor.id, reasons=())
                for mentor in context.round.mentors
                if mentor.id not in busy
            ),
            "waivers": tuple(sorted({waiver.id for waivers in used for waiver in waivers})),
        }
    )
