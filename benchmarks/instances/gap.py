"""Generalised assignment: Chu & Beasley 1997, Cattrysse 1994, Yagiura 2004, as fontanf collected them.

Hours budgets by another name: every job goes to one agent, uses up that agent's resource by an
amount that depends on both, and costs what depends on both. Types A, B and C are easy, D and E hard.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.instances.data import folder_of
from benchmarks.instances.instance import Instance, required_or_counted

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

FOLDER = "gap"
COLLECTIONS = ("cattrysse1994", "chu1997", "yagiura2004")


def names(types: str = "abcde") -> tuple[str, ...]:
    """Return what there is of these types on this machine; `g` stands for the sixty of Cattrysse."""
    return tuple(name for name in paths() if name[0] in types)


def read(name: str, *, levels: int = 1) -> Instance:
    """Return one of them, every job required; `published` is −cost, which is raised."""
    costs, amounts, room = matrices_of(paths()[name])
    bound, value = known()[name]
    problem = required_or_counted(costs, amounts, room=room, levels=levels)
    return Instance(name, problem, -value, proved=bound == value)


@cache
def paths() -> dict[str, Path]:
    """Return the file of each name."""
    folder = folder_of(FOLDER)
    files = (path for part in COLLECTIONS for path in sorted((folder / part).glob("*"))) if folder else ()
    return {path.name: path for path in files}


@cache
def known() -> dict[str, tuple[int, int]]:
    """Return the best proved bound and the least cost found so far, of each name."""
    folder = folder_of(FOLDER)
    assert folder is not None
    with (folder / "best_known.csv").open(encoding="utf-8", newline="") as rows:
        return {
            row["Path"].rpartition("/")[2]: (
                int(row["Best known bound"]),
                int(row["Best known solution value"]),
            )
            for row in csv.DictReader(rows)
            if row["Best known bound"] and row["Best known solution value"]
        }


def matrices_of(path: Path) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Read agents, jobs, the costs, the amounts and the room of each agent."""
    agents, jobs, *numbers = map(int, path.read_text("ascii").split())
    cells = agents * jobs
    assert len(numbers) == 2 * cells + agents, path.name
    array = np.array(numbers)
    costs, amounts = array[: 2 * cells].reshape(2, agents, jobs)
    return costs, amounts, array[2 * cells :]
