"""Compile, solve and read back: the plan before it is put into words."""

from matchmaker.plan.forced import Change, ForcedPlan, changes_between, forced_plan
from matchmaker.plan.gain import Gain, OtherPlan
from matchmaker.plan.mended import MendedPlan, mended_plan
from matchmaker.plan.plan import Plan, make_plan
from matchmaker.plan.recheck import certificate_breaches
from matchmaker.plan.search import Search
from matchmaker.plan.standby import standbys

__all__ = [
    "Change",
    "ForcedPlan",
    "Gain",
    "MendedPlan",
    "OtherPlan",
    "Plan",
    "Search",
    "certificate_breaches",
    "changes_between",
    "forced_plan",
    "make_plan",
    "mended_plan",
    "standbys",
]
