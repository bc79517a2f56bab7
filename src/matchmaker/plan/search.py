"""How long to look, and who may look on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matchmaker.errors import ArgumentError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Stop
    from matchmaker.allocation.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Settings of one search; none of them changes which plan is best.

    `progress` is called with a `matchmaker.allocation.Progress`, whose `str` is a sentence, in the thread
    that proposes. `cancel` is like a `threading.Event`; once set, the best plan so far is proposed.
    """

    seconds: float = 30.0
    workers: int = 2
    progress: Callable[[Progress], object] | None = None
    cancel: Stop | None = None
    executor: Executor | None = None

    def __post_init__(self) -> None:
        """Refuse what no search could honour."""
        if not _number(self.seconds, int | float) or not 0 < self.seconds <= 86_400:
            raise ArgumentError(f"seconds is {self.seconds!r}. Maybe between 0.1 and 86400.")
        if not _number(self.workers, int) or not 1 <= self.workers <= 64:
            raise ArgumentError(f"workers is {self.workers!r}. Maybe 1 or 2.")
        if self.progress is not None and not callable(self.progress):
            raise ArgumentError("progress cannot be called. Maybe give a function of one argument.")
        if self.cancel is not None and not callable(getattr(self.cancel, "is_set", None)):
            raise ArgumentError("cancel has no is_set. Maybe give a threading.Event.")
        if self.executor is not None:
            raise ArgumentError("executor is not used yet. Maybe leave it out.")


def _number(given: object, kind: Any) -> bool:
    return isinstance(given, kind) and not isinstance(given, bool)
