"""Synthetic programmes: invented people in a believable mix, the same again for the same seed."""

from matchmaker.simulate.figures import Figures, Town
from matchmaker.simulate.simulate import simulate
from matchmaker.simulate.styles import STYLES, ProgrammeStyle

__all__ = ["STYLES", "Figures", "ProgrammeStyle", "Town", "simulate"]
