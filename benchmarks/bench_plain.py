"""The numeric core on plain assignments, beside every tool that people would use for them.

Each tool is handed the same arrays, and its time includes making its own model of them. Tools without
levels get one objective: "small", 10 · priority + fit, or "lex", 10^7 · priority + fit. Whoever has the
same objective must reach the same total.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.instances import PLAIN_SIZES, Plain, plain
from benchmarks.memory import peak_of
from benchmarks.peers.plain_tools import DIRECT, LEX, OURS, Tool, tools, values
from benchmarks.timing import Clock, machine, shown, table

VARIANTS = ("one family", "two families", "contended")
AIMS = (
    ("L", OURS, DIRECT, "at most 4"),
    ("XL", OURS, DIRECT, "at most 3"),
    ("L", "HiGHS, linear", "matchmaker, 1 level, small", "at least 25"),
    ("L", "PuLP + CBC", "matchmaker, 1 level, small", "at least 60"),
)
RUNS = {"S": 7, "M": 5, "L": 3, "XL": 1}


def main() -> None:
    """Print a table for each size and variant."""
    given = arguments()
    if given.peak:
        return only(given.size[0], given.tool[0])
    absent = [name for name in ("scipy", "pulp", "networkx") if find_spec(name) is None]
    print(f"Medians, tools taking turns; {machine()}.")
    if absent:
        print(f"Skipped: {', '.join(absent)}. Maybe install the extra `bench`.")
    clocks: dict[str, Clock] = {}
    for size, variant in product(["S"] if given.smoke else given.size, given.variant):
        it = drawn(size, variant)
        wanted = [tool for tool in tools() if tool.fits(size, it)]
        wanted = [tool for tool in wanted if any(part in tool.name for part in given.tool or [""])]
        print(f"\n{it.name}: {it.requests:,} requests, {it.options:,} options\n")
        clocks[it.name], text = measured(it, wanted, runs=1 if given.smoke else given.runs or RUNS[size])
        print(text)
    together(clocks)
    if "XL" in given.size and not given.smoke:
        memory("XL")
    return None


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--size", nargs="+", choices=PLAIN_SIZES, default=["S", "M"])
    parser.add_argument("--variant", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    parser.add_argument("--tool", nargs="+", help="Parts of the names of the tools wanted; all without it.")
    parser.add_argument("--runs", type=int, help="How often; without it 7, 5, 3 and 1 for S to XL.")
    parser.add_argument("--peak", action="store_true", help="Only draw, and let one tool answer.")
    return parser.parse_args()


def drawn(size: str, variant: str) -> Plain:
    """Draw the instance of a size and variant."""
    return plain(size, visits=variant == "two families", contended=variant == "contended")


def measured(it: Plain, wanted: list[Tool], *, runs: int) -> tuple[Clock, str]:
    """Return the times and the table of one instance; who has the same objective must agree, in every run."""
    clock, proofs = Clock(), dict[str, str]()
    reached: dict[str, set[tuple[int | None, ...]]] = {}
    if it.options < PLAIN_SIZES["L"][2]:  # what a first call imports is not its solving
        for tool in wanted:
            tool.answer(it)
    for _ in range(runs):
        for tool in wanted:
            found = clock.time(tool.name, partial(tool.answer, it))
            totals = tuple(found.total(row) for row in values(it, tool.objective))
            reached.setdefault(tool.objective, set()).add(totals)
            proofs[tool.name] = found.proof
    assert all(len(totals) == 1 for totals in reached.values()), reached
    assert_levels_agree({objective: totals.pop() for objective, totals in reached.items()})
    rows = [row(tool.name, clock, proofs[tool.name]) for tool in wanted]
    heads = ("tool", "wall", "processor", "× one flow, wall", "× one flow, processor", "proof")
    return clock, table(heads, rows) + aims(it.name.split()[0], clock)


def assert_levels_agree(totals: dict[str, tuple[int | None, ...]]) -> None:
    """Four levels start with what two start with, and two weigh up to what "lex" found by weighing."""
    two, four, lex = (totals.get(objective) for objective in ("2 levels", "4 levels", "lex"))
    assert two is None or four is None or two[0] == four[0], totals
    if two is not None and lex is not None and two[0] is not None and two[1] is not None:
        assert LEX * two[0] + two[1] == lex[0], totals


def row(name: str, clock: Clock, proof: str) -> tuple[str, ...]:
    """Return the medians of one tool, and how many direct flow calls they are worth."""
    took = clock.median_wall(name), clock.median(name)
    one = (clock.median_wall(DIRECT), clock.median(DIRECT)) if DIRECT in clock.wall else (0.0, 0.0)
    ratios = (f"{each / direct:.1f}" if direct else "" for each, direct in zip(took, one, strict=True))
    return (name, *map(shown, took), *ratios, proof)


def together(clocks: dict[str, Clock]) -> None:
    """Print all instances side by side."""
    names = list(dict.fromkeys(tool for clock in clocks.values() for tool in clock.wall))
    for what, median in (("On the wall", Clock.median_wall), ("Processor time", Clock.median)):
        rows = [
            (name, *(shown(median(clock, name)) if name in clock.wall else "" for clock in clocks.values()))
            for name in names
        ]
        print(f"\n{what}:\n\n{table(('tool', *clocks), rows)}")


def aims(size: str, clock: Clock) -> str:
    """Say how far the aims of this size are met, as far as their two tools were measured."""
    return "".join(
        f"\n\n{slow} ÷ {fast}: {_ratio(clock.median_wall, slow, fast)} on the wall, "
        f"{_ratio(clock.median, slow, fast)} of processor; the aim is {aim}."
        for at, slow, fast, aim in AIMS
        if at == size and {slow, fast} <= clock.wall.keys()
    )


def _ratio(seconds: Callable[[str], float], slow: str, fast: str) -> str:
    return f"{seconds(slow) / seconds(fast):.1f}"


def only(size: str, name: str) -> None:
    """Let one tool answer, and print nothing; for `memory`."""
    it = drawn(size, VARIANTS[0])
    for tool in tools():
        if tool.name == name:
            tool.answer(it)


def memory(size: str) -> None:
    """Print the most memory that a process holds which does nothing else."""
    command = [sys.executable, __file__, "--peak", "--size", size, "--tool"]
    peaks = {tool: peak_of([*command, tool]) for tool in ("nothing", OURS, DIRECT)}
    rows = [(tool, f"{peak:,} MB" if peak else "not known here") for tool, peak in peaks.items()]
    print(f"\nPeak memory at {size}, drawing the arrays and then:\n")
    print(table(("tool", "peak"), rows))


if __name__ == "__main__":
    main()
