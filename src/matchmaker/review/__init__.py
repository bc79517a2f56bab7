"""What people decided about a proposal, and the round that follows from it."""

from matchmaker.review.allowed import all_misfits
from matchmaker.review.carried import carried_over, kept_aside
from matchmaker.review.fitting import accepted_way
from matchmaker.review.next_round import next_round

__all__ = ["accepted_way", "all_misfits", "carried_over", "kept_aside", "next_round"]
