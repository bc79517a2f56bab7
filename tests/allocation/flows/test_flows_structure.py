"""Components, laminar families and the network drawn from them, by hand."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.components import components_of, label, split
from matchmaker.allocation.flows import MinimumCostFlow, laminar
from matchmaker.allocation.flows.circulation import cheapest_flow
from matchmaker.allocation.flows.faces import face_of, judged
from matchmaker.allocation.flows.laminar import (
    chains_of,
    crossing,
    is_laminar,
    structure_of,
    whole_requests,
)
from matchmaker.allocation.flows.network import Network, network_of
from matchmaker.allocation.flows.prices import read_by_level, shortest
from matchmaker.allocation.flows.residual import Residual, residual_of
from tests.counts import SEED, count
from tests.oracles.random_flows import draw_flow
from tests.oracles.random_numbers import draw


def grouped(request: list[int], groups: list[list[int]], *, at_most: int = 1) -> Problem:
    """Build a problem from limits given as lists of the options they hold."""
    return Problem.from_arrays(
        requests=max(request) + 1,
        request=request,
        value=[list(range(1, len(request) + 1))],
        limit=[place for place, group in enumerate(groups) for _ in group],
        option=[k for group in groups for k in group],
        amount=[1 for group in groups for _ in group],
        at_most=[at_most] * len(groups),
    )


def test_every_node_is_named_after_the_smallest_it_is_connected_with():
    name = label(6, tail=np.array([4, 1, 3]), head=np.array([3, 5, 4]))
    assert name.tolist() == [0, 1, 2, 3, 3, 1]


def test_a_long_chain_is_one_component():
    nodes = np.random.default_rng(1).permutation(500)
    assert set(label(500, tail=nodes[:-1], head=nodes[1:]).tolist()) == {0}


def test_requests_that_share_a_limit_are_one_component():
    # Requests 0 and 1 meet in limit 0; request 2 is by itself with limit 1.
    problem = grouped([0, 1, 2], [[0, 1], [2]])
    assert components_of(problem).tolist() == [0, 0, 2, 0, 2]
    apart = split(problem, together=np.zeros(5, np.bool_))
    assert [part.requests.tolist() for part in apart] == [[2], [0, 1]]
    one = split(problem, together=np.ones(5, np.bool_))
    assert [(part.requests.tolist(), part.components) for part in one] == [([0, 1, 2], 2)]


def test_a_request_nobody_could_serve_has_no_part_of_its_own():
    parts = split(grouped([1], []), together=np.zeros(2, np.bool_))
    assert [(part.requests.tolist(), part.components) for part in parts] == [([1], 1)]
    parts = split(grouped([1], []), together=np.ones(2, np.bool_))
    assert [(part.requests.tolist(), part.components) for part in parts] == [([0, 1], 1)]


def test_sets_cross_when_they_share_and_neither_holds_the_other():
    # Requests {0, 1}, {2, 3}; limits {0, 2} crosses both, {0} is nested in both its neighbours.
    one, other = crossing(chains_of(grouped([0, 0, 1, 1], [[0, 2], [0]])))
    assert sorted(zip(one.tolist(), other.tolist(), strict=True)) == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("request_of", "groups", "flow"),
    [
        ([0, 0, 1, 1], [[0, 2], [1, 3]], True),  # two mentors: a plain assignment
        ([0, 0, 1, 1], [[0, 2], [1, 3], [0, 1, 2, 3]], True),  # and their navigator above both
        ([0, 1, 2], [[0, 1], [1, 2], [0, 2]], False),  # a triangle has no two colours
        ([0, 1, 2, 3], [[0, 1], [1, 2], [2, 3], [3, 0]], True),  # a square has
        ([0, 0, 1, 1], [[0, 2], [0, 3]], False),  # both cross the requests and each other
    ],
)
def test_two_families_are_found_when_there_are_two(request_of, groups, flow):
    problem = grouped(request_of, groups)
    assert MinimumCostFlow().fits(problem) is flow
    if flow:
        family = structure_of(problem).family
        assert all(family[a] != family[b] for a, b in zip(*crossing(chains_of(problem)), strict=True))


def test_one_limit_that_weighs_spoils_only_its_own_component():
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 1],
        value=[[1, 1]],
        limit=[0],
        option=[0],
        amount=[2],
        at_most=[3],
    )
    assert structure_of(problem).flows.tolist() == [False, True, False]


def test_the_network_of_a_chain_of_limits():
    # Option 0 lies in request 0 (alone), in limit 0 {0, 1} and in limit 1 {0, 1, 2}.
    problem = grouped([0, 1, 2], [[0, 1], [0, 1, 2]], at_most=2)
    network = network_of(problem, structure_of(problem))
    # No limits cross: options run from their request to the smallest limit that holds them.
    assert network.tail[:3].tolist() == [1, 2, 3]
    assert network.head[:3].tolist() == [4, 4, 5]
    # Requests hang below the root, limit 0 (node 4) below limit 1 (node 5), and that below the root.
    assert network.tail[3:].tolist() == [0, 0, 0, 4, 5]
    assert network.head[3:].tolist() == [1, 2, 3, 5, 0]
    assert network.high[3:].tolist() == [1, 1, 1, 2, 2]


def line(low: int, high: int) -> Network:
    """Draw one arc out, one back."""
    return Network(2, 1, np.array([0, 1]), np.array([1, 0]), np.array([low, 0]), np.array([high, 9]))


def test_flows_with_a_minimum():
    assert cheapest_flow(line(2, 5), np.array([1, 0]), budget=Budget.of(60)).tolist() == [2, 2]  # type: ignore[union-attr]
    assert cheapest_flow(line(0, 5), np.array([-1, 0]), budget=Budget.of(60)).tolist() == [5, 5]  # type: ignore[union-attr]
    assert cheapest_flow(line(10, 11), np.array([1, 0]), budget=Budget.of(60)) is None


def lost(network: Network, costs: np.ndarray, prices: np.ndarray) -> list:
    """Tell level by level what arcs lose."""
    return [lambda arcs, row=row: row[arcs] for row in costs + network.apart(prices)]


def priced(network: Network, *, costs: list[list[int]], flow: list[int]) -> tuple[int, list[int]]:
    """Recover prices for one weighted cost, and judge them level by level."""
    levels, carried = np.array(costs), np.array(flow)
    residual = residual_of(network, carried)
    price = shortest(residual, levels.sum(axis=0))
    assert price is not None
    prices = read_by_level(residual, levels.sum(axis=0), price=price, costs=levels)
    proved, left_open = judged(network, carried, levels=lost(network, levels, prices))
    return proved, left_open.tolist()


def test_the_face_keeps_free_what_costs_nothing_either_way():
    # Each unit costs 1, so no more than the 2 that must flow: at the prices (1, 0), both of whose
    # arcs' ends differ by what the arc costs, the way back stays open and the way out is settled.
    assert priced(line(2, 5), costs=[[1, 0]], flow=[2, 2]) == (1, [1])
    assert priced(line(2, 5), costs=[[0, 0]], flow=[2, 2]) == (1, [0, 1])
    face = face_of(line(2, 5), np.array([2, 2]), left_open=np.array([1]))
    assert (face.low.tolist(), face.high.tolist()) == ([2, 0], [2, 9])


def test_no_prices_exist_for_a_flow_that_is_not_the_cheapest():
    # Sending 3 units round costs 3, and none of them must flow: the circle back pays.
    residual = residual_of(line(0, 5), np.array([3, 3]))
    assert shortest(residual, np.array([1, 0])) is None


def test_a_long_way_to_a_circle_that_pays_is_noticed():
    # 300 nodes in a row of cost 0, and at their end two nodes with a circle of cost -1.
    tail, head = np.append(np.arange(301), 301), np.append(np.arange(1, 302), 300)
    arcs = np.arange(302)
    cost = np.append(np.zeros(301, np.int64), -1)
    assert shortest(Residual(302, arcs, np.ones_like(arcs), tail, head), cost) is None


def test_a_weight_that_is_too_small_is_noticed_at_the_level_it_spoils():
    # Level 0 gains 1 by flowing, level 1 loses 5: with weights 1 and 1 nothing flows, which the
    # first level's own prices do not allow.
    network = line(0, 1)
    costs = np.array([[-1, 0], [5, 0]])
    none = np.zeros(2, np.int64)
    residual = residual_of(network, none)
    price = shortest(residual, costs.sum(axis=0))
    assert price is not None
    prices = read_by_level(residual, costs.sum(axis=0), price=price, costs=costs)
    assert judged(network, none, levels=lost(network, costs, prices))[0] == 0


def test_minimums_are_kept_and_paid_for():
    # Two requests worth -1 and -5, at least one of them must be served.
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 1],
        value=[[-1, -5]],
        limit=[0, 0],
        option=[0, 1],
        amount=[1, 1],
        at_most=[2],
        at_least=[1],
    )
    outcome = MinimumCostFlow().solve(problem, budget=Budget.of(60))
    assert outcome.chosen is not None
    assert outcome.chosen.tolist() == [0, -1]
    assert outcome.bounds == (-1,)


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
@pytest.mark.parametrize("kind", [draw_flow, draw])
def test_a_guess_at_the_families_finds_the_flows_that_colours_find(kind, seed, monkeypatch):
    problem = Problem.from_arrays(**asdict(kind(seed)))
    guessed = structure_of(problem)
    for each in (0, 1):
        assert is_laminar(guessed.chains, guessed.flows & (guessed.family == each)), seed
    monkeypatch.setattr(laminar, "is_laminar", lambda chains, within: False)
    assert structure_of(problem).flows.tolist() == guessed.flows.tolist()


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
@pytest.mark.parametrize("kind", [draw_flow, draw])
def test_memberships_are_the_same_however_they_are_sorted(kind, seed, monkeypatch):
    problem = Problem.from_arrays(**asdict(kind(seed)))
    turns = chains_of(problem)
    monkeypatch.setattr(laminar, "DEEP", -1)
    at_once = chains_of(problem)
    assert turns.set.tolist() == at_once.set.tolist()
    assert turns.option.tolist() == at_once.option.tolist()
    assert turns.size.tolist() == at_once.size.tolist()


def test_workers_over_requests_and_supervisors_over_mentors_are_guessed():
    # Requests 0 and 1 have worker 0; mentors take options {0, 2} and {1, 3}, and their supervisor all four.
    problem = grouped([0, 0, 1, 1], [[0, 1, 2, 3], [0, 2], [1, 3]])
    chains = chains_of(problem)
    assert whole_requests(problem, chains).tolist() == [0, 0, 0, 1, 1]
    assert is_laminar(chains, np.array([True, True, True, False, False]))
    assert not is_laminar(chains, np.array([True, True, True, True, False]))
