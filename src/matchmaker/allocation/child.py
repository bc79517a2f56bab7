"""Begins, waits for and ends processes of our own that can be stopped at any moment.

Numbers travel as raw 64-bit integers in files without a name; nothing is pickled, and the
caller's own `__main__` is not run again, as multiprocessing would. The child leaves with us: on
Linux the kernel ends it when we are gone, elsewhere on POSIX its own timer does at the deadline.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget

LOOK = 0.05
"""Seconds between two looks whether to stop."""

BEGIN = (
    "import importlib, sys; sys.path[:] = sys.argv[4:]; "
    "importlib.import_module(sys.argv[1]).serve(int(sys.argv[2]), float(sys.argv[3]))"
)
PR_SET_PDEATHSIG = 1


class NoChild(Exception):
    """No child could be begun; the text says why."""


def private_file() -> IO[bytes]:
    """Open a file that nobody else can; in memory where there is such a thing."""
    if hasattr(os, "memfd_create"):
        with contextlib.suppress(OSError):
            return os.fdopen(os.memfd_create("matchmaker"), "w+b")
    return tempfile.TemporaryFile()


def begun(numbers: IO[bytes], answer: IO[bytes], *, seconds: float, module: str) -> subprocess.Popen[bytes]:
    """Start a fresh interpreter with our own path; it does not hear the keyboard's Ctrl-C.

    It calls `serve(parent, seconds)` of the module, with the two files as its input and output.
    """
    name = Path(sys.executable or "").name.lower()
    if getattr(sys, "frozen", False) or not name.startswith(("python", "pypy")):
        raise NoChild("this program is no plain Python")
    return subprocess.Popen(  # noqa: S603 - our own interpreter, and our own words
        [sys.executable, "-I", "-c", BEGIN, module, str(os.getpid()), str(seconds), *map(str, sys.path)],
        stdin=numbers,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def waited(child: subprocess.Popen[bytes], budget: Budget) -> int | None:
    """Wait until the child ends and return how, or end it: whatever happens, it is gone afterwards."""
    try:
        while budget.left() > 0:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return child.wait(LOOK)
        return None
    finally:
        child.kill()
        child.wait()


def leave_with(parent: int, seconds: float) -> None:
    """Make sure that the system ends us when the parent is gone, or when nobody waits any more."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.0) + 1.0)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)
