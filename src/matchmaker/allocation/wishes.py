"""Judges what else a caller asks of a solve: how long, how many cores, who is told, who may stop it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, cast

import numpy as np

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.lists import shown
from matchmaker.allocation.problem import Problem
from matchmaker.errors import ProblemError

LONGEST = 10.0**8
"""Three years, in seconds; infinity is no length of time to a solver."""

MOST_WORKERS = 64
"""A solver makes itself a copy of the problem for each."""


def budget_of(
    problem: object, *, seconds: object, workers: object, progress: object, cancel: object
) -> Budget:
    """Start the clock, or raise a ProblemError that lists every fault."""
    faults = []
    if not isinstance(problem, Problem):
        faults.append(f"problem is {shown(problem)}. Maybe build it with Problem.from_arrays.")
    if not (time := as_time(seconds)) >= 0:
        faults.append(f"seconds is {shown(seconds)}. Maybe give a number, 0 or more.")
    if not 1 <= (cores := as_count(workers)) <= MOST_WORKERS:
        faults.append(f"workers is {shown(workers)}. Maybe give a whole number, 1 to {MOST_WORKERS}.")
    if progress is not None and not callable(progress):
        faults.append(f"progress is {shown(progress)}. Maybe give a function of one argument, or None.")
    if cancel is not None and not callable(getattr(cancel, "is_set", None)):
        faults.append(f"cancel is {shown(cancel)}. Maybe give a threading.Event, or None.")
    if faults:
        raise ProblemError("\n".join(faults))
    budget = Budget.of(time, workers=cores)
    return replace(budget, progress=cast(Any, progress), cancel=cast(Any, cancel))


def as_time(given: object) -> float:
    """Return a number of seconds that a solver can count, NaN for what is none."""
    if isinstance(given, bool) or not isinstance(given, int | float | np.integer | np.floating):
        return math.nan
    return float(min(given, LONGEST)) if given >= 0 else math.nan


def as_count(given: object) -> int:
    """Return an integer, -1 for what is none."""
    if isinstance(given, bool) or not isinstance(given, int | np.integer):
        return -1
    return int(given)
