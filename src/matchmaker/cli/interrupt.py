"""Ctrl-C during a solve: the first asks for the best plan so far, the second leaves at once.

Before the solver has begun there is no plan to ask for, and the first leaves at once.

The work runs in a thread, because a solver in the main thread would keep Python from hearing the key.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from matchmaker.cli.say import note

T = TypeVar("T")
LISTEN = 0.1
"""Seconds between two looks at the keyboard, where waiting itself cannot be interrupted."""


class Work(Generic[T]):
    """One piece of work in its own thread, and the wish to stop it.

    Whoever does it sets `begun` once stopping it would still give something.
    """

    def __init__(self, do: Callable[[Work[T]], T]) -> None:
        """Take what is to be done; it is handed this, to look at `cancelled` and to set `begun`."""
        self.begun = threading.Event()
        self.cancelled = threading.Event()
        self._do = do
        self._done = threading.Event()
        self._told = False
        self._result: list[T] = []
        self._error: BaseException | None = None

    def wait(self) -> T:
        """Do it, and return what came of it or raise what went wrong."""
        with _listening(self._stop):
            threading.Thread(target=self._run, daemon=True).start()
            while not self._done.wait(LISTEN):
                if self.cancelled.is_set() and not self._told:
                    self._told = True
                    note("Stopping with the best plan so far; Ctrl-C again leaves at once.")
        if self._error is not None:
            raise self._error
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._do(self))
        except BaseException as error:
            self._error = error
        finally:
            self._done.set()

    def _stop(self) -> None:
        if self.cancelled.is_set() or not self.begun.is_set():
            raise KeyboardInterrupt
        self.cancelled.set()


@contextmanager
def _listening(stop: Callable[[], None]) -> Iterator[None]:
    """Hear Ctrl-C in a way of our own, and put the old way back whatever happens."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: stop())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
