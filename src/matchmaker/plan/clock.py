"""One stretch of time for many questions: how much of it is left, and what one of them may take."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matchmaker.plan.search import Search

LEAST: Final = 0.1
"""Seconds below which nothing is begun."""
ONE_QUESTION: Final = 10.0
"""Seconds that one question may take while others wait."""
_SHARE: Final = 3


@dataclass(frozen=True, slots=True)
class Clock:
    """A search whose time began to run."""

    search: Search
    deadline: float

    @classmethod
    def of(cls, search: Search) -> Clock:
        """Start the clock."""
        return cls(search, time.monotonic() + search.seconds)

    @property
    def left(self) -> float:
        """Seconds left; none once somebody asked to stop."""
        cancel = self.search.cancel
        if cancel is not None and cancel.is_set():
            return 0.0
        return max(0.0, self.deadline - time.monotonic())

    @property
    def over(self) -> bool:
        """Whether nothing more should be begun."""
        return self.left < LEAST

    def part(self, share: float) -> Clock:
        """Return a clock that runs for a share of what is left, such as 1/2."""
        return replace(self, deadline=time.monotonic() + share * self.left)

    def at_most(self, seconds: float) -> Search:
        """Return the search for one question, which may take so long, but never longer than is left."""
        return replace(self.search, seconds=max(LEAST, min(seconds, self.left)), progress=None)

    @property
    def next(self) -> Search:
        """The search for the next question: most take far less than their share, and a hard one no more."""
        return self.at_most(self.left / _SHARE)
