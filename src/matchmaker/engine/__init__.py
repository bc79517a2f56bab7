"""The recipe that other rooms and other programs call."""

from matchmaker.engine.propose import propose

__all__ = ["propose"]
