"""What may be told of groups: judged by somebody who knows the sums and tries to work out the rest."""

from __future__ import annotations

import random
from itertools import product

import pytest

from matchmaker.explain.small_cells import SMALLEST, hidden, pooled


def groups_of(*sizes: int) -> dict[str, frozenset[str]]:
    return {f"G{n}": frozenset(f"B{n}.{each}" for each in range(size)) for n, size in enumerate(sizes)}


@pytest.mark.parametrize(
    ("sizes", "shown", "together"),
    [
        ((10, 12), {"G0", "G1"}, 0),
        ((9, 12, 15), {"G2"}, 21),  # 9 alone could be worked out from the sum, so 12 goes with it
        ((4, 6, 12), {"G2"}, 10),
        ((4, 5, 12, 12, 30), {"G4"}, 33),  # both of 12 go, whatever they are called
        ((9, 10), set(), 19),
        ((3, 3), set(), 6),
        ((), set(), 0),
    ],
)
def test_small_groups_go_together_until_they_are_no_longer_small(sizes, shown, together):
    found, others = pooled(groups_of(*sizes))
    assert (set(found), len(others)) == (shown, together)


@pytest.mark.parametrize("seed", range(200))
def test_nobody_is_in_two_rows_and_no_row_is_small(seed):
    draw = random.Random(seed)
    groups = groups_of(*(draw.randint(1, 25) for _ in range(draw.randint(0, 6))))
    shown, others = pooled(groups)
    rows = [*shown.values(), *([others] if others else [])]
    assert frozenset().union(*rows) == frozenset().union(*groups.values())
    assert sum(map(len, rows)) == sum(map(len, groups.values()))
    assert all(len(row) >= SMALLEST for row in rows) or not shown


@pytest.mark.parametrize(
    ("cells", "hide"),
    [
        ({"A": (20, 15), "B": (12, 30)}, ""),
        ({"A": (3, 15), "B": (12, 30)}, "AB"),
        (
            {"A": (3, 15), "B": (12, 30), "C": (30, 30)},
            "AB",
        ),  # of A and B together 15 have one: no less is known
        ({"A": (9, 15), "B": (8, 30), "C": (30, 30)}, "AB"),
        ({"A": (15, 0), "B": (40, 12), "C": (30, 30)}, "AB"),
        ({}, ""),
    ],
)
def test_a_number_that_could_be_worked_out_is_hidden_with_others(cells, hide):
    assert hidden(cells) == {*hide}


@pytest.mark.parametrize("seed", range(300))
def test_whoever_knows_all_sums_works_out_no_small_number(seed):
    """Try every way to fill in what is hidden: each hidden number could be at least two things, or all are hidden."""
    draw = random.Random(seed)
    cells = {name: (draw.randint(0, 30), draw.randint(0, 30)) for name in "ABCD"[: draw.randint(2, 4)]}
    cells = {name: pair for name, pair in cells.items() if sum(pair) >= SMALLEST}
    hide = hidden(cells)
    assert all(min(pair) >= SMALLEST for name, pair in cells.items() if name not in hide)
    assert hide >= {name for name, pair in cells.items() if min(pair) < SMALLEST}
    if hide and hide != cells.keys():
        asked = [sum(cells[name]) for name in sorted(hide)]
        offered = sum(cells[name][0] for name in hide)
        could = [way for way in product(*(range(each + 1) for each in asked)) if sum(way) == offered]
        assert all(len({way[place] for way in could}) > SMALLEST for place in range(len(asked)))
