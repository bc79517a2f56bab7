"""Problems that are no flow, by the clock: ours, HiGHS alone and CP-SAT alone, each in its own process.

Instances: published generalised assignments, drawn ones with hours (b), crossing limits (c) and teams
(d) with one and three levels, and standard rounds. What was measured is kept as lines of JSON, so a
long table can be made in pieces: what is there already is not measured again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import hard_tables, results
from benchmarks.instances.cases import COUNTED, DRAWN, STANDARD, clock_of, gap_names, instance_of
from benchmarks.instances.data import absent
from benchmarks.peers.hard_tools import HARD_TOOLS, warm
from benchmarks.timing import Clock, machine

SMOKE = ("d1", "gap1-0")
WANTED = ("[bcd][13]", "standard-[SM]")
"""What `make bench` measures; generalised assignments take an hour and a half and must be asked for."""


def main() -> None:
    """Measure what is asked for and not there yet, then print the tables."""
    given = arguments()
    if given.one:
        return print(json.dumps(one(given.one, given.tool[0], given.seconds)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "smoke.jsonl" if given.smoke else given.results
        if not given.table:
            measure(path, given)
        print(f"By the clock, single runs; {machine()}.")
        hard_tables.show(results.read(path))
    return None


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--instance", nargs="+", help="Names, * allowed: b1, c3, 'standard-*', 'd*', e10100.")
    parser.add_argument("--tool", nargs="+", choices=HARD_TOOLS, default=list(HARD_TOOLS))
    parser.add_argument("--seconds", type=float, help="The clock; without it what each is promised for.")
    parser.add_argument("--results", type=Path, default=results.HOME / "hard.jsonl")
    parser.add_argument("--load", type=float, help="Wait before each until the machine's load is below.")
    parser.add_argument("--again", action="store_true", help="Measure even what is there already.")
    parser.add_argument("--table", action="store_true", help="Measure nothing, print what is there.")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def measure(path: Path, given: argparse.Namespace) -> None:
    """Run what is missing, tools taking turns, and write down each result at once."""
    if not gap_names():
        print(absent("gap"))
    there = (*DRAWN, *STANDARD, *gap_names(), *(f"{name}{COUNTED}" for name in gap_names()))
    patterns = SMOKE if given.smoke else given.instance or WANTED
    names = [name for pattern in patterns for name in there if fnmatch(name, pattern)]
    done = results.latest(results.read(path), "instance", "tool", "seconds")
    for name, tool in product(names, given.tool):
        seconds = 0.5 if given.smoke else given.seconds or clock_of(name)
        if given.again or (name, tool, seconds) not in done:
            quiet(given.load)
            results.add(path, apart(name, tool, seconds))


def quiet(load: float | None) -> None:
    """Wait until others leave the cores alone: a clock is unfair to whoever runs while they do not."""
    while load is not None and os.getloadavg()[0] >= load:
        time.sleep(5)


def apart(name: str, tool: str, seconds: float) -> results.Record:
    """Measure one in a process of its own; one that hangs or breaks is written down as such."""
    record = {"instance": name, "tool": tool, "seconds": seconds, **results.circumstances()}
    command = [sys.executable, __file__, "--one", name, "--tool", tool, "--seconds", str(seconds)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=3 * seconds + 60, check=True)
    except subprocess.TimeoutExpired:
        return {**record, "fault": "did not come back"}
    except subprocess.CalledProcessError as fault:
        return {**record, "fault": str(fault.stderr)[-300:]}
    return {**record, **json.loads(done.stdout.splitlines()[-1])}


def one(name: str, tool: str, seconds: float) -> results.Record:
    """Measure one in this process, from the arrays to the answer."""
    instance = instance_of(name)
    warm(tool)
    clock = Clock()
    reached = clock.time(tool, lambda: HARD_TOOLS[tool](instance.problem, seconds))
    return {
        "title": instance.name,
        "published": instance.published,
        "totals": reached.totals,
        "bounds": reached.bounds,
        "proved": reached.proved,
        "proofs": reached.proofs,
        "solver": reached.solver,
        "canonical": reached.canonical,
        "wall": round(clock.median_wall(tool), 4),
        "processor": round(clock.median(tool), 4),
    }


if __name__ == "__main__":
    main()
