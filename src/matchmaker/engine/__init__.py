"""The recipe that other rooms and other programs call."""

from matchmaker.engine.explaining import Explained, explained
from matchmaker.engine.propose import Proposed, propose, proposed
from matchmaker.engine.study import Study, recruit_next, why, why_not

__all__ = [
    "Explained",
    "Proposed",
    "Study",
    "explained",
    "propose",
    "proposed",
    "recruit_next",
    "why",
    "why_not",
]
