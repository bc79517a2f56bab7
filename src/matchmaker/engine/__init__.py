"""The recipe that other rooms and other programs call."""

from matchmaker.engine.propose import Proposed, propose, proposed

__all__ = ["Proposed", "propose", "proposed"]
