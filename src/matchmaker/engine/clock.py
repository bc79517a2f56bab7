"""How much time is left for several pieces of work that share it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matchmaker.plan import Search

LEAST: Final = 0.1
"""Seconds below which nothing is begun."""


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

    def part(self, of: int) -> Clock:
        """Return a clock that runs for one of so many equal parts of what is left."""
        return replace(self, deadline=time.monotonic() + self.left / of)

    def at_most(self, seconds: float) -> Search:
        """Return the search for one question, which may take so long, but never longer than is left."""
        return replace(self.search, seconds=max(LEAST, min(seconds, self.left)), progress=None)
