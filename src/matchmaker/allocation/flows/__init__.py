"""Solves what is a flow: exactly, level by level, at any size, with prices that prove it."""

from matchmaker.allocation.flows.laminar import structure_of
from matchmaker.allocation.flows.solver import MinimumCostFlow

__all__ = ["MinimumCostFlow", "structure_of"]
