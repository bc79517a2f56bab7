"""The numeric assignment problem and its solvers: integers only, usable alone.

>>> from matchmaker.allocation import Problem, solve
>>> problem = Problem.from_arrays(
...     requests=2, request=[0, 1], value=[[3, 5]],
...     limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[1],
... )
>>> solve(problem).chosen.tolist()
[-1, 1]
"""

from matchmaker.allocation.again import solve_again
from matchmaker.allocation.answer import Answer, is_flow
from matchmaker.allocation.change import Change
from matchmaker.allocation.forcing import Forced, Regrets, forced, regrets
from matchmaker.allocation.newcomers import Newcomers, newcomers
from matchmaker.allocation.problem import Problem
from matchmaker.allocation.progress import Progress
from matchmaker.allocation.solve import solve

__all__ = [
    "Answer",
    "Change",
    "Forced",
    "Newcomers",
    "Problem",
    "Progress",
    "Regrets",
    "forced",
    "is_flow",
    "newcomers",
    "regrets",
    "solve",
    "solve_again",
]
