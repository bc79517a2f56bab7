"""How soon a solve ends when it is asked to, by Ctrl-C or `cancel`, at random moments.

Each interrupt is a process of its own, which says afterwards whether a later Ctrl-C is what it was. The
promise: within two seconds, with a plan that keeps every limit. Moments are drawn from 0.05 s to the
end of the solve; one that came too late is drawn again, earlier.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.interrupted import PROMISED, SHAPES, Manner, Stopped, interrupt
from benchmarks.timing import machine, shown, table

SEED = 20260101
EARLIEST = 0.05
MANNERS: tuple[Manner, Manner] = ("Ctrl-C", "cancel")
WANTED = ("plain L", "plain L contended", "plain XL contended", "gap", "b3", "c3", "tight-b3", "d3")


def main() -> None:
    """Print a table, a row for each shape and manner, and end with 1 if a promise was broken."""
    given = arguments()
    rng = random.Random(SEED)
    stops = drawn(given.shape, 2 if given.smoke else given.times, seconds=given.seconds, rng=rng)
    print(f"{len(stops)} interrupts of a clock of {given.seconds:g} s; {machine()}.\n")
    print(table(("shape", "how", "times", "median", "longest", "its own time", "broken"), rows(stops)))
    for each in stops:
        if not each.kept:
            print(f"{each.shape}, {each.manner} at {each.delay:.2f} s: {each.wall:.2f} s {each.faults}")
    sys.exit(not all(each.kept for each in stops))


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--times", type=int, default=100, help="How many interrupts in all.")
    parser.add_argument("--seconds", type=float, default=10.0, help="The clock of each solve.")
    parser.add_argument("--shape", nargs="+", choices=SHAPES, default=list(WANTED))
    given = parser.parse_args()
    if given.smoke:
        given.shape, given.seconds = ["plain L"], 5.0
    return given


def drawn(shapes: list[str], times: int, *, seconds: float, rng: random.Random) -> list[Stopped]:
    """Interrupt each shape in turn, in both manners, until it was done so many times."""
    latest = dict.fromkeys(shapes, seconds)
    turns = [(shape, manner) for shape in shapes for manner in MANNERS]
    stops: list[Stopped] = []
    while len(stops) < times:
        shape, manner = turns[len(stops) % len(turns)]
        delay = rng.uniform(EARLIEST, latest[shape])
        stopped = interrupt(shape, manner, delay=delay, seconds=seconds)
        if stopped is None:
            latest[shape] = max(delay, 2 * EARLIEST)
        else:
            stops.append(stopped)
    return stops


def rows(stops: list[Stopped]) -> list[tuple[str, ...]]:
    """Return a row for each shape and manner."""
    found: list[tuple[str, ...]] = []
    for shape, manner in dict.fromkeys((each.shape, each.manner) for each in stops):
        here = [each for each in stops if (each.shape, each.manner) == (shape, manner)]
        walls = [each.wall for each in here]
        own = max(each.processor for each in here)
        broken = sum(not each.kept for each in here)
        found.append(
            (shape, manner, str(len(here)), shown(median(walls)), shown(max(walls)), shown(own), str(broken))
        )
    return found


if __name__ == "__main__":
    assert PROMISED == 2.0
    main()
