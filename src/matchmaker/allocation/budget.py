"""How long a solve may still take, how many cores it may use, and who wants to know."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from matchmaker.allocation.progress import Progress

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable


CLOSE = 0.05
"""Seconds before the end at which the time counts as used up: solvers with clocks of their own stop early."""


class OutOfTime(Exception):
    """The time is over, or somebody asked to stop; what was found so far counts."""


class Stop(Protocol):
    """What `threading.Event` is: something that can be set from outside."""

    def is_set(self) -> bool:
        """Say whether to stop with the best plan so far."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The time and the cores of one solve."""

    deadline: float
    workers: int = 1
    cancel: Stop | None = None
    progress: Callable[[Progress], object] | None = None
    rung: threading.Event | None = None
    """Set once somebody looked at the clock and found the time used up, or as good as."""

    @classmethod
    def of(cls, seconds: float, *, workers: int = 1) -> Budget:
        """Start the clock."""
        return cls(time.monotonic() + seconds, workers)

    def left(self) -> float:
        """Return the seconds left: 0 when cancelled."""
        if self.cancel is not None and self.cancel.is_set():
            return 0.0
        left = max(0.0, self.deadline - time.monotonic())
        if left < CLOSE:
            self.ring()
        return left

    def ring(self) -> None:
        """Say that the time is used up, or as good as."""
        if self.rung is not None:
            self.rung.set()

    def check(self) -> None:
        """Raise `OutOfTime` once there is nothing left."""
        if self.left() == 0.0:
            raise OutOfTime

    def share(self, parts: int) -> Budget:
        """Leave as much for each of the parts that are still to come."""
        return replace(self, deadline=time.monotonic() + self.left() / max(parts, 1))

    def within(self, seconds: float) -> Budget:
        """Leave so many seconds at most."""
        return replace(self, deadline=min(self.deadline, time.monotonic() + seconds), rung=None)

    def after(self, seconds: float) -> Budget:
        """Leave so many seconds from now, whatever the deadline; nobody who asks to stop is ignored."""
        return replace(self, deadline=time.monotonic() + seconds, rung=None)

    def say(
        self, text: str, *, level: int | None = None, best: int | None = None, bound: int | None = None
    ) -> None:
        """Tell whoever wants to know; call it from the thread that solves, and from no other."""
        if self.progress is not None:
            self.progress(Progress(text, level, best, bound))
