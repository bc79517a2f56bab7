"""CP-SAT alone, with two workers and otherwise as it comes."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.found import Found

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.peers.rows import Rows

WORKERS = 2


def cp_sat(
    rows: Rows,
    value: NDArray[np.int64],
    *,
    seconds: float = math.inf,
    hint: NDArray[np.int64] | None = None,
) -> Found:
    """Solve it until it is proved or the clock stops it, the model's making included."""
    from ortools.sat.python import cp_model

    end = time.perf_counter() + seconds
    model = cp_model.CpModel()
    options = [model.new_bool_var("") for _ in range(rows.columns)]
    for low, high, columns, amounts in rows.by_row():
        taken = [options[column] for column in columns]
        if high == 1 and set(amounts) == {1}:
            (model.add_exactly_one if low == 1 else model.add_at_most_one)(taken)
        else:
            model.add_linear_constraint(cp_model.LinearExpr.weighted_sum(taken, amounts), low, high)
    if hint is not None:
        taken_before = set(hint.tolist())
        for column, option in enumerate(options):
            model.add_hint(option, column in taken_before)
    model.maximize(cp_model.LinearExpr.weighted_sum(options, value.tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    if math.isfinite(seconds):
        solver.parameters.max_time_in_seconds = max(0.0, end - time.perf_counter())
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, None, status == cp_model.INFEASIBLE)
    chosen = np.flatnonzero(np.array(solver.response_proto.solution))
    return Found(chosen, math.floor(solver.best_objective_bound + 0.01), status == cp_model.OPTIMAL)
