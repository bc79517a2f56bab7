"""A proposal with what explanations add, as far as the time goes; what was suggested stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from matchmaker.domain.proposal import NOT_WORKED_OUT, RunWarning
from matchmaker.engine.other_ways import with_regrets
from matchmaker.engine.remedies import with_remedies
from matchmaker.engine.standing_by import with_standbys
from matchmaker.errors import ArgumentError, VerificationFailed
from matchmaker.plan import Search
from matchmaker.plan.clock import Clock
from matchmaker.verify.check import added_breaches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.domain.proposal import Proposal
    from matchmaker.engine.study import Study


_MORE_TIME: Final = "Maybe run it again with more time (--seconds)."


class Addition(Protocol):
    """Something that is added to a proposal."""

    def __call__(self, proposal: Proposal, study: Study, *, clock: Clock) -> tuple[Proposal, str]:
        """Return the proposal with it, and a sentence that says what there was no time for, if anything."""


ADDITIONS: Final[tuple[Addition, ...]] = (with_standbys, with_regrets, with_remedies)
"""In this order. Each may take an equal part of the time that is left, so the last one all of it.

What is asked in the smallest steps comes first: a step that takes longer than its part keeps nobody waiting.
"""


@dataclass(frozen=True, slots=True)
class Explained:
    """A proposal with explanations, and what there was no time for."""

    proposal: Proposal
    not_reached: tuple[str, ...]


def explained(proposal: Proposal, study: Study, *, search: Search | None = None) -> Explained:
    """Return a proposal with standbys, with what would help, and what each other way would mean for others.

    What was proposed was verified then; what is added is verified here. The same proposal gives the same
    explanations wherever the time was enough; what there was no time for stays blank, which the proposal
    itself says among its warnings.

    Args:
        proposal: the one that the study is about.
        study: the study.
        search: how long all of it may take; two workers and 30 seconds if left out.

    Raises:
        ArgumentError: the study is about another proposal.
        VerificationFailed: what was added broke the law; it does not leave this function.
        SolverError: a solver broke its word.
    """
    if _bare(study.proposal) != _bare(proposal):
        raise ArgumentError("study is about another proposal. Maybe make a Study of this one.")
    clock = Clock.of(search or Search())
    plan, told = study.plan, proposal
    notes: list[str] = []
    for place, addition in enumerate(ADDITIONS):
        told, note = addition(told, study, clock=clock.part(1 / (len(ADDITIONS) - place)))
        notes += [note] if note else []
    told = _with_what_is_missing(told, notes)
    if found := added_breaches(plan.context.round, plan.policy, proposal=told):
        codes = ", ".join(sorted({breach.code for breach in found}))
        raise VerificationFailed(
            f"the explanations have {len(found)} breaches and were not let out: {codes}."
        )
    return Explained(told, tuple(notes))


def _with_what_is_missing(proposal: Proposal, notes: Sequence[str]) -> Proposal:
    """Return the proposal that says what there was no time for, so that who reads it later knows, too."""
    before = (each for each in proposal.warnings if each.code != NOT_WORKED_OUT)
    missing = (RunWarning(code=NOT_WORKED_OUT, sentence=f"{note} {_MORE_TIME}") for note in notes)
    return proposal.model_copy(update={"warnings": (*before, *missing)})


def _bare(proposal: Proposal) -> tuple[object, ...]:
    """Return what was proposed, without anything that explanations add."""
    matches = tuple(
        (match.match_id, frozenset(way.name for way in match.alternatives)) for match in proposal.matches
    )
    nobody = frozenset(entry.beneficiary for entry in proposal.unmatched)
    return proposal.round_hash, proposal.policy_hash, matches, nobody
