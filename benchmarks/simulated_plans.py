"""What a plan offers people in simulated programmes: the table of docs/how-to/simulate-a-programme.md."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.timing import arguments, table
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.simulate import STYLES, ProgrammeStyle, simulate

SIZES, SEEDS = ((8, 16), (30, 60), (60, 120)), range(4)


def main() -> None:
    """Print, for each style and size, how many of those who asked are offered what."""
    smoke = arguments(__doc__ or "").smoke
    sizes, seeds = (SIZES[:1], SEEDS[:1]) if smoke else (SIZES, SEEDS)
    rows = [
        (f"`{style}`", f"{mentors} × {people}", *_shares(style, mentors, people, seeds=seeds))
        for style in STYLES
        for mentors, people in sizes
    ]
    print(table(("style", "mentors × people", "asked", "ready", "ask first", "none yet"), rows))


def _shares(style: ProgrammeStyle, mentors: int, people: int, *, seeds: range) -> list[str]:
    asked = ready = offered = 0
    for seed in seeds:
        round_ = simulate(mentors=mentors, beneficiaries=people, seed=seed, style=style)
        matches = propose(round_).matches
        asked += len(Policy.standard().context(round_).requests)
        ready += sum(match.state == "ready" for match in matches)
        offered += len(matches)
    shares = (ready, offered - ready, asked - offered)
    return [f"{asked / len(seeds):.0f}", *(f"{100 * share / asked:.0f}%" for share in shares)]


if __name__ == "__main__":
    main()
