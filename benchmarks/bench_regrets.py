"""What forcing each pair of a plain round would cost: all pairs at once, beside solving again for each.

Both must say the same for a sample of pairs, or the script stops. What one by one would take for all pairs is
reckoned from that sample.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.bench_resolve import LONG, VARIANTS
from benchmarks.instances import PLAIN_SIZES, plain
from benchmarks.instances.plain import SEED
from benchmarks.timing import Clock, machine, shown, table
from matchmaker.allocation import forced, regrets, solve
from matchmaker.allocation.parts import with_options

if TYPE_CHECKING:
    from matchmaker.allocation import Problem

RUNS = {"S": 7, "M": 5, "L": 3, "XL": 1}
SAMPLE = {"S": 20, "M": 20, "L": 5, "XL": 2}
AIMS = {"M": 0.5, "L": 20.0}
"""Seconds for all pairs."""

EACH = 50
"""Options a person at L and XL, which is what their aims speak of."""


def main() -> None:
    """Print a row for each size and variant."""
    given = arguments(__doc__)
    sizes = ["S"] if given.smoke else given.size
    rows = [row_of(size, variant, smoke=given.smoke) for size in sizes for variant in given.variant]
    print(f"Medians of wall time; four levels; {machine()}.\n")
    heads = ("size", "variant", "pairs", "solve", "all pairs", "aim", "one pair again", "÷ for all")
    print(table((*heads, "no plan has room for"), rows))


def arguments(about: str | None) -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--size", nargs="+", choices=[*PLAIN_SIZES][:3], default=["S", "M"])
    parser.add_argument("--variant", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    return parser.parse_args()


def row_of(size: str, variant: str, *, smoke: bool) -> tuple[str, ...]:
    """Solve, ask for all pairs, and for some of them one by one."""
    problem, clock = drawn(size, variant), Clock()
    answer = clock.time("solve", partial(solve, problem, LONG))
    found = clock.time("all", partial(regrets, answer))
    for _ in range(0 if smoke else RUNS[size] - 1):
        clock.time("all", partial(regrets, answer))
    rng = np.random.default_rng(SEED)
    for option in rng.choice(problem.options, SAMPLE[size], replace=False).tolist():
        one = clock.time("one", partial(forced, answer, option, seconds=LONG))
        assert found.known[option], (size, variant, option)
        assert found.possible[option] != one.impossible, (size, variant, option)
        if one.chosen is not None:
            assert one.exact, (size, variant, option)
            assert tuple(found.levels[:, option].tolist()) == one.regret, (size, variant, option)
    took, each = clock.median_wall("all"), clock.median_wall("one")
    aim = AIMS.get(size)
    said = f"{aim:g} s {'kept' if took <= aim else 'missed'}" if aim else ""
    ratio = f"{each * problem.options / took:,.0f} ×"
    times = (shown(clock.median_wall("solve")), shown(took), said, shown(each), ratio)
    return (size, variant, f"{problem.options:,}", *times, f"{int((~found.possible).sum())}")


def drawn(size: str, variant: str) -> Problem:
    """Draw the instance; from L on only about so many options a person."""
    problem = plain(size, **VARIANTS[variant]).problem()
    each = problem.options / problem.requests
    if each <= 2 * EACH - 1:
        return problem
    keep = np.random.default_rng(SEED).random(problem.options) < EACH / each
    return with_options(problem, keep)


if __name__ == "__main__":
    main()
