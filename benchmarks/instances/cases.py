"""Names for everything that is no plain flow, and the clock each is to be measured by."""

from __future__ import annotations

from benchmarks.instances import gap
from benchmarks.instances.hard import HARD
from benchmarks.instances.instance import Instance
from benchmarks.instances.standard import STANDARD_SIZES, standard

DRAWN = tuple(f"{kind}{levels}" for levels in (1, 3) for kind in HARD)
STANDARD = tuple(f"standard-{size}" for size in STANDARD_SIZES)
COUNTED = "-counted"
"""After the name of a generalised assignment: the number of jobs served is a level of its own."""


def gap_names() -> tuple[str, ...]:
    """Return the generalised assignments on this machine, the easy types first."""
    return tuple(sorted(gap.names("gabcde"), key=lambda name: ("gabcde".index(name[0]), name)))


def instance_of(name: str) -> Instance:
    """Read, draw or simulate it."""
    if name in DRAWN:
        return HARD[name[:-1]](int(name[-1]))
    if name in STANDARD:
        return standard(name.removeprefix("standard-"))
    return gap.read(name.removesuffix(COUNTED), levels=2 if name.endswith(COUNTED) else 1)


def clock_of(name: str) -> float:
    """Return the seconds it is promised for."""
    if name in DRAWN:
        return 15.0 if name.endswith("1") else 30.0
    return 10.0 if name in STANDARD else 60.0
