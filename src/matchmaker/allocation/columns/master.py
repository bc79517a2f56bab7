"""The relaxation over columns, kept alive in GLOP while columns come and go.

Every row may be broken at a price. While prices are sought that price lies close to a guess, which
holds the search together (du Merle, Villeneuve, Desrosiers & Hansen, "Stabilized column
generation", 1999); in a dive it is so high that rows are broken only where nothing else is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from matchmaker.allocation.columns.mixture import Mixture
from matchmaker.allocation.interrupt import interrupter
from matchmaker.allocation.mathopt import dense, finished
from matchmaker.allocation.programme import NO_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.mixture import Columns
    from matchmaker.allocation.problem import Ints

    Floats = NDArray[np.float64]

BROKEN = 1e-6

LATE = 0.05
"""Seconds that GLOP gets beyond the end: stopped before it, it would seem to have lost its way."""


class Master:
    """A linear programme over columns; variables 2r and 2r + 1 break row r upwards and downwards."""

    def __init__(self, low: Ints, high: Ints) -> None:
        """Begin without a column."""
        from ortools.math_opt import model_pb2, parameters_pb2
        from ortools.math_opt.core.python import solver

        self.columns = 0
        self.dead = False
        """Whether GLOP lost its way: then it answers nothing any more."""
        self._rows = len(low)
        self._basis: Any = None
        sides = 2 * self._rows
        model = model_pb2.ModelProto()
        model.objective.maximize = True
        model.variables.ids.extend(range(sides))
        model.variables.lower_bounds.extend([0.0] * sides)
        model.variables.upper_bounds.extend([np.inf] * sides)
        model.variables.integers.extend([False] * sides)
        model.linear_constraints.ids.extend(range(self._rows))
        model.linear_constraints.lower_bounds.extend(low.tolist())
        model.linear_constraints.upper_bounds.extend(ends(high).tolist())
        matrix = model.linear_constraint_matrix
        matrix.row_ids.extend(np.repeat(np.arange(self._rows), 2).tolist())
        matrix.column_ids.extend(range(sides))
        matrix.coefficients.extend([1.0, -1.0] * self._rows)
        self._solver = solver.new(
            parameters_pb2.SOLVER_TYPE_GLOP, model, parameters_pb2.SolverInitializerProto()
        )

    def hold(self, least: Floats, most: Floats) -> None:
        """Keep the prices of the rows between two ends, by letting rows break at these prices."""
        update = new_update()
        worth = update.objective_updates.linear_coefficients
        worth.ids.extend(range(2 * self._rows))
        worth.values.extend(np.stack([least, -most], axis=1).ravel().tolist())
        self._update(update)

    def add(self, columns: Columns) -> None:
        """Let more columns in."""
        update, many = new_update(), len(columns.worth)
        first = 2 * self._rows + self.columns
        ids = range(first, first + many)
        self.columns += many
        new = update.new_variables
        new.ids.extend(ids)
        new.lower_bounds.extend([0.0] * many)
        new.upper_bounds.extend([1.0] * many)
        new.integers.extend([False] * many)
        worth = update.objective_updates.linear_coefficients
        worth.ids.extend(ids)
        worth.values.extend(columns.worth.astype(np.float64).tolist())
        matrix = update.linear_constraint_matrix_updates
        matrix.row_ids.extend(columns.row.tolist())
        matrix.column_ids.extend((first + columns.column).tolist())
        matrix.coefficients.extend(columns.amount.astype(np.float64).tolist())
        self._update(update)

    def allow(self, columns: Ints, *, most: float) -> None:
        """Close columns (`most` 0) or open them again (1); in ascending order."""
        update = new_update()
        ends = update.variable_updates.upper_bounds
        ends.ids.extend((columns + 2 * self._rows).tolist())
        ends.values.extend([most] * len(columns))
        self._update(update)

    def room(self, low: Ints, high: Ints) -> None:
        """Say anew how much room the rows have."""
        whole = new_update()
        update = whole.linear_constraint_updates
        for side, values in ((update.lower_bounds, low.tolist()), (update.upper_bounds, ends(high).tolist())):
            side.ids.extend(range(self._rows))
            side.values.extend(values)
        self._update(whole)

    def at_least(self, row: int, low: int) -> None:
        """Say anew how much of one row must be taken."""
        update = new_update()
        side = update.linear_constraint_updates.lower_bounds
        side.ids.append(row)
        side.values.append(low)
        self._update(update)

    def _update(self, update: Any) -> None:
        if not self.dead:
            self._solver.update(update)

    def solve(self, budget: Budget, *, closing: bool = False) -> Mixture | None:
        """Return the best mixture, or None when time ran out or GLOP has nothing to say.

        `closing` says that columns were closed since the last one: then the dual simplex is sooner there.
        """
        from ortools.math_opt import callback_pb2, model_parameters_pb2, parameters_pb2
        from pybind11_abseil.status import StatusNotOk  # type: ignore[import-untyped]

        parameters = parameters_pb2.SolveParametersProto()
        parameters.time_limit.FromMilliseconds(int(1000 * (budget.left() + LATE)))
        if closing:
            parameters.lp_algorithm = parameters_pb2.LP_ALGORITHM_DUAL_SIMPLEX
        if self.dead:
            return None
        try:
            with interrupter(budget) as stop:
                result = self._solver.solve(
                    parameters,
                    model_parameters_pb2.ModelSolveParametersProto(initial_basis=self._begun()),
                    None,
                    callback_pb2.CallbackRegistrationProto(),
                    None,
                    stop,
                )
        except StatusNotOk:  # "ABNORMAL": rare, and nobody's word is at stake
            self.dead = True
            return None
        if not finished(result):
            return None
        solution = result.solutions[0]
        self._basis = solution.basis if solution.HasField("basis") else None
        sides = 2 * self._rows
        values = dense(solution.primal_solution.variable_values, sides + self.columns)
        return Mixture(
            worth=solution.primal_solution.objective_value,
            share=values[sides:],
            prices=dense(solution.dual_solution.dual_values, self._rows),
            broken=bool((values[:sides] > BROKEN).any()),
        )

    def without(self, columns: Ints, budget: Budget) -> Mixture | None:
        """Return the best mixture without some columns, and leave all as it was."""
        basis = self._basis
        self.allow(columns, most=0.0)
        mixture = self.solve(budget, closing=True)
        self.allow(columns, most=1.0)
        self._basis = basis
        return mixture

    def _begun(self) -> Any:
        """Return the basis of the last mixture, with the columns that came since at nought.

        Told nothing, GLOP begins afresh whenever both columns and prices have changed.
        """
        from ortools.math_opt import solution_pb2

        if self._basis is None:
            return None
        basis = solution_pb2.BasisProto()
        basis.CopyFrom(self._basis)
        known, sides = len(basis.variable_status.ids), 2 * self._rows
        new = range(known, sides + self.columns)
        basis.variable_status.ids.extend(new)
        basis.variable_status.values.extend([solution_pb2.BASIS_STATUS_AT_LOWER_BOUND] * len(new))
        return basis


def new_update() -> Any:
    """Return an empty message of changes."""
    from ortools.math_opt import model_update_pb2

    return model_update_pb2.ModelUpdateProto()


def ends(high: Ints) -> Floats:
    """Turn no end into infinity."""
    return np.where(high < NO_END, high.astype(np.float64), np.inf)
