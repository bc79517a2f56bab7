"""A study for one question: whoever asks more than one makes a `Study` and keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.engine.study import Study

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.explain.remedies import TriedRemedy
    from matchmaker.explain.short_of import ShortOf
    from matchmaker.explain.why import Why
    from matchmaker.explain.why_not import WhyNot
    from matchmaker.plan import Search
    from matchmaker.policy import Policy


def why(
    round_: Round,
    policy: Policy,
    proposal: Proposal,
    *,
    beneficiary: str,
    search: Search | None = None,
) -> Why:
    """Return what `Study.why` returns, for one question.

    Raises:
        ArgumentError: the proposal was made from another round or policy, or nobody of that id has asked.
    """
    return Study(round_, policy, proposal, search=search).why(beneficiary)


def why_not(
    round_: Round,
    policy: Policy,
    proposal: Proposal,
    *,
    mentor: str,
    beneficiary: str,
    search: Search | None = None,
) -> WhyNot:
    """Return what `Study.why_not` returns, for one question.

    Raises:
        ArgumentError: the proposal was made from another round or policy, there is no such mentor, or
            nobody of that id has asked.
    """
    return Study(round_, policy, proposal, search=search).why_not(mentor, beneficiary)


def recruit_next(
    round_: Round, policy: Policy, proposal: Proposal, *, search: Search | None = None
) -> ShortOf:
    """Return what `Study.recruit_next` returns, for one question.

    Raises:
        ArgumentError: the proposal was made from another round or policy.
    """
    return Study(round_, policy, proposal, search=search).recruit_next()


def what_would_help(
    round_: Round,
    policy: Policy,
    proposal: Proposal,
    *,
    beneficiary: str,
    search: Search | None = None,
) -> tuple[TriedRemedy, ...]:
    """Return what `Study.what_would_help` returns, for one question.

    Raises:
        ArgumentError: the proposal was made from another round or policy, or nobody of that id has asked.
    """
    return Study(round_, policy, proposal, search=search).what_would_help(beneficiary)
