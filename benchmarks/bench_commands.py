"""Whole-process time of the commands a coordinator types, beside bare Python in the same run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.timing import EXAMPLE, arguments, machine, processes, shown, table

SIZE, SMOKE_SIZE = (1_000, 5_000), (30, 60)
LARGE = "matchmaker simulate ({:,} × {:,}, {})"
TARGETS = {
    "matchmaker --help": 0.25,
    "matchmaker match (the example)": 1.5,
    LARGE.format(*SIZE, "JSON"): 5.0,
}


def main() -> None:
    """Print the medians and how they compare with bare Python and with importing numpy."""
    smoke = arguments(__doc__ or "").smoke
    runs, size = (1, SMOKE_SIZE) if smoke else (9, SIZE)
    python, matchmaker = sys.executable, str(Path(sys.executable).parent / "matchmaker")
    with tempfile.TemporaryDirectory() as folder:
        run = str(Path(folder) / "run")
        found = processes(
            {
                "python -c pass": [python, "-c", "pass"],
                "import numpy": [python, "-c", "import numpy"],
                "import matchmaker": [python, "-c", "import matchmaker"],
                "matchmaker --help": [matchmaker, "--help"],
                "matchmaker check (the example)": [matchmaker, "check", str(EXAMPLE)],
                "matchmaker match (the example)": [
                    matchmaker, "match", str(EXAMPLE), "--out", run, "--force",
                ],
                "matchmaker verify (that run)": [matchmaker, "verify", run],
                LARGE.format(*size, "JSON"): _simulate(matchmaker, size, Path(folder) / "large.json"),
                LARGE.format(*size, "workbook"): _simulate(matchmaker, size, Path(folder) / "large.xlsx"),
            },
            runs=runs,
        )  # fmt: skip
    bare, numpy = found["python -c pass"].wall, found["import numpy"].wall
    print(f"Medians of {runs} runs taking turns; {machine()}.\n")
    print(
        table(
            ("command", "wall", "processor", "× bare Python", "× import numpy", "target"),
            [
                (
                    name, shown(took.wall), shown(took.processor), f"{took.wall / bare:.1f}",
                    f"{took.wall / numpy:.1f}", _against(TARGETS.get(name), took.wall),
                )
                for name, took in found.items()
            ],
        )
    )  # fmt: skip


def _simulate(matchmaker: str, size: tuple[int, int], path: Path) -> list[str]:
    """Return the command behind a clean slate: a file that is there is never written over."""
    words = f"{matchmaker} simulate --mentors {size[0]} --beneficiaries {size[1]} -o {path}"
    return ["sh", "-c", f"rm -f {path} && exec {words}"]


def _against(target: float | None, seconds: float) -> str:
    return "" if target is None else f"{shown(target)} {'kept' if seconds <= target else 'missed'}"


if __name__ == "__main__":
    main()
