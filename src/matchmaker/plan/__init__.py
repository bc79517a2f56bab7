"""Compile, solve and read back: the plan before it is put into words."""

from matchmaker.plan.plan import Plan, make_plan
from matchmaker.plan.search import Search

__all__ = ["Plan", "Search", "make_plan"]
