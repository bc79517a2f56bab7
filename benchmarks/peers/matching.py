"""scipy's two assignment solvers. They know no capacities, so a mentor stands there once for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.found import Found

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.instances import Plain


def dense(plain: Plain, value: NDArray[np.int64]) -> Found:
    """Fill a matrix, where a pair that may not meet is worth nothing, and solve that."""
    from scipy.optimize import linear_sum_assignment

    first = np.cumsum(plain.places) - plain.places
    places = int(plain.places.sum())
    worth, option = np.zeros((plain.requests, places)), np.full((plain.requests, places), -1)
    copies = plain.places[plain.mentor]
    row, each = np.repeat(plain.request, copies), np.repeat(np.arange(plain.options), copies)
    column = first[plain.mentor[each]] + _counted(copies)
    worth[row, column], option[row, column] = value[each], each
    taken = option[linear_sum_assignment(worth, maximize=True)]
    return Found(taken[(taken >= 0)])


def sparse(plain: Plain, value: NDArray[np.int64]) -> Found:
    """List the pairs, and a place nowhere for each request, because every row must be matched."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    first, places = np.cumsum(plain.places) - plain.places, int(plain.places.sum())
    copies = plain.places[plain.mentor]
    row, each = np.repeat(plain.request, copies), np.repeat(np.arange(plain.options), copies)
    column = first[plain.mentor[each]] + _counted(copies)
    nobody = np.arange(plain.requests)
    # A stored 0 would be no edge at all, so everything is worth 1 more.
    worth = np.concatenate([value[each] + 1, np.ones(plain.requests, np.int64)])
    rows, columns = np.concatenate([row, nobody]), np.concatenate([column, places + nobody])
    graph = csr_array((worth, (rows, columns)), shape=(plain.requests, places + plain.requests))
    matched, to = min_weight_full_bipartite_matching(graph, maximize=True)
    served = to < places
    mentor = np.repeat(np.arange(len(plain.places)), plain.places)[to[served]]
    wanted = matched[served] * len(plain.places) + mentor
    names = plain.request * len(plain.places) + plain.mentor
    order = np.argsort(names)
    return Found(order[np.searchsorted(names, wanted, sorter=order)])


def _counted(copies: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return 0 to copies[k] − 1, one k after the other."""
    start = np.cumsum(copies) - copies
    return np.arange(int(copies.sum())) - np.repeat(start, copies)
