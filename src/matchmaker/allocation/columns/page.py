"""The relaxation over the open columns of a listing: small, and quickly solved from where another ended."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from matchmaker.allocation.columns.basis import BASIC, LOWER, Basis, breakable, numbers
from matchmaker.allocation.columns.master import BROKEN, LATE, ends, new_update
from matchmaker.allocation.columns.mixture import Mixture
from matchmaker.allocation.mathopt import dense, finished

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.allocation.budget import Budget
    from matchmaker.allocation.columns.listing import Listing
    from matchmaker.allocation.problem import Ints, Mask

    Floats = NDArray[np.float64]


class Page:
    """A linear programme over the columns that are open, and those a basis cannot do without.

    Its rows are those that columns share, then one for each owner. A row that asks for something may be
    left short at a price which nobody pays who has a choice. Rows that nothing open can break are left out.
    """

    def __init__(self, listing: Listing, opened: Mask, *, must: Mask, basis: Basis, far: float) -> None:
        """Write it down; `must` marks owners of whom a column has to be chosen."""
        from ortools.math_opt import parameters_pb2
        from ortools.math_opt.core.python import solver

        self._listing, self._opened = listing, opened
        self._shared = len(listing.programme.low)
        low = np.concatenate([listing.programme.low, must.astype(np.int64)])
        high = np.concatenate([listing.programme.high, np.ones(listing.owners, np.int64)])
        self._columns = np.flatnonzero(opened | (basis.column == BASIC))
        self._rows = np.flatnonzero(breakable(listing, opened, low=low, high=high) | (basis.row != BASIC))
        self._short = np.flatnonzero((low > 0) | (basis.short == BASIC))
        self._column, self._row = numbers(self._columns, len(opened)), numbers(self._rows, len(low))
        self._basis = self._message(basis)
        model = self._model(low[self._rows], high[self._rows], far)
        self._solver = solver.new(
            parameters_pb2.SOLVER_TYPE_GLOP, model, parameters_pb2.SolverInitializerProto()
        )
        self._given = basis

    def _model(self, low: Ints, high: Ints, far: float) -> Any:
        from ortools.math_opt import model_pb2

        programme, columns, short = self._listing.programme, len(self._columns), len(self._short)
        model = model_pb2.ModelProto()
        model.variables.ids.extend(range(columns + short))
        model.variables.lower_bounds.extend([0.0] * (columns + short))
        most = np.append(self._opened[self._columns].astype(np.float64), np.full(short, np.inf))
        model.variables.upper_bounds.extend(most.tolist())
        model.variables.integers.extend([False] * (columns + short))
        model.objective.maximize = True
        worth = np.append(programme.value[self._columns].astype(np.float64), np.full(short, -far))
        used = np.flatnonzero(worth)
        model.objective.linear_coefficients.ids.extend(used.tolist())
        model.objective.linear_coefficients.values.extend(worth[used].tolist())
        model.linear_constraints.ids.extend(range(len(low)))
        model.linear_constraints.lower_bounds.extend(np.where(low > 0, low, np.minimum(low, 0)).tolist())
        model.linear_constraints.upper_bounds.extend(ends(high).tolist())
        kept = (self._row[programme.row] >= 0) & (self._column[programme.column] >= 0)
        owned = self._row[self._shared + self._listing.owner[self._columns]]
        row = np.concatenate([self._row[programme.row[kept]], owned, self._row[self._short]])
        column = np.concatenate([self._column[programme.column[kept]], np.arange(columns + short)])
        amount = np.concatenate([programme.amount[kept].astype(np.float64), np.ones(columns + short)])
        there = row >= 0
        order = np.lexsort((column[there], row[there]))
        matrix = model.linear_constraint_matrix
        matrix.row_ids.extend(row[there][order].tolist())
        matrix.column_ids.extend(column[there][order].tolist())
        matrix.coefficients.extend(amount[there][order].tolist())
        return model

    def _message(self, basis: Basis) -> Any:
        from ortools.math_opt import solution_pb2

        stand = np.append(basis.column[self._columns], basis.short[self._short])
        message = solution_pb2.BasisProto()
        message.variable_status.ids.extend(range(len(stand)))
        message.variable_status.values.extend(stand.tolist())
        message.constraint_status.ids.extend(range(len(self._rows)))
        message.constraint_status.values.extend(basis.row[self._rows].tolist())
        return message

    def solve(self, budget: Budget) -> Mixture | None:
        """Return the best mixture, or None when time ran out or GLOP has nothing to say."""
        result = self._solved(budget)
        if result is None or not finished(result):
            return None
        solution, columns = result.solutions[0], len(self._columns)
        self._basis = solution.basis
        values = dense(solution.primal_solution.variable_values, columns + len(self._short))
        share, prices = np.zeros(len(self._opened)), np.zeros(len(self._row))
        share[self._columns] = values[:columns]
        prices[self._rows] = dense(solution.dual_solution.dual_values, len(self._rows))
        return Mixture(
            solution.primal_solution.objective_value,
            share,
            prices[: self._shared],
            bool((values[columns:] > BROKEN).any()),
        )

    def _solved(self, budget: Budget) -> Any:
        """Run GLOP from the basis there is; so briefly that nobody needs to be heard meanwhile."""
        from ortools.math_opt import callback_pb2, model_parameters_pb2, parameters_pb2
        from pybind11_abseil.status import StatusNotOk  # type: ignore[import-untyped]

        parameters = parameters_pb2.SolveParametersProto()
        parameters.time_limit.FromMilliseconds(int(1000 * (budget.left() + LATE)))
        parameters.lp_algorithm = parameters_pb2.LP_ALGORITHM_DUAL_SIMPLEX
        parameters.presolve = parameters_pb2.EMPHASIS_OFF
        began = model_parameters_pb2.ModelSolveParametersProto(initial_basis=self._basis)
        try:
            return self._solver.solve(
                parameters, began, None, callback_pb2.CallbackRegistrationProto(), None, None
            )
        except StatusNotOk:  # "ABNORMAL": rare, and nobody's word is at stake
            return None

    def basis(self) -> Basis:
        """Return where everything stands now, in the numbers of the listing."""
        variable = np.array(self._basis.variable_status.values, np.int8)
        column = np.full(len(self._opened), LOWER, np.int8)
        column[self._columns] = variable[: len(self._columns)]
        row = np.full(len(self._row), BASIC, np.int8)
        row[self._rows] = np.array(self._basis.constraint_status.values, np.int8)
        short = np.full(len(self._row), LOWER, np.int8)
        short[self._short] = variable[len(self._columns) :]
        return Basis(column, row, short)

    def tried(self, closed: Mask, budget: Budget, *, owner: int | None = None) -> float:
        """Say what is left without some columns, and with a column of an owner for sure; then undo it.

        That is minus infinity where there is no such mixture, or no time.
        """
        shut = self._column[np.flatnonzero(closed & self._opened)]
        row = -1 if owner is None else int(self._row[self._shared + owner])
        # Where a row was left out, its owner has one column, which may be the one that must be chosen.
        only = self._column[np.flatnonzero(self._opened & ~closed & (self._listing.owner == owner))]
        basis = self._basis
        rows, sure = ([row], only[:0]) if row >= 0 or owner is None else ([], only)
        self._change(shut, sure, rows[: row >= 0], least=1.0)
        result = self._solved(budget)
        self._change(shut, sure, rows[: row >= 0], least=0.0)
        self._basis = basis
        if result is None or not finished(result):
            return -math.inf
        return float(result.solutions[0].primal_solution.objective_value)

    def _change(self, shut: Ints, sure: Ints, rows: list[int], *, least: float) -> None:
        """Close some columns and ask for others (`least` 1), or take that back (0)."""
        update = new_update()
        for ends_of, these, value in (
            (update.variable_updates.upper_bounds, shut.tolist(), 1.0 - least),
            (update.variable_updates.lower_bounds, sure.tolist(), least),
            (update.linear_constraint_updates.lower_bounds, rows, least),
        ):
            ends_of.ids.extend(these)
            ends_of.values.extend([value] * len(these))
        self._solver.update(update)
