"""Which versions are at work: what to say first when something looks wrong."""

from __future__ import annotations

import platform
import sys
from importlib import metadata

from matchmaker.version import __version__

NEEDED = ("click", "jinja2", "markupsafe", "numpy", "ortools", "pydantic", "python-calamine", "XlsxWriter")
"""Without these nothing runs."""
EXTRAS = {"review": ("starlette", "uvicorn"), "cluster": ("distributed",)}
"""Distributions that only some commands need, by the extra that brings them."""


def versions() -> dict[str, str | None]:
    """Return the versions of matchmaker, Python, the platform and all dependencies; None is not installed."""
    found: dict[str, str | None] = {
        "matchmaker": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    return found | {
        name: installed(name) for name in (*NEEDED, *(n for each in EXTRAS.values() for n in each))
    }


def installed(distribution: str) -> str | None:
    """Return the version of an installed distribution, or None."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def show_versions() -> None:
    """Write the versions to standard output, one a line, as `matchmaker doctor` does."""
    sys.stdout.write("".join(f"{name}: {found or 'not installed'}\n" for name, found in versions().items()))
