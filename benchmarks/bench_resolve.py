"""A small change after a solve: mending the answer beside solving the changed problem afresh.

One match vetoed, one pair pinned, or one mentor with a place more or less. Both must give the same plan,
and the certificate of the mended one is judged by the room that shares nothing with the solvers.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.certified import faults
from benchmarks.instances import PLAIN_SIZES, plain
from benchmarks.instances.plain import SEED
from benchmarks.timing import Clock, machine, shown, table
from matchmaker.allocation import Answer, Change, Problem, solve, solve_again

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 3600.0
VARIANTS: dict[str, dict[str, Any]] = {
    "one family": {},
    "two families": {"visits": True},
    "contended": {"contended": True},
}
CASES = {"S": 20, "M": 10, "L": 5, "XL": 2}
JUDGED = {"S": 20, "M": 10, "L": 1, "XL": 0}
"""Of each kind of change, how many certificates are judged: that takes seconds at L, in plain Python."""
AIMS = {"M": "a half", "L": "an eighth"}


def main() -> None:
    """Print a row for each size, variant and kind of change."""
    given = arguments()
    rows = [
        row
        for size in (["S"] if given.smoke else given.size)
        for variant in given.variant
        for row in rows_of(size, variant, cases=2 if given.smoke else given.cases or CASES[size])
    ]
    print(f"Medians, both taking turns; four levels; {machine()}.\n")
    heads = ("afresh, wall", "again, wall", "÷", "afresh, processor", "again, processor", "÷")
    print(table(("size", "variant", "change", *heads, "aim", "mended", "certificates judged"), rows))


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--size", nargs="+", choices=PLAIN_SIZES, default=["S", "M"])
    parser.add_argument("--variant", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    parser.add_argument("--cases", type=int, help="Changes of each kind; without it 20, 10, 5 and 2.")
    return parser.parse_args()


def rows_of(size: str, variant: str, *, cases: int) -> Iterator[tuple[str, ...]]:
    """Solve once, then yield a row for each kind of change."""
    problem = plain(size, **VARIANTS[variant]).problem()
    answer = solve(problem, LONG)
    for kind in ("veto", "pin", "room"):
        rng, clock, mended, judged = np.random.default_rng(SEED), Clock(), 0, 0
        for case in range(cases):
            change = drawn(kind, problem, answer, rng)
            changed = change.applied(problem)
            again = clock.time("again", partial(solve_again, answer, change, seconds=LONG))
            afresh = clock.time("afresh", partial(solve, changed, LONG))
            assert np.array_equal(again.chosen, afresh.chosen), (size, variant, change)
            mended += "mended" in again.solver
            if case < JUDGED[size]:
                wrong = faults(changed, again)
                assert not wrong, (size, variant, change, wrong)
                judged += 1
        yield (size, variant, kind, *times(clock), AIMS.get(size, ""), f"{mended} of {cases}", f"{judged}")


def drawn(kind: str, problem: Problem, answer: Answer, rng: np.random.Generator) -> Change:
    """Veto a match, pin a pair that is none, or give one mentor a place more or less."""
    taken = answer.chosen[answer.chosen >= 0]
    if kind == "veto":
        return Change(veto=[int(rng.choice(taken))])
    if kind == "pin":
        return Change(pin=[int(rng.choice(np.setdiff1d(np.arange(problem.options), taken)))])
    limit = int(problem.limit[rng.choice(taken)])
    return Change(at_most={limit: int(problem.at_most[limit]) + int(rng.choice([-1, 1]))})


def times(clock: Clock) -> Iterator[str]:
    """Yield the medians of both, and what part of a fresh solve the mending takes: wall, then processor."""
    for median in (clock.median_wall, clock.median):
        afresh, again = median("afresh"), median("again")
        yield from (shown(afresh), shown(again), f"{again / afresh:.3f}")


if __name__ == "__main__":
    main()
