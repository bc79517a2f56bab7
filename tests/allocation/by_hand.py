"""Small problems that several tests work out by hand."""

from __future__ import annotations

from matchmaker.allocation import Problem


def six_hours() -> Problem:
    """Return: one mentor of 6 hours and three people who take 2, 3 and 4, worth 9, 8 and 7."""
    return Problem.from_arrays(
        requests=3,
        request=[0, 1, 2],
        value=[[9, 8, 7]],
        limit=[0, 0, 0],
        option=[0, 1, 2],
        amount=[2, 3, 4],
        at_most=[6],
    )
