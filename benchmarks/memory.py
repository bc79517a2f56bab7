"""The most memory that a command and all its children hold at once, looked up twenty times a second.

What the system itself keeps as the peak of a process is not used: a child starts with its parent's.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

PROCESSES = Path("/proc")
EVERY = 0.05


def peak_of(command: Sequence[str]) -> int | None:
    """Run a command to its end and return megabytes; None where the system has no list of processes."""
    with subprocess.Popen(command) as started:
        peak = 0
        while started.poll() is None:
            peak = max(peak, sum(held(pid) for pid in family(started.pid)))
            try:
                started.wait(EVERY)
            except subprocess.TimeoutExpired:
                continue
    if started.returncode:
        raise SystemExit(f"{command[1:3]} ended with {started.returncode}")
    return peak // 1024 or None


def family(pid: int) -> Iterator[int]:
    """Yield a process and all its descendants."""
    yield pid
    for path in (PROCESSES / str(pid) / "task").glob("*/children"):
        for child in _text(path).split():
            yield from family(int(child))


def held(pid: int) -> int:
    """Return the kilobytes of a process; a page that several share counts in parts."""
    lines = _text(PROCESSES / str(pid) / "smaps_rollup").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _text(path: Path) -> str:
    """Read what may be gone already."""
    try:
        return path.read_text("ascii")
    except OSError:
        return ""
