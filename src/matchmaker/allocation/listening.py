"""Ctrl-C, `cancel` and `progress` of a caller, without touching more of their program than needed.

A solver in the main thread keeps Python from hearing any signal. So a solve that was called there
works in a thread of its own, while the main thread waits, hears signals and tells progress. Called
in any other thread it works right there. Nothing is installed at import, and nothing stays.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Stop
    from matchmaker.allocation.progress import Progress

T = TypeVar("T")
LISTEN = 0.1
"""Seconds between two looks at the keyboard, where waiting itself cannot be interrupted."""


class Ear:
    """Everything that may stop a solve, as one thing to ask; and the caller who is told of it."""

    def __init__(self, *, cancel: Stop | None, progress: Callable[[Progress], object] | None) -> None:
        """Take what the caller gave."""
        self.pressed = False
        """A plain flag: a lock could be held by the very thread that a signal interrupts."""
        self._cancel = cancel
        self._progress = progress
        self._fault: Exception | None = None

    def is_set(self) -> bool:
        """Say whether to stop; what goes wrong in the caller's own code is a wish to stop, too."""
        if self.pressed or self._fault is not None:
            return True
        try:
            return self._cancel is not None and bool(self._cancel.is_set())
        except Exception as fault:
            self._fault = fault
            return True

    def tell(self, news: Progress) -> None:
        """Pass on a piece of news, until somebody wants to stop."""
        if self._progress is None or self.is_set():
            return
        try:
            self._progress(news)
        except Exception as fault:
            self._fault = fault

    def complain(self) -> None:
        """Raise what went wrong in the caller's own code, now that nothing is at work any more."""
        if self._fault is not None:
            raise self._fault


def listening(do: Callable[[Callable[[Progress], None]], T], ear: Ear) -> T:
    """Do something that tells its progress and asks the ear when to stop, and return what came of it.

    In the main thread the first Ctrl-C sets the ear and the second raises KeyboardInterrupt, unless
    the caller hears SIGINT in a way of their own: then that is left alone.
    """
    try:
        if threading.current_thread() is not threading.main_thread():
            result = do(ear.tell)
        else:
            with _hearing(ear):
                result = _aside(do, ear)
    except Exception:
        ear.complain()
        raise
    ear.complain()
    return result


def _aside(do: Callable[[Callable[[Progress], None]], T], ear: Ear) -> T:
    """Let another thread do it; whatever interrupts this one is also a wish to stop the other."""
    news: SimpleQueue[Progress | None] = SimpleQueue()
    done: list[T] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            done.append(do(news.put))
        except BaseException as error:
            failed.append(error)
        finally:
            news.put(None)

    try:
        threading.Thread(target=work, name="matchmaker solve", daemon=True).start()
    except RuntimeError:  # no more threads to be had: then it is done here, and hears nothing
        return do(ear.tell)
    try:
        _pass_on(news, ear)
    except BaseException:
        ear.pressed = True
        raise
    if failed:
        raise failed[0]
    return done[0]


def _pass_on(news: SimpleQueue[Progress | None], ear: Ear) -> None:
    """Tell the news until there are no more."""
    while True:
        with contextlib.suppress(Empty):
            item = news.get(timeout=LISTEN)
            if item is None:
                return
            ear.tell(item)


@contextlib.contextmanager
def _hearing(ear: Ear) -> Iterator[None]:
    """Hear Ctrl-C in a way of our own where it is heard in Python's, and put that back."""
    before = signal.getsignal(signal.SIGINT)

    def press(*_: object) -> None:
        if ear.pressed:
            signal.signal(signal.SIGINT, before)
            raise KeyboardInterrupt
        ear.pressed = True

    if before is signal.default_int_handler:
        with contextlib.suppress(ValueError):  # a subinterpreter has a main thread, but no signals
            signal.signal(signal.SIGINT, press)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is press:
            signal.signal(signal.SIGINT, before)
