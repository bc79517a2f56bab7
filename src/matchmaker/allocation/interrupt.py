"""Carries a wish to stop into a solver that is deep in its own loops."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation.budget import Budget

PAUSE = 0.05
"""Seconds between two looks; a person who presses a key does not notice more."""


@contextmanager
def interrupter(budget: Budget) -> Iterator[Any]:
    """Yield what a solver listens to, or None when nobody could want it to stop."""
    if budget.cancel is None:
        yield None
        return
    from ortools.util.python import pybind_solve_interrupter

    handle = pybind_solve_interrupter.PySolveInterrupter()
    done = threading.Event()

    def watch() -> None:
        while not done.wait(PAUSE):
            if budget.left() == 0.0:
                handle.interrupt()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield handle
    finally:
        done.set()
        watcher.join()
        budget.left()  # somebody may want to know that this is where the time went
