"""Ctrl-C during a solve: the first asks for the best plan so far, the second leaves at once.

The work runs in a thread, because a solver in the main thread would keep Python from hearing the key.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")
LISTEN = 0.1
"""Seconds between two looks at the keyboard, where waiting itself cannot be interrupted."""


class Work(Generic[T]):
    """One piece of work in its own thread, and the wish to stop it."""

    def __init__(self, do: Callable[[threading.Event], T]) -> None:
        """Take what is to be done; it is handed the event to look at."""
        self.cancelled = threading.Event()
        self._do = do
        self._done = threading.Event()
        self._result: list[T] = []
        self._error: BaseException | None = None

    def wait(self) -> T:
        """Do it, and return what came of it or raise what went wrong."""
        with _listening(self._stop):
            threading.Thread(target=self._run, daemon=True).start()
            while not self._done.wait(LISTEN):
                pass
        if self._error is not None:
            raise self._error
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._do(self.cancelled))
        except BaseException as error:
            self._error = error
        finally:
            self._done.set()

    def _stop(self) -> None:
        if self.cancelled.is_set():
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
