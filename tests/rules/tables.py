"""What the example files of the rules say: their rows, and another value for each parameter.

A rule's file tests/rules/test_<file>.py holds its `EXAMPLES` and, when a policy can set something in it,
`OTHER`: one other value for each parameter. Whoever adds a rule has nothing to enter here.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from tests.rules.judging import RULE, Example


def _of(code: str) -> Any:
    """Return the example file of a rule; a rule without one is an error, never an empty table."""
    return importlib.import_module(f"tests.rules.test_{RULE[code].__module__.rpartition('.')[2]}")


def examples(code: str) -> Sequence[Example]:
    """Return the hand-worked rows of a rule."""
    return tuple(_of(code).EXAMPLES)


def objecting(code: str) -> Sequence[Example]:
    """Return the rows in which a rule closes or asks."""
    return tuple(row for row in examples(code) if row.expected != "ready")


OTHER_PARAMETERS: dict[tuple[str, str], Any] = {
    (code, name): value for code in RULE for name, value in getattr(_of(code), "OTHER", {}).items()
}
"""One other value for every parameter that a policy can set, by the rule's code and its name."""
