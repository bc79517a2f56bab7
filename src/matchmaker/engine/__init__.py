"""The recipe that other rooms and other programs call."""

from matchmaker.engine.explaining import Explained, explained
from matchmaker.engine.one_question import recruit_next, what_would_help, why, why_not
from matchmaker.engine.propose import Proposed, propose, proposed
from matchmaker.engine.study import Study

__all__ = [
    "Explained",
    "Proposed",
    "Study",
    "explained",
    "propose",
    "proposed",
    "recruit_next",
    "what_would_help",
    "why",
    "why_not",
]
