"""Puts the parts together again: one plan, its totals, its bounds, and who proved what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from matchmaker.allocation.answer import Answer
from matchmaker.allocation.check import faults_of, totals_of
from matchmaker.allocation.outcome import Outcome, ceilings, completed, nobody, totals
from matchmaker.allocation.parts import Part
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Problem

Settled = Sequence[tuple[Part, str, Outcome]]


def assembled(problem: Problem, tight: Part, *, settled: Settled) -> Answer:
    """Judge the whole plan against the problem as it was given, and say what is proved."""
    words = in_words(settled)
    if any(outcome.chosen is None for _, _, outcome in settled):
        proved = any(outcome.impossible for _, _, outcome in settled)
        return no_answer(problem, status="impossible" if proved else "unknown", solver=words)
    chosen = whole_plan(problem, tight, settled=settled)
    if faults := faults_of(problem, chosen):
        raise SolverError("; ".join(faults))
    reached = totals_of(problem, chosen)
    proofs = [completed(outcome, part.problem).bounds for part, _, outcome in settled]
    bounds = whole_bounds(settled, reached=reached, proofs=proofs)
    return Answer(
        chosen=chosen,
        totals=reached,
        bounds=bounds,
        status="optimal" if reached == bounds else "feasible",
        solver=words,
        canonical=all(
            bounds == totals(part.problem, outcome.chosen)
            for (part, _, outcome), bounds in zip(settled, proofs, strict=True)
            if outcome.chosen is not None
        ),
    )


def no_answer(problem: Problem, *, status: Literal["unknown", "impossible"], solver: str) -> Answer:
    """Answer without a plan; the bounds hold for every plan there might be."""
    chosen = nobody(problem)
    return Answer(
        chosen=chosen,
        totals=(0,) * problem.levels,
        bounds=ceilings(problem),
        status=status,
        solver=solver,
        canonical=False,
    )


def whole_plan(problem: Problem, tight: Part, *, settled: Settled) -> Ints:
    """Call requests and options again what the caller calls them."""
    chosen = nobody(problem)
    for part, _, outcome in settled:
        if outcome.chosen is not None:
            served = outcome.chosen >= 0
            taken = part.options[outcome.chosen[served]]
            chosen[part.requests[served]] = tight.options[taken]
    return chosen


def whole_bounds(
    settled: Settled, *, reached: tuple[int, ...], proofs: list[tuple[int, ...]]
) -> tuple[int, ...]:
    """Add up the bounds of the parts; parts share nothing, so the best plan is best in each.

    Up to the first level that some part left unproved, the parts' own proofs are added up; behind
    it only what holds for every plan.
    """
    tops = [ceilings(part.problem) for part, _, _ in settled]
    bounds: list[int] = []
    for level in range(len(reached)):
        proved = bounds == list(reached[:level])
        bounds.append(
            sum(
                proof[level] if proved and level < len(proof) else top[level]
                for proof, top in zip(proofs, tops, strict=True)
            )
        )
    return tuple(bounds)


def in_words(settled: Settled) -> str:
    """Say which solver solved how many components."""
    counts: Counter[str] = Counter()
    for part, name, _ in settled:
        counts[name] += part.components
    total = sum(counts.values())
    if not total:
        return "nothing to decide"
    by = ", ".join(f"{count} by {name}" for name, count in counts.most_common())
    return f"{total} component{'s' if total > 1 else ''}: {by}"
