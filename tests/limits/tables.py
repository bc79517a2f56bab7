"""What the example files of the limits say: their rows, and another value for each parameter.

A limit's file tests/limits/test_<file>.py holds its `EXAMPLES` and, when a policy can set something in it,
`OTHER`: one other value for each parameter. Whoever adds a limit has nothing to enter here.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from tests.limits.judging import LIMIT, Example


def _of(code: str) -> Any:
    """Return the example file of a limit; a limit without one is an error, never an empty table."""
    return importlib.import_module(f"tests.limits.test_{LIMIT[code].__module__.rpartition('.')[2]}")


def examples(code: str, verdict: str) -> Sequence[Example]:
    """Return the hand-worked rows of a limit with this verdict; there is at least one of each."""
    found = tuple(row for row in _of(code).EXAMPLES if row.verdict == verdict)
    assert found, f"{code} has no example that {verdict}"
    return found


OTHER_PARAMETERS: dict[tuple[str, str], Any] = {
    (code, name): value for code in LIMIT for name, value in getattr(_of(code), "OTHER", {}).items()
}
"""One other value for every parameter that a policy can set, by the limit's code and its name."""
