"""The recipe that other rooms and other programs call."""

from matchmaker.engine.propose import Proposed, propose, proposed
from matchmaker.engine.study import Study, why, why_not

__all__ = ["Proposed", "Study", "propose", "proposed", "why", "why_not"]
