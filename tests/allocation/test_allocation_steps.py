"""What was done to a problem before it was solved, in words."""

from __future__ import annotations

from matchmaker.allocation import Problem, solve
from matchmaker.allocation.steps import counted


def test_what_was_done_before_solving_is_said():
    # Option 3 takes 90 of 60 minutes; limit 1 has room for all; limit 0 is 60 minutes of 30 each: two.
    problem = Problem.from_arrays(
        requests=4,
        request=[0, 1, 2, 3],
        value=[[1, 1, 1, 1]],
        limit=[0, 0, 0, 0, 1],
        option=[0, 1, 2, 3, 0],
        amount=[30, 30, 30, 90, 1],
        at_most=[60, 5],
    )
    assert solve(problem).steps == (
        "left out 1 option for which some limit has no room",
        "left out 1 limit that cannot be reached",
        "wrote 1 limit of amounts as plain counts",
    )


def test_what_is_counted_is_in_the_plural_unless_it_is_one():
    assert [counted(number, "limit") for number in (0, 1, 1_200)] == ["0 limits", "1 limit", "1,200 limits"]
