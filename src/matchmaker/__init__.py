"""Mentor and beneficiary matching for peer-mentoring programmes."""

from matchmaker.version import __version__

__all__ = ["__version__"]
