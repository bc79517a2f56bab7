"""Medians, whole-process times and markdown tables, shared by the benchmarks."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "src" / "matchmaker" / "examples" / "locality.json"


@dataclass
class Clock:
    """Seconds of each named thing, run after run, on the wall and on the processor."""

    wall: dict[str, list[float]] = field(default_factory=dict)
    processor: dict[str, list[float]] = field(default_factory=dict)

    def time(self, name: str, work: Callable[[], T]) -> T:
        """Do the work once and remember how long it took."""
        start, before = time.perf_counter(), _processor_seconds()
        result = work()
        self.processor.setdefault(name, []).append(_processor_seconds() - before)
        self.wall.setdefault(name, []).append(time.perf_counter() - start)
        return result

    def median(self, name: str) -> float:
        """Return the median of all runs in seconds of processor, which other people's work hardly moves."""
        return median(self.processor[name])

    def median_wall(self, name: str) -> float:
        """Return the median of all runs in seconds that a person waits."""
        return median(self.wall[name])


@dataclass(frozen=True)
class Process:
    """Medians of a command from start to exit: on the wall, and on the processor."""

    wall: float
    processor: float


def processes(commands: Mapping[str, Sequence[str]], *, runs: int) -> dict[str, Process]:
    """Time whole processes, taking turns, so that a busy machine is unfair to nobody.

    A first turn that is not counted fills the caches of the disk and of compiled modules.
    """
    wall: dict[str, list[float]] = {name: [] for name in commands}
    processor: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            before, start = _processor_seconds(own=False), time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"{name} ended with {done.returncode}: {done.stderr[-500:]}")
            if turn:
                wall[name].append(time.perf_counter() - start)
                processor[name].append(_processor_seconds(own=False) - before)
    return {name: Process(median(wall[name]), median(processor[name])) for name in commands}


def _processor_seconds(*, own: bool = True) -> float:
    """Return what children that ended have used, and this process too: some tools work in a child."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + (time.process_time() if own else 0.0)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a markdown table; the first column is words, the others are figures."""
    lines = [headings, ["---"] + ["--:"] * (len(headings) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def shown(seconds: float) -> str:
    """Return a time with two figures that mean something."""
    if seconds < 0.0995:
        return f"{seconds * 1000:.1f} ms" if seconds < 0.00995 else f"{seconds * 1000:.0f} ms"
    return f"{seconds:.2f} s" if seconds < 9.95 else f"{seconds:.0f} s"


def machine() -> str:
    """Say what a figure was measured on, without saying whose it is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{cores} shared cores, Python {python}, ortools {'.'.join(version('ortools').split('.')[:2])}"


def arguments(text: str, *flags: str) -> argparse.Namespace:
    """Return the command line: `--smoke`, and further flags of a script."""
    parser = argparse.ArgumentParser(description=text)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()
