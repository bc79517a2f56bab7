"""Solves what is a flow: exactly, level by level, at any size, with prices that prove it."""

from matchmaker.allocation.flows.laminar import structure_of
from matchmaker.allocation.flows.regret import regrets_of
from matchmaker.allocation.flows.repair import Edit, repaired
from matchmaker.allocation.flows.solver import MinimumCostFlow
from matchmaker.allocation.flows.standing import Standing, outcome_of

__all__ = ["Edit", "MinimumCostFlow", "Standing", "outcome_of", "regrets_of", "repaired", "structure_of"]
