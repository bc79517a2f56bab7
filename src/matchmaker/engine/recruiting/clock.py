"""One stretch of time for many questions: each gets a share of what is left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matchmaker.plan import Search

_SHARE: Final = 3
_LEAST: Final = 0.1
"""Seconds below which it is no use to begin."""


@dataclass(frozen=True)
class Clock:
    """How long there is for all of it together; who asks to stop is heard as well."""

    search: Search
    start: float = field(default_factory=monotonic)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.start + self.search.seconds - monotonic()

    @property
    def over(self) -> bool:
        """Whether nothing more should be begun."""
        asked = self.search.cancel is not None and self.search.cancel.is_set()
        return asked or self.left < _LEAST

    def part(self, share: float) -> Clock:
        """Return a clock for some of what is left."""
        return Clock(replace(self.search, seconds=max(_LEAST, share * self.left)))

    @property
    def next(self) -> Search:
        """The search for the next question: most take far less than their share, and a hard one no more."""
        return replace(self.search, seconds=max(_LEAST, self.left / _SHARE), progress=None)
