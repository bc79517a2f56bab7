"""Every tool for plain assignments under one signature, ours among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from benchmarks.instances import PLAIN_SIZES, Plain
from benchmarks.instances.plain import BEST, OFFERED
from benchmarks.peers import cbc, cpsat, flow, highs, matching
from benchmarks.peers.found import Found
from benchmarks.peers.rows import rows_of
from matchmaker.allocation import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

Answer: TypeAlias = Callable[[Plain], Found]
SMALL, LEX = 10, 10**7
OURS, DIRECT = "matchmaker, 4 levels", "one flow, lex"
LONG = 3600.0


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that answers, what it is asked to raise, and where it no longer finishes."""

    name: str
    objective: str
    answer: Answer
    largest: str = "XL"
    needs: str = "ortools"
    families: int = 2

    def fits(self, size: str, it: Plain) -> bool:
        """Say whether it can be asked at all, and would come back."""
        order = list(PLAIN_SIZES)
        enough = self.families == 2 or it.visits is None
        return enough and find_spec(self.needs) is not None and order.index(size) <= order.index(self.largest)


def values(it: Plain, objective: str) -> NDArray[np.int64]:
    """Return the levels, (T, K), that an objective stands for."""
    match objective:
        case "4 levels":
            return it.value
        case "2 levels":
            return it.value[[OFFERED, BEST]]
        case "lex":
            return it.weighted(LEX)[None, :]
        case "small":
            return it.weighted(SMALL)[None, :]
    raise ValueError(objective)


def tools() -> Iterator[Tool]:
    """Ours and the peers; `largest` is the last size at which one ended within two minutes and 2 GB."""
    yield Tool(OURS, "4 levels", _ours("4 levels"))
    yield Tool("matchmaker, 2 levels", "2 levels", _ours("2 levels"))
    yield Tool("matchmaker, 1 level, lex", "lex", _ours("lex"))
    yield Tool("matchmaker, 1 level, small", "small", _ours("small"))
    yield Tool(DIRECT, "lex", lambda it: flow.one_flow(it, it.weighted(LEX)))
    yield Tool("one flow, 4 levels weighed", "4 levels", lambda it: flow.one_flow(it, _weighed(it)), "L")
    yield Tool("one flow, small", "small", _plain(flow.one_flow))
    yield Tool("scipy, dense", "small", _plain(matching.dense), "L", "scipy", families=1)
    yield Tool("scipy, sparse", "small", _plain(matching.sparse), "L", "scipy", families=1)
    yield Tool("HiGHS, linear", "small", _rows(highs.linear), "L")
    yield Tool("HiGHS, integer", "small", _rows(highs.integer), "M")
    yield Tool("CP-SAT", "small", _rows(cpsat.cp_sat), "M")
    yield Tool("PuLP + CBC", "small", _rows(cbc.pulp_cbc), "L", "pulp")
    yield Tool("networkx simplex", "small", _plain(flow.network_simplex), "M", "networkx")


def _ours(objective: str) -> Answer:
    """From arrays to a plan that is judged and canonical, and says who proved it."""

    def answer(it: Plain) -> Found:
        found = solve(it.problem(values(it, objective)), LONG)
        assert found.status == "optimal", (found.status, found.solver)
        assert found.canonical, found.solver
        return Found(found.chosen[found.chosen >= 0], proof=", ".join(sorted(set(found.proofs))))

    return answer


def _weighed(it: Plain) -> NDArray[np.int64]:
    """Return all four levels as one number; up to L it fits into what a flow solver can add up."""
    served = min(it.requests, int(it.places.sum()))
    weighed = it.value[0]
    for level in it.value[1:]:
        weighed = weighed * (served * int(level.max()) + 1) + level
    return weighed


def _plain(solver: Callable[[Plain, NDArray[np.int64]], Found]) -> Answer:
    return lambda it: solver(it, it.weighted(SMALL))


def _rows(solver: Callable[..., Found]) -> Answer:
    return lambda it: solver(rows_of(it.problem()), it.weighted(SMALL))
