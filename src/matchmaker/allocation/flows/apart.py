"""Makes a long flow call in a process of its own, which can be stopped at any moment.

The numbers travel as raw 64-bit integers in files without a name; nothing is pickled, and the
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

import numpy as np

from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.flows.call import Call, Reply, solved
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget

LONG = 650_000
"""Effort from which a process of its own pays: below, our own is held up for 0.5 s or so at most;
a child takes about 0.25 s to begin."""

LOOK = 0.05
"""Seconds between two looks whether to stop."""

HERE, STATUS = b"flow 1.0", 24
"""What a reply begins with, and how many bytes tell the status."""

BEGIN = (
    "import importlib, sys; sys.path[:] = sys.argv[4:]; "
    "importlib.import_module(sys.argv[1]).serve(int(sys.argv[2]), float(sys.argv[3]))"
)
PR_SET_PDEATHSIG = 1


class NoChild(Exception):
    """No child could be begun; the text says why."""


def reply_to(call: Call, budget: Budget) -> Reply:
    """Make a call wherever it is better made.

    Raises:
        OutOfTime: when it was stopped.
        SolverError: when the child died.
    """
    if call.effort < LONG:
        return solved(call)
    try:
        reply = made_apart(call, budget)
    except NoChild as why:
        budget.say(f"a long step is done in our own process, which cannot be stopped meanwhile: {why}")
        return solved(call)
    if reply is None:
        raise OutOfTime
    return reply


def made_apart(call: Call, budget: Budget) -> Reply | None:
    """Make a call in a child; return None once the budget is used up and the child is gone."""
    try:
        with private_file() as numbers, private_file() as answer:
            sizes = np.array([len(call.tail), len(call.supply)], np.int64)
            for array in (sizes, call.tail, call.head, call.capacity, call.cost, call.supply):
                numbers.write(np.ascontiguousarray(array, np.int64).data)
            numbers.seek(0)
            ended = waited(begun(numbers, answer, seconds=budget.left()), budget)
            answer.seek(0)
            return None if ended is None else read(answer, arcs=len(call.tail), ended=ended)
    except OSError as error:
        raise NoChild(error.strerror or "the system refuses") from error


def private_file() -> IO[bytes]:
    """Open a file that nobody else can; in memory where there is such a thing."""
    if hasattr(os, "memfd_create"):
        with contextlib.suppress(OSError):
            return os.fdopen(os.memfd_create("matchmaker"), "w+b")
    return tempfile.TemporaryFile()


def begun(
    numbers: IO[bytes], answer: IO[bytes], *, seconds: float, module: str = __name__
) -> subprocess.Popen[bytes]:
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


def read(answer: IO[bytes], *, arcs: int, ended: int) -> Reply:
    """Read what the child wrote, if it is all there."""
    if answer.read(len(HERE)) != HERE:
        raise NoChild(f"a child ended with {ended} before it began")
    told, flow = answer.read(STATUS), answer.read()
    status = told.decode("ascii", "replace").strip()
    whole = len(told) == STATUS and len(flow) == (8 * arcs if status == "OPTIMAL" else 0)
    if ended != 0 or not whole:
        raise SolverError(f"the process of the minimum-cost flow ended with {ended}")
    return Reply(status, np.frombuffer(flow, np.int64) if status == "OPTIMAL" else None)


def serve(parent: int, seconds: float) -> None:
    """Do what the parent asks, in the child."""
    leave_with(parent, seconds)
    with os.fdopen(os.dup(1), "wb") as answer, os.fdopen(os.dup(0), "rb") as numbers:
        os.dup2(2, 1)  # whatever a library may print is no answer
        answer.write(HERE)
        answer.flush()
        arcs, nodes = (int(size) for size in np.fromfile(numbers, np.int64, 2))
        lengths = (arcs, arcs, arcs, arcs, nodes)
        reply = solved(Call(*(np.fromfile(numbers, np.int64, length) for length in lengths)))
        answer.write(reply.status.ljust(STATUS).encode("ascii"))
        if reply.flow is not None:
            answer.write(np.ascontiguousarray(reply.flow, np.int64).data)


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
