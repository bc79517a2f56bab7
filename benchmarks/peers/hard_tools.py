"""Tools for problems that are no flow, level by level, under one signature, ours among them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers import cpsat, highs
from benchmarks.peers.rows import rows_of
from matchmaker.allocation import Problem, solve

if TYPE_CHECKING:
    from benchmarks.peers.found import Found

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Reached:
    """What each level reached (None: no plan), what it cannot exceed, and whether all is proved."""

    totals: tuple[int, ...] | None
    bounds: tuple[int | None, ...]
    proved: bool
    proofs: tuple[str, ...] = ()
    solver: str = ""
    canonical: bool | None = None
    """In our own answers, whether ties were broken to the end as well, which takes time after the proof."""


def ours(problem: Problem, seconds: float) -> Reached:
    """Ask `matchmaker.allocation`; a plan is only counted where there is one."""
    answer = solve(problem, seconds, workers=WORKERS)
    totals = answer.totals if answer.has_plan else None
    return Reached(
        totals, answer.bounds, answer.status == "optimal", answer.proofs, answer.solver, answer.canonical
    )


def by_levels(engine: Callable[..., Found]) -> Callable[[Problem, float], Reached]:
    """Let an engine raise one level after the other, as its makers advise: no weights.

    Each level may use an equal share of what time is left, and the last plan is its hint. A level that
    is not proved is frozen where it stands.
    """

    def answer(problem: Problem, seconds: float) -> Reached:
        end, rows = time.perf_counter() + seconds, rows_of(problem)
        taken, proved = None, True
        bounds: list[int | None] = []
        for level, value in enumerate(problem.value):
            left = (end - time.perf_counter()) / (problem.levels - level)
            found = engine(rows, value, seconds=max(0.0, left), hint=taken)
            bounds.append(found.bound)
            proved = proved and found.proved
            taken = found.taken if found.taken is not None else taken
            if taken is None:
                return Reached(None, tuple(bounds), proved)
            rows = rows.fixed(value, int(value[taken].sum()))
        totals = tuple(problem.value[:, taken].sum(axis=1).tolist())
        return Reached(totals, tuple(bounds), proved)

    return answer


HARD_TOOLS: dict[str, Callable[[Problem, float], Reached]] = {
    "matchmaker": ours,
    "HiGHS": by_levels(highs.integer),
    "CP-SAT": by_levels(cpsat.cp_sat),
}


def warm(tool: str) -> None:
    """Let a tool import what it needs: one request, one option, one limit of minutes."""
    one = np.ones(1, np.int64)
    nothing = np.zeros(1, np.int64)
    problem = Problem.from_arrays(
        requests=1, request=nothing, value=[one], limit=nothing, option=nothing, amount=3 * one, at_most=[4]
    )
    HARD_TOOLS[tool](problem, 5.0)
