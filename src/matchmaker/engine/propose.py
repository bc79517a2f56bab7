"""The recipe: plan it, put it into words, have it verified, and only then let it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.round import Round
from matchmaker.errors import ArgumentError, InputErrors, InputProblem, PolicyErrors, VerificationFailed
from matchmaker.explain import proposal_of
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from matchmaker.policy.waivers import wrong_waivers
from matchmaker.verify.check import verify

if TYPE_CHECKING:
    from matchmaker.domain.certificate import StoredCertificate
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import HasPrevious, Previous
    from matchmaker.plan import Plan


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal, and what proves that nothing better exists, as far as that is certified."""

    proposal: Proposal
    certificate: StoredCertificate | None
    plan: Plan | None = None
    """What it was read off, so that a study need not solve it again."""


def propose(
    round_: Round,
    policy: Policy | None = None,
    *,
    previous: Proposal | Previous | HasPrevious | None = None,
    decisions: Iterable[Decision] = (),
    search: Search | None = None,
) -> Proposal:
    """Return the best introductions to talk about, and everyone who has none yet, with reasons.

    A person without a match is never an error: look at `unmatched`. When pins cannot be kept the
    status is `impossible` and the warnings say why.

    Args:
        round_: everyone the programme knows, on one date.
        policy: what the programme has decided; the standard policy if left out.
        previous: the last run (from `load_run`) or proposal; moving somebody then has to be worth its
            price, and the protective rows of a run still hold.
        decisions: what was decided since.
        search: how long to look; two workers and 30 seconds if left out.

    Raises:
        InputErrors: previous or decisions do not fit the round, or waive what nobody may.
        PolicyErrors: the policy lacks a rule, criterion or limit; switching one off needs who and why.
        RuleError: a rule failed; no pair is let through.
        VerificationFailed: the proposal broke the law; it does not leave this function.
        SolverError: a solver broke its word, or its prices do not prove its plan.
    """
    found = proposed(round_, policy, previous=previous, decisions=decisions, search=search)
    return found.proposal


def proposed(
    round_: Round,
    policy: Policy | None = None,
    *,
    previous: Proposal | Previous | HasPrevious | None = None,
    decisions: Iterable[Decision] = (),
    search: Search | None = None,
) -> Proposed:
    """Return what `propose` returns, with its certificate: a run folder keeps both."""
    policy = policy or Policy.standard()
    for given, kind in ((round_, Round), (policy, Policy)):
        if not isinstance(given, kind):
            raise ArgumentError(f"propose needs a {kind.__name__}. Maybe read or load it first.")
    if policy.missing:
        raise PolicyErrors([_lacking(policy)])
    if previous is not None:
        round_ = round_.with_previous(previous)
    if decisions := tuple(decisions):
        round_ = round_.with_decisions(decisions)
    if wrong := tuple(wrong_waivers(round_, policy.rules)):
        raise InputErrors(wrong)
    plan = make_plan(round_, policy, search=search or Search())
    proposal = proposal_of(plan)
    if found := verify(round_, policy, proposal):
        codes = ", ".join(sorted({breach.code for breach in found}))
        raise VerificationFailed(f"the proposal has {len(found)} breaches and was not let out: {codes}.")
    return Proposed(proposal, plan.proved.certificate if plan.proved else None, plan)


def _lacking(policy: Policy) -> InputProblem:
    text = f"lacks {', '.join(policy.missing)}."
    return InputProblem(
        "incomplete", "the policy", text, "Maybe load it again with Policy.load, or use off = true."
    )
