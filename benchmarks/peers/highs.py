"""HiGHS through OR-Tools MathOpt: its linear and its integer solver, the model's making included.

The message is filled column-wise, which is the fastest way in: MathOpt's Python objects would cost more.
"""

from __future__ import annotations

import math
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.found import Found
from benchmarks.peers.rows import ENDLESS

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from ortools.math_opt.python import mathopt

    from benchmarks.peers.rows import Rows


def linear(rows: Rows, value: NDArray[np.int64]) -> Found:
    """Solve the relaxation, which is whole where limits are two laminar families of units."""
    return _solved(rows, value, whole=False, seconds=math.inf)


def integer(
    rows: Rows,
    value: NDArray[np.int64],
    *,
    seconds: float = math.inf,
    hint: NDArray[np.int64] | None = None,
) -> Found:
    """Solve it over integers, until it is proved or the clock stops it; HiGHS uses one core.

    The hint stays unused: through MathOpt, HiGHS takes none.
    """
    del hint
    return _solved(rows, value, whole=True, seconds=seconds)


def _solved(rows: Rows, value: NDArray[np.int64], *, whole: bool, seconds: float) -> Found:
    from ortools.math_opt.python import mathopt

    end = time.perf_counter() + seconds
    model = _model(rows, value, whole=whole)
    parameters = mathopt.SolveParameters()
    if whole:
        parameters.relative_gap_tolerance = 0.0
        parameters.absolute_gap_tolerance = 0.5
    if math.isfinite(seconds):
        parameters.time_limit = timedelta(seconds=max(0.0, end - time.perf_counter()))
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    reason = result.termination.reason
    bound = result.termination.objective_bounds.dual_bound
    if not result.solutions:
        return Found(None, _floor(bound), reason == mathopt.TerminationReason.INFEASIBLE)
    values = result.variable_values()
    columns = np.zeros(rows.columns)
    columns[[variable.id for variable in values]] = list(values.values())
    assert np.abs(columns - np.rint(columns)).max() < 1e-4, "the relaxation is not whole"
    return Found(np.flatnonzero(columns > 0.5), _floor(bound), reason == mathopt.TerminationReason.OPTIMAL)


def _floor(bound: float) -> int | None:
    return math.floor(bound + 0.01) if math.isfinite(bound) else None


def _model(rows: Rows, value: NDArray[np.int64], *, whole: bool) -> mathopt.Model:
    from ortools.math_opt import model_pb2
    from ortools.math_opt.python import mathopt

    message, count = model_pb2.ModelProto(), rows.columns
    message.variables.ids.extend(range(count))
    message.variables.lower_bounds.extend([0.0] * count)
    message.variables.upper_bounds.extend([1.0] * count)
    message.variables.integers.extend([whole] * count)
    message.objective.maximize = True
    worth = np.flatnonzero(value)
    message.objective.linear_coefficients.ids.extend(worth.tolist())
    message.objective.linear_coefficients.values.extend(value[worth].tolist())
    message.linear_constraints.ids.extend(range(len(rows.low)))
    message.linear_constraints.lower_bounds.extend(rows.low.tolist())
    high = np.where(rows.high < ENDLESS, rows.high, np.inf)
    message.linear_constraints.upper_bounds.extend(high.tolist())
    message.linear_constraint_matrix.row_ids.extend(rows.row.tolist())
    message.linear_constraint_matrix.column_ids.extend(rows.column.tolist())
    message.linear_constraint_matrix.coefficients.extend(rows.amount.tolist())
    return mathopt.Model.from_model_proto(message)
