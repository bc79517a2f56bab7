"""The numeric core on plain assignments, beside one direct call of the tools that people would use.

Unit limits only: people at once of each mentor, introductions of each worker. Two levels: people
offered one, then fit. `--large` adds L. The peers get one objective, offered far above fit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.timing import Clock, arguments, machine, shown, table
from matchmaker.allocation import Problem, solve

SEED = 1
BEST_FIT = 10_000
# name, mentors, requests, options, runs
SIZES = (("S", 30, 60, 810, 7), ("M", 120, 400, 12_000, 5))
L = ("L", 1_000, 5_000, 500_000, 1)


@dataclass(frozen=True)
class Plain:
    """A random assignment: option k lets mentor[k] serve request[k], worth fit[k]."""

    mentors: int
    workers: int
    request: np.ndarray
    mentor: np.ndarray
    worker: np.ndarray
    fit: np.ndarray
    places: np.ndarray
    visits: np.ndarray

    @property
    def requests(self) -> int:
        """How many people asked."""
        return len(self.worker)

    @property
    def joint(self) -> np.ndarray:
        """One objective: a person offered an introduction outweighs all fit together."""
        return self.requests * (BEST_FIT + 1) + self.fit


Tool: TypeAlias = Callable[[Plain], tuple[int, int]]


def plain(mentors: int, requests: int, options: int) -> Plain:
    """Draw an assignment in which not everybody can be served."""
    rng = np.random.default_rng(SEED)
    pairs = rng.choice(mentors * requests, options, replace=False)
    workers = -(-requests // 10)
    return Plain(
        mentors=mentors,
        workers=workers,
        request=pairs // mentors,
        mentor=pairs % mentors,
        worker=np.arange(requests) % workers,
        fit=rng.integers(0, BEST_FIT + 1, options),
        places=rng.integers(1, 4, mentors),
        visits=rng.integers(5, 11, workers),
    )


def ours(it: Plain) -> tuple[int, int]:
    """Solve it with `matchmaker.allocation`, level by level, ties broken, bounds proved."""
    count = len(it.fit)
    answer = solve(
        Problem.from_arrays(
            requests=it.requests,
            request=it.request,
            value=np.stack([np.ones_like(it.fit), it.fit]),
            limit=np.concatenate([it.mentor, it.mentors + it.worker[it.request]]),
            option=np.tile(np.arange(count), 2),
            amount=np.ones(2 * count, np.int64),
            at_most=np.concatenate([it.places, it.visits]),
        )
    )
    assert answer.status == "optimal", answer.status
    return answer.totals[0], answer.totals[1]


def flow(it: Plain) -> tuple[int, int]:
    """Build and solve it as one minimum-cost flow: source, worker, request, mentor, sink."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    requests, mentors, workers = it.requests, it.mentors, it.workers
    source, sink = requests + mentors + workers, requests + mentors + workers + 1
    tail = [
        np.full(workers, source),
        requests + mentors + it.worker,
        it.request,
        requests + np.arange(mentors),
    ]
    head = [
        requests + mentors + np.arange(workers),
        np.arange(requests),
        requests + it.mentor,
        np.full(mentors, sink),
    ]
    room = [it.visits, np.ones(requests, int), np.ones(len(it.fit), int), it.places]
    cost = [np.zeros(workers, int), np.zeros(requests, int), -it.joint, np.zeros(mentors, int)]
    network = SimpleMinCostFlow()
    arcs = network.add_arcs_with_capacity_and_unit_cost(*map(np.concatenate, (tail, head, room, cost)))
    network.add_arcs_with_capacity_and_unit_cost([source], [sink], [requests], [0])
    network.set_nodes_supplies([source, sink], [requests, -requests])
    assert network.solve() == network.OPTIMAL
    return totals(it, network.flows(arcs)[workers + requests : -mentors] > 0)


def highs(it: Plain) -> tuple[int, int]:
    """Solve it as an integer programme with HiGHS, as scipy ships it."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
    from scipy.sparse import csr_array  # type: ignore[import-untyped]

    count = len(it.fit)
    rows = [it.request, it.requests + it.mentor, it.requests + it.mentors + it.worker[it.request]]
    uses = csr_array((np.ones(3 * count), (np.concatenate(rows), np.tile(np.arange(count), 3))))
    room = np.concatenate([np.ones(it.requests), it.places, it.visits])
    found = milp(-it.joint, integrality=1, bounds=Bounds(0, 1), constraints=LinearConstraint(uses, ub=room))
    assert found.success, found.message
    return totals(it, found.x > 0.5)


def totals(it: Plain, chosen: np.ndarray) -> tuple[int, int]:
    """Return how many people a plan serves, and their fit."""
    return int(chosen.sum()), int(it.fit[chosen].sum())


def main() -> None:
    """Print a row for each size; all answers must agree."""
    given = arguments(__doc__ or "", "--large")
    tools: dict[str, Tool] = {"matchmaker": ours, "one flow": flow}
    if find_spec("scipy"):
        tools["scipy (HiGHS)"] = highs
    sizes = SIZES[:1] if given.smoke else (*SIZES, L) if given.large else SIZES
    print(f"Processor time, medians; {machine()}{'' if find_spec('scipy') else '; no scipy here'}.\n")
    rows = [row(size, tools, smoke=given.smoke) for size in sizes]
    print(table(("size", *tools, "matchmaker ÷ one flow"), rows))


def row(size: tuple[str, int, int, int, int], tools: Mapping[str, Tool], *, smoke: bool) -> tuple[str, ...]:
    """Return the medians of every tool at one size; their answers must agree."""
    name, mentors, requests, options, runs = size
    it, clock = plain(mentors, requests, options), Clock()
    for _ in range(1 if smoke else runs):
        answers = {tool: clock.time(tool, partial(work, it)) for tool, work in tools.items()}
        assert len(set(answers.values())) == 1, answers
    what = f"{name}: {mentors:,} × {requests:,}, {options:,} options"
    ratio = clock.median("matchmaker") / clock.median("one flow")
    return (what, *(shown(clock.median(tool)) for tool in tools), f"{ratio:.1f}")


if __name__ == "__main__":
    main()
