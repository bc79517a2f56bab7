"""Compile, solve and read back: the plan before it is put into words."""

from matchmaker.plan.plan import Plan, make_plan
from matchmaker.plan.recheck import certificate_breaches
from matchmaker.plan.search import Search

__all__ = ["Plan", "Search", "certificate_breaches", "make_plan"]
