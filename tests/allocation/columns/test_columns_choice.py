"""What to branch on: by hand, on costs that are made up and on columns of two mentors."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.columns.choice import TRIES, Choice
from tests.allocation.columns.test_columns_search import generation_of, two_mentors


class Costs:
    """Stands in for columns: what each option costs is given, and who asked is written down."""

    def __init__(self, costs: dict[int, tuple[float, float]], options: list[int]) -> None:
        self.place = SimpleNamespace(options=np.array(options))
        self.costs, self.asked = costs, list[int]()

    def tried(self, option, budget):
        self.asked.append(option)
        return self.costs[option]


def best(choice: Choice, costs: Costs, share: list[float], *, most: float = 100.0) -> int | None:
    return choice.best(costs, np.array(share), most=most, budget=Budget.of(60))  # type: ignore[arg-type]


def test_the_option_that_moves_both_branches_is_chosen():
    # Option 0 lies nearest to a half, but doing with it costs nothing; 1 costs 2 either way.
    costs = Costs({0: (9.0, 0.0), 1: (2.0, 2.0), 2: (0.5, 8.0)}, [10, 11, 12])
    assert best(Choice(), costs, [0.5, 0.4, 0.6]) == 1


def test_a_branch_that_ends_cannot_cost_more_than_its_end():
    costs = Costs({0: (50.0, 1.0), 1: (3.0, 2.0)}, [10, 11])
    assert best(Choice(), costs, [0.5, 0.5]) == 0
    # Where 3 is enough to end a branch, 50 is worth no more than 3.
    assert best(Choice(), costs, [0.5, 0.5], most=3.0) == 1


def test_an_option_is_tried_once_whatever_its_number_is_then():
    choice = Choice()
    costs = Costs({0: (1.0, 1.0), 1: (2.0, 2.0)}, [10, 11])
    assert best(choice, costs, [0.5, 0.5]) == 1
    assert costs.asked == [0, 1]
    fewer = Costs({0: (0.0, 0.0)}, [11])
    assert best(choice, fewer, [0.3]) == 0
    assert fewer.asked == []


def test_only_those_nearest_to_a_half_are_tried():
    many = TRIES + 3
    costs = Costs(dict.fromkeys(range(many), (1.0, 1.0)), list(range(many)))
    share = [0.5 - 0.05 * option for option in range(many)]
    assert best(Choice(), costs, share) in range(TRIES)
    assert costs.asked == list(range(TRIES))


@pytest.mark.parametrize("share", [[], [0.0, 1.0]])
def test_nothing_is_chosen_where_nothing_is_in_doubt(share):
    assert best(Choice(), Costs({}, list(range(len(share)))), share) is None


def test_a_trial_tells_what_an_option_costs_and_leaves_the_columns_as_they_were():
    generation = generation_of(two_mentors())
    generation.grow(Budget.of(60))
    assert generation.mixture is not None
    # Every plan worth 28 takes option 1 (request 1 by the first mentor), and so none option 5.
    without, served = generation.tried(1, Budget.of(60))
    assert without > 0.5
    assert served == pytest.approx(0.0, abs=1e-6)
    without, served = generation.tried(5, Budget.of(60))
    assert without == pytest.approx(0.0, abs=1e-6)
    assert served > 0.5
    again = generation.master.solve(Budget.of(60))
    assert again is not None
    assert again.worth == pytest.approx(generation.mixture.worth)


def test_columns_that_hold_an_option_are_known():
    generation = generation_of(two_mentors())
    generation.know([np.array([0, 2]), np.array([1]), np.array([5, 7])])
    held = generation.holding(np.arange(8) == 1)
    assert [1 in group for group in generation.pool] == held.tolist()
    assert held.any()
    assert not held.all()
