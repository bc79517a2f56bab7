"""Measurements as lines of JSON, so that a long table can be made in pieces and taken up again."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.timing import ROOT

Record: TypeAlias = dict[str, Any]
HOME = ROOT / ".benchmarks"
"""Where results lie unless told otherwise; git does not see it."""


def read(path: Path) -> list[Record]:
    """Return what was measured so far; a line that was cut off in the middle is left out."""
    if not path.exists():
        return []
    found = []
    for line in path.read_text("utf-8").splitlines():
        try:
            found.append(json.loads(line))
        except json.JSONDecodeError:
            print(f"{path.name}: left out a line that was cut off.")
    return found


def add(path: Path, record: Record) -> None:
    """Append a measurement."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")


def latest(records: Iterable[Record], *names: str) -> dict[tuple[Any, ...], Record]:
    """Return the last record of each combination of the fields named."""
    return {tuple(record[name] for name in names): record for record in records}


def circumstances() -> Record:
    """Say which state of the project was measured, and how busy the machine was just before."""
    git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty=+"]
    done = subprocess.run(git, capture_output=True, text=True, check=False)
    return {"revision": done.stdout.strip(), "load": round(os.getloadavg()[0], 2)}
