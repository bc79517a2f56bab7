"""Mending a flow: the ways by hand, what the prices then say, and when to start afresh."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import numpy as np
import pytest

from matchmaker.allocation import Problem
from matchmaker.allocation.budget import Budget, OutOfTime
from matchmaker.allocation.flows import MinimumCostFlow
from matchmaker.allocation.flows.faces import faithful
from matchmaker.allocation.flows.repair import MOST_UNITS, Edit, repaired, wanted
from matchmaker.allocation.flows.reroute import FAR, distances, rerouted
from matchmaker.allocation.flows.residual import Residual
from matchmaker.allocation.flows.standing import Group, Standing

ENDLESS = Budget.of(10**6)


def standing(*, value: list[list[int]], places: int = 1) -> Standing:
    """Solve for two persons and two mentors: options 0 with A, 0 with B, 1 with A, 1 with B."""
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 0, 1, 1],
        value=value,
        limit=[0, 1, 0, 1],
        option=[0, 1, 2, 3],
        amount=[1, 1, 1, 1],
        at_most=[places, places],
    )
    found = MinimumCostFlow().solve(problem, ENDLESS).standing
    assert isinstance(found, Standing)
    return found


def taken(found: Standing) -> list[int]:
    return np.flatnonzero(found.flow[:4]).tolist()


def test_a_veto_sends_one_unit_round_by_the_cheapest_way():
    before = standing(value=[[9, 6, 8, 3]])
    assert taken(before) == [1, 2]
    after = repaired(before, [Edit(2, 0, 0)], budget=ENDLESS)
    assert after is not None
    assert taken(after) == [0, 3]
    assert after.proves()
    # What was there before is still as it was.
    assert taken(before) == [1, 2]
    assert before.network.high[2] == 1


def test_levels_are_taken_one_after_the_other():
    # Everybody is worth 1 at level 0; level 1 likes 0 with A and 1 with B.
    before = standing(value=[[1, 1, 1, 1], [5, 0, 0, 5]])
    assert taken(before) == [0, 3]
    # Without 0 with A it is 0 with B and 1 with A: both are served, and that comes first.
    after = repaired(before, [Edit(0, 0, 0)], budget=ENDLESS)
    assert after is not None
    assert taken(after) == [1, 2]


def test_prices_that_were_changed_prove_nothing():
    found = standing(value=[[9, 6, 8, 3]])
    assert found.proves()
    for change in (-20, 20):
        prices = found.prices.copy()
        prices[0, 1] += change
        spoilt = replace(found, prices=prices)
        loss = spoilt.losses(Group(0, 1, (1,)), np.arange(len(found.flow)))[0]
        assert not replace(spoilt, loss=loss).proves()


def test_an_arc_wants_as_much_as_the_prices_say():
    # One place at A, which both want more than B: the place is worth something, and another is wanted.
    found = standing(value=[[9, 6, 8, 3]])
    place_at_a = 4 + 2
    assert wanted(found, Edit(place_at_a, 0, 2)) == 2
    # 1 with B loses against 1 with A: nothing of it is wanted, unless it must be.
    assert wanted(found, Edit(3, 0, 1)) == 0
    assert wanted(found, Edit(3, 1, 1)) == 1


def test_what_moves_too_many_is_better_found_afresh():
    many = MOST_UNITS + 1
    problem = Problem.from_arrays(
        requests=many,
        request=list(range(many)),
        value=[[1] * many],
        limit=[0] * many,
        option=list(range(many)),
        amount=[1] * many,
        at_most=[0],
    )
    found = MinimumCostFlow().solve(problem, ENDLESS).standing
    assert isinstance(found, Standing)
    room = many + many
    assert repaired(found, [Edit(room, 0, many)], budget=ENDLESS) is None
    assert repaired(found, [Edit(room, 0, many - 1)], budget=ENDLESS) is not None


def test_no_way_at_all_is_no_flow():
    # Both must be served (a minimum of 2), and A closes: B has one place.
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 0, 1, 1],
        value=[[9, 6, 8, 3]],
        limit=[0, 1, 0, 1, 2, 2, 2, 2],
        option=[0, 1, 2, 3, 0, 1, 2, 3],
        amount=[1] * 8,
        at_most=[1, 1, 2],
        at_least=[0, 0, 2],
    )
    found = MinimumCostFlow().solve(problem, ENDLESS).standing
    assert isinstance(found, Standing)
    assert repaired(found, [Edit(4 + 2, 0, 0)], budget=ENDLESS) is None


def test_somebody_who_asks_to_stop_is_heard():
    with pytest.raises(OutOfTime):
        repaired(standing(value=[[9, 6, 8, 3]]), [Edit(2, 0, 0)], budget=Budget.of(0))


def test_distances_stop_at_the_target():
    # 0 - 1 - 2 - 3 in a row of length 2 each, and 0 - 2 directly of length 3.
    ways = Residual(4, np.arange(4), np.ones(4, np.int64), np.array([0, 1, 2, 0]), np.array([1, 2, 3, 2]))
    lengths = np.array([2, 2, 2, 3])
    assert distances(ways, lengths, source=0).tolist() == [0, 2, 3, 5]
    # Node 2 is 3 away, farther than node 1, so nobody goes on from there.
    assert distances(ways, lengths, source=0, target=1).tolist() == [0, 2, 3, FAR]


def test_there_is_no_way_into_what_is_closed():
    found = standing(value=[[9, 6, 8, 3]], places=0)
    # All places are closed: from mentor A (node 3) nothing leads back to the root.
    assert rerouted(found, source=3, target=0) is None


@pytest.mark.parametrize(
    ("weights", "spans", "prices", "enough"),
    [
        # The second level moves by 3 + (2 - 0) at most: 6 outweighs it, 5 does not.
        ([6, 1], [1, 3], [[0, 1], [0, 2]], True),
        ([5, 1], [1, 3], [[0, 1], [0, 2]], False),
        # A level without a weight is not told at all.
        ([1, 0], [1, 0], [[0, 1], [0, 0]], False),
        ([1], [9], [[0, 5]], True),
    ],
)
def test_weights_are_enough_by_hand(weights, spans, prices, enough):
    assert faithful(weights, spans=np.array(spans), prices=np.array(prices)) is enough


def test_levels_stand_by_themselves_where_their_sum_does_not_tell():
    found = standing(value=[[1, 1, 1, 1], [5, 0, 0, 5]])
    assert found.sure().groups == found.groups
    # With weights 1 and 1, losing 1 at level 0 and gaining 5 at level 1 would count as a gain.
    alike = replace(found, groups=(Group(0, 2, (1, 1)), *found.groups[1:]))
    sure = alike.sure()
    assert sure.groups[:2] == (Group(0, 1, (1,)), Group(1, 2, (1,)))
    every = np.arange(len(found.flow))
    assert sure.loss.tolist() == found.losses(Group(0, 1, (1,)), every)[0].tolist()


def test_where_a_circle_pays_nothing_is_near():
    # From 0 to 1 costs 1, back again -2: each time round is 1 cheaper than the last.
    arcs = np.array([0, 1])
    ways = Residual(2, arcs, np.array([1, 1]), np.array([0, 1]), np.array([1, 0]))
    assert distances(ways, np.array([1, -2]), source=0).tolist() == [FAR, FAR]


def test_an_answer_can_be_copied_and_gone_on_from():
    found = standing(value=[[9, 6, 8, 3]])
    for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):  # noqa: S301 - our own words
        after = repaired(twin, [Edit(2, 0, 0)], budget=ENDLESS)
        assert after is not None
        assert taken(after) == [0, 3]
