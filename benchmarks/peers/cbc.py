"""CBC through PuLP, as most examples on assignment with PuLP are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.found import Found

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.peers.rows import Rows


def pulp_cbc(rows: Rows, value: NDArray[np.int64]) -> Found:
    """Solve it to the end; CBC runs as a process of its own and reads the model from a file."""
    import pulp

    model = pulp.LpProblem("assignment", pulp.LpMaximize)
    options = [pulp.LpVariable(f"x{k}", cat="Binary") for k in range(rows.columns)]
    model += pulp.LpAffineExpression(zip(options, value.tolist(), strict=True))
    for low, high, columns, amounts in rows.by_row():
        used = pulp.LpAffineExpression((options[k], n) for k, n in zip(columns, amounts, strict=True))
        model += used <= high
        if low > 0:
            model += used >= low
    model.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0.0))
    assert pulp.LpStatus[model.status] == "Optimal", pulp.LpStatus[model.status]
    return Found(np.array([k for k, option in enumerate(options) if option.value() > 0.5], np.int64))
