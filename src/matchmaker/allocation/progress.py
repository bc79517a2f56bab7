"""What a solve tells about itself while it goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One piece of news: a sentence, and the numbers behind it where they are known.

    The numbers speak of the part that is being solved (a problem is split where nothing is shared).
    """

    text: str
    level: int | None = None
    """Which level is being raised, from 0; the two that break ties follow those that were given."""
    best: int | None = None
    """What the best plan so far is worth at that level."""
    bound: int | None = None
    """What no plan can be worth more than, given the levels before."""

    def __str__(self) -> str:
        return self.text
