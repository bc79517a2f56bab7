"""Puts the parts together again: one plan, its totals, its bounds, and who proved what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from matchmaker.allocation.answer import Answer, Prices, Proof
from matchmaker.allocation.check import faults_of, totals_of
from matchmaker.allocation.outcome import ceilings, completed, nobody
from matchmaker.allocation.ties import HIDDEN
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.outcome import Settled
    from matchmaker.allocation.problem import Ints, Problem


def assembled(problem: Problem, settled: Settled) -> Answer:
    """Judge the whole plan against the problem as it was given, and say what is proved."""
    words = in_words(settled)
    if any(outcome.chosen is None for _, _, outcome in settled):
        proved = any(outcome.impossible for _, _, outcome in settled)
        return no_answer(problem, status="impossible" if proved else "unknown", solver=words)
    chosen = whole_plan(problem, settled)
    if faults := faults_of(problem, chosen):
        raise SolverError("; ".join(faults))
    reached = totals_of(problem, chosen)
    bounds = whole_bounds(settled, reached=reached)
    prices = whole_prices(problem, settled)
    return Answer(
        chosen=chosen,
        totals=reached,
        bounds=bounds,
        status="optimal" if reached == bounds else "feasible",
        solver=words,
        canonical=all(outcome.canonical for _, _, outcome in settled),
        proofs=tuple(whole_proofs(reached, bounds, by_prices=bool(prices.requests.all()))),
        prices=prices,
    )


def whole_proofs(reached: tuple[int, ...], bounds: tuple[int, ...], *, by_prices: bool) -> Iterator[Proof]:
    """Say of each level who proved it: prices only when they speak of every request."""
    proved = True
    for total, bound in zip(reached, bounds, strict=True):
        proved &= total == bound
        yield "not proved" if not proved else "certified" if by_prices else "solver-claimed"


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


def whole_plan(problem: Problem, settled: Settled) -> Ints:
    """Call requests and options again what the caller calls them."""
    chosen = nobody(problem)
    for part, _, outcome in settled:
        if outcome.chosen is not None:
            served = outcome.chosen >= 0
            chosen[part.requests[served]] = part.options[outcome.chosen[served]]
    return chosen


def whole_prices(problem: Problem, settled: Settled) -> Prices:
    """Put the prices of the parts together; limits that never bind cost nothing.

    A request that nobody could serve is spoken of, too: there is nothing to be said.
    """
    requests = np.ones(problem.requests, np.bool_)
    levels = np.zeros((problem.levels + HIDDEN, problem.limits), np.int64)
    for part, _, outcome in settled:
        if outcome.prices is None or len(outcome.prices) < len(levels):
            requests[part.requests] = False
        else:
            levels[:, part.limits] = outcome.prices
    return Prices(requests, levels)


def whole_bounds(settled: Settled, *, reached: tuple[int, ...]) -> tuple[int, ...]:
    """Add up the bounds of the parts; parts share nothing, so the best plan is best in each.

    Up to the first level that some part left unproved, the parts' own proofs are added up; behind
    it only what holds for every plan.
    """
    proofs = [completed(outcome, part.problem).bounds for part, _, outcome in settled]
    proved = tuple(map(sum, zip(*proofs, strict=False)))
    level = next((k for k, bound in enumerate(proved) if bound > reached[k]), len(proved)) + 1
    if level > len(reached) or not proofs:
        return proved or (0,) * len(reached)
    tops = [ceilings(part.problem) for part, _, _ in settled]
    return (*proved[:level], *(sum(top[k] for top in tops) for k in range(level, len(reached))))


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
