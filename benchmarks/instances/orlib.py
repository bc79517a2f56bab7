"""The assignment problems of the OR-Library (Beasley, "Linear programming on Cray supercomputers", 1990)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.instances.data import folder_of
from benchmarks.instances.instance import Instance, required_or_counted

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

FOLDER = "orlib_assign"
PUBLISHED = {
    "assign100": 305,
    "assign300": 626,
    "assign500": 991,
    "assign700": 1362,
    "assignp800": 2239,
    "assignp3000": 18696,
}
"""Least cost of each."""


def names() -> tuple[str, ...]:
    """Return what there is on this machine, the smallest first."""
    folder = folder_of(FOLDER)
    return tuple(name for name in PUBLISHED if folder and (folder / f"{name}.txt").exists())


def read(name: str, *, levels: int = 1) -> Instance:
    """Return one of them, every row required; `published` is −cost, which is raised."""
    folder = folder_of(FOLDER)
    assert folder is not None
    costs, allowed = matrix_of(folder / f"{name}.txt")
    ones = np.ones_like(costs)
    problem = required_or_counted(costs, ones, room=ones[0], allowed=allowed, levels=levels)
    return Instance(name, problem, -PUBLISHED[name], proved=True)


def matrix_of(path: Path) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Read n and n × n costs, or for `assignp…` n and lines "row column cost", counted from 1."""
    size, *numbers = map(int, path.read_text("ascii").split())
    if not path.name.startswith("assignp"):
        return np.array(numbers).reshape(size, size), np.ones((size, size), np.bool_)
    costs, allowed = np.zeros((size, size), np.int64), np.zeros((size, size), np.bool_)
    row, column, cost = np.array(numbers).reshape(-1, 3).T
    costs[row - 1, column - 1], allowed[row - 1, column - 1] = cost, True
    return costs, allowed
