"""How long to look, and who may look on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any, Protocol

from matchmaker.errors import ArgumentError


class Cancel(Protocol):
    """Anything that can say it was cancelled, such as a `threading.Event`."""

    def is_set(self) -> bool:
        """Return whether to stop with the best plan so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Settings of one search; none of them changes which plan is best."""

    seconds: float = 30.0
    workers: int = 2
    progress: Callable[..., Any] | None = None
    cancel: Cancel | None = None
    executor: Executor | None = None

    def __post_init__(self) -> None:
        """Refuse what no search could honour."""
        if not 0 < self.seconds <= 86_400:
            raise ArgumentError(f"seconds is {self.seconds}. Maybe between 0.1 and 86400.")
        if not 1 <= self.workers <= 64:
            raise ArgumentError(f"workers is {self.workers}. Maybe 1 or 2.")
        if self.executor is not None:
            raise ArgumentError("executor is not used yet. Maybe leave it out.")
