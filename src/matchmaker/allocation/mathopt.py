"""The door to OR-Tools MathOpt, which drives GLOP, HiGHS and CP-SAT by one model.

It speaks to the core in MathOpt's own messages: the Python layer above costs 0.1 s more to import
and builds an object for every term. A solver's word comes out as integers or not at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from matchmaker.allocation.interrupt import interrupter
from matchmaker.allocation.programme import NO_END, Programme
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.problem import Mask

Kind = Literal["GLOP", "HIGHS", "CP_SAT"]

NEARLY_WHOLE = 1e-5
ROUNDING = 0.01
"""By how much a bound in floats may come out too low; adding it can only make the bound weaker."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a solver says: a plan, a bound on every plan, that there is none, prices of rows."""

    plan: Mask | None = None
    bound: int | None = None
    impossible: bool = False
    prices: NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True)
class Engine:
    """One of MathOpt's solvers, and how it is to be used."""

    kind: Kind
    presolve: bool = True

    def relax(self, programme: Programme, budget: Budget) -> Word:
        """Solve the relaxation: prices, and a plan where it happens to be whole-numbered."""
        result = self._run(message_of(programme, whole=False), budget)
        if not result.solutions or not result.solutions[0].HasField("dual_solution"):
            return Word()
        solution = result.solutions[0]
        columns = dense(solution.primal_solution.variable_values, len(programme.value))
        prices = dense(solution.dual_solution.dual_values, len(programme.low))
        return Word(plan=whole(columns), prices=prices)

    def maximise(self, programme: Programme, budget: Budget, *, hint: Mask | None = None) -> Word:
        """Solve the programme over integers, as far as time allows."""
        from ortools.math_opt import result_pb2

        result = self._run(message_of(programme, whole=True), budget, hint=hint)
        if result.termination.reason == result_pb2.TERMINATION_REASON_INFEASIBLE:
            return Word(impossible=True)
        bound = result.termination.objective_bounds.dual_bound
        floor = math.floor(bound + ROUNDING) if math.isfinite(bound) else None
        if not result.solutions:
            return Word(bound=floor)
        values = result.solutions[0].primal_solution.variable_values
        plan = whole(dense(values, len(programme.value)))
        if plan is None:
            raise SolverError(f"{self.kind} returned fractions where integers were asked for")
        return Word(plan=plan, bound=floor)

    def _run(self, model: Any, budget: Budget, *, hint: Mask | None = None) -> Any:
        from ortools.math_opt import callback_pb2, parameters_pb2
        from ortools.math_opt.core.python import solver
        from pybind11_abseil.status import StatusNotOk  # type: ignore[import-untyped]

        try:
            with interrupter(budget) as stop:
                return solver.solve(
                    model,
                    parameters_pb2.SolverTypeProto.Value(f"SOLVER_TYPE_{self.kind}"),
                    parameters_pb2.SolverInitializerProto(),
                    self._parameters(budget),
                    hinted(hint),
                    None,
                    callback_pb2.CallbackRegistrationProto(),
                    None,
                    stop,
                )
        except StatusNotOk as fault:
            raise SolverError(f"{self.kind}: {fault}") from fault

    def _parameters(self, budget: Budget) -> Any:
        from ortools.math_opt import parameters_pb2

        parameters = parameters_pb2.SolveParametersProto()
        parameters.time_limit.FromMilliseconds(math.ceil(1000 * budget.left()))
        if self.kind != "GLOP":
            # Totals are integers: a gap below 1 is no gap. 0.5 leaves room for rounding.
            parameters.relative_gap_tolerance = 0.0
            parameters.absolute_gap_tolerance = 0.5
        if self.kind == "CP_SAT":
            parameters.threads = budget.workers
            # Presolve of at-most-one with linear rows once lost solutions (or-tools issue 5293).
            parameters.cp_sat.presolve_inclusion_work_limit = 0
            # Or else the next Ctrl-C ends the process, whatever Python wanted.
            parameters.cp_sat.catch_sigint_signal = False
            parameters.cp_sat.cp_model_presolve = self.presolve
        return parameters


def finished(result: Any) -> bool:
    """Say whether a linear programme was solved to its end, prices and all."""
    from ortools.math_opt import result_pb2

    optimal = result.termination.reason == result_pb2.TERMINATION_REASON_OPTIMAL
    return bool(optimal and result.solutions and result.solutions[0].HasField("dual_solution"))


def message_of(programme: Programme, *, whole: bool) -> Any:
    """Write a programme as MathOpt's message."""
    from ortools.math_opt import model_pb2

    model = model_pb2.ModelProto()
    columns, rows = len(programme.value), len(programme.low)
    model.variables.ids.extend(range(columns))
    model.variables.lower_bounds.extend([0.0] * columns)
    model.variables.upper_bounds.extend([1.0] * columns)
    model.variables.integers.extend([whole] * columns)
    model.objective.maximize = True
    worth = np.flatnonzero(programme.value)
    model.objective.linear_coefficients.ids.extend(worth.tolist())
    model.objective.linear_coefficients.values.extend(programme.value[worth].tolist())
    model.linear_constraints.ids.extend(range(rows))
    model.linear_constraints.lower_bounds.extend(programme.low.tolist())
    high = np.where(programme.high < NO_END, programme.high.astype(np.float64), np.inf)
    model.linear_constraints.upper_bounds.extend(high.tolist())
    order = np.lexsort((programme.column, programme.row))
    matrix = model.linear_constraint_matrix
    matrix.row_ids.extend(programme.row[order].tolist())
    matrix.column_ids.extend(programme.column[order].tolist())
    matrix.coefficients.extend(programme.amount[order].tolist())
    return model


def hinted(hint: Mask | None) -> Any:
    """Hand over a plan to start from; HiGHS makes nothing of it."""
    from ortools.math_opt import model_parameters_pb2

    parameters = model_parameters_pb2.ModelSolveParametersProto()
    if hint is not None:
        values = parameters.solution_hints.add().variable_values
        values.ids.extend(range(len(hint)))
        values.values.extend(hint.astype(np.float64).tolist())
    return parameters


def dense(sparse: Any, length: int) -> NDArray[np.float64]:
    """Spread a sparse message over an array."""
    array = np.zeros(length)
    array[np.array(sparse.ids, np.int64)] = sparse.values
    return array


def whole(columns: NDArray[np.float64]) -> Mask | None:
    """Return 0/1 columns as a mask, or None when they are not."""
    nearest = np.rint(columns)
    far = np.abs(columns - nearest) > NEARLY_WHOLE
    if far.any() or (nearest < 0).any() or (nearest > 1).any():
        return None
    return nearest > 0
