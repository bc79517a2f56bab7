"""The published assignment problems of the OR-Library: every optimum reached, every answer certified.

Each is solved with "every row once" as limits, and again with the number of rows served as a level
before the cost. The certificates are judged by the room that shares nothing with the solvers.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.certified import faults
from benchmarks.instances import Instance, Plain, orlib
from benchmarks.instances.data import absent
from benchmarks.peers import flow, matching
from benchmarks.timing import Clock, machine, shown, table
from matchmaker.allocation import solve

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Answer

LONG = 600.0
OURS = {"matchmaker": 1, "matchmaker, rows counted": 2}
PEERS = {
    "one flow": (flow.one_flow, "ortools"),
    "scipy, dense": (matching.dense, "scipy"),
    "scipy, sparse": (matching.sparse, "scipy"),
}


def main() -> None:
    """Print a row for each instance there is."""
    given = arguments()
    there = [name for name in orlib.names() if name in (given.instance or orlib.names())]
    if not there:
        return print(absent(orlib.FOLDER))
    peers = [name for name, (_, needs) in PEERS.items() if find_spec(needs)]
    print(f"Processor time, medians, tools taking turns; {machine()}.\n")
    rows = [
        row(name, peers, runs=1 if given.smoke else given.runs)
        for name in there[: 1 if given.smoke else None]
    ]
    print(table(("instance", "published", "reached", "certified", "judging it", *OURS, *peers), rows))
    return None


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--instance", nargs="+", choices=orlib.PUBLISHED)
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def row(name: str, peers: list[str], *, runs: int) -> tuple[str, ...]:
    """Return one instance: what was published and reached, whether it is certified, and the times."""
    clock = Clock()
    instances = {tool: orlib.read(name, levels=levels) for tool, levels in OURS.items()}
    published = instances["matchmaker"].published
    assert published is not None
    answers: dict[str, Answer] = {}
    for _ in range(runs):
        for tool, instance in instances.items():
            answers[tool] = clock.time(tool, partial(solve, instance.problem, LONG))
            assert answers[tool].totals[-1] == published, (name, tool, answers[tool].totals)
        for peer in peers:
            reached = clock.time(peer, partial(peer_cost, peer, instances["matchmaker"]))
            assert reached == -published, (name, peer, reached)
    wrong = [text for tool in OURS for text in certificate_faults(tool, instances, answers, clock)]
    times = (shown(clock.median(tool)) for tool in (*OURS, *peers))
    word = "no: " + wrong[0] if wrong else "yes"
    ours = str(-answers["matchmaker"].totals[-1])
    return (name, str(-published), ours, word, shown(clock.median("judging")), *times)


def certificate_faults(
    tool: str, instances: dict[str, Instance], answers: dict[str, Answer], clock: Clock
) -> tuple[str, ...]:
    """Judge one certificate, and remember how long that took."""
    return clock.time("judging", partial(faults, instances[tool].problem, answers[tool]))


def peer_cost(name: str, instance: Instance) -> int:
    """Let a tool serve all rows: a row served is worth more than all costs together."""
    problem, solver = instance.problem, PEERS[name][0]
    size, costs = problem.requests, -problem.value[0]
    it = Plain(
        name=instance.name,
        request=problem.request,
        mentor=problem.limit[: problem.options],
        worker=np.zeros(size, np.int64),
        value=problem.value,
        places=np.ones(size, np.int64),
        visits=None,
    )
    found = solver(it, size * (int(costs.max()) + 1) - costs)
    assert found.taken is not None
    assert len(found.taken) == size, len(found.taken)
    return int(costs[found.taken].sum())


if __name__ == "__main__":
    main()
