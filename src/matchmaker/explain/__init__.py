"""A plan put into words: why, why not yet, and what to ask; data, no layout."""

from matchmaker.explain.proposal import proposal_of

__all__ = ["proposal_of"]
