"""Which rules, criteria and limits a programme has, how strong, in what order of priorities."""

from matchmaker.policy.policy import Policy
from matchmaker.policy.presets import PRESETS

__all__ = ["PRESETS", "Policy"]
