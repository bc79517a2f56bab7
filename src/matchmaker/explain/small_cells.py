"""What may be told of groups without telling of anybody in them: nothing small, nor what a sum gives away.

Everybody who reads the report also knows how many asked and how many have a suggestion in all. So a number
that is left out could be worked out again if it were the only one; then others are left out as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

SMALLEST: Final = 10
"""No number of people below this is told, nor one that all others of a group but fewer than this make up."""

Members: TypeAlias = frozenset[str]


def pooled(groups: Mapping[str, Members]) -> tuple[dict[str, Members], Members]:
    """Return the groups that may be told one by one, and everybody else together; nobody is in neither.

    Small groups go together, and if they are still too few, so do the next larger ones; groups of one size
    go the same way, whatever they are called. With fewer than ten in all there is no group left to tell.
    """
    shown = {name: members for name, members in groups.items() if len(members) >= SMALLEST}
    pool = {name: members for name, members in groups.items() if 0 < len(members) < SMALLEST}
    while shown and 0 < sum(map(len, pool.values())) < SMALLEST:
        least = min(map(len, shown.values()))
        pool |= {name: members for name, members in shown.items() if len(members) == least}
        shown = {name: members for name, members in shown.items() if len(members) > least}
    return shown, frozenset().union(*pool.values())


def hidden(cells: Mapping[str, tuple[int, int]]) -> frozenset[str]:
    """Return whose two numbers (with a suggestion, without one) are not told, or all or none of them.

    What is hidden adds up to a number that can be worked out; that must not be small either.
    """
    hide = {name for name, pair in cells.items() if min(pair) < SMALLEST}
    while hide and hide != cells.keys() and _too_few(cells, hide):
        left = {name: min(pair) for name, pair in cells.items() if name not in hide}
        hide |= {name for name, least in left.items() if least == min(left.values())}
    return frozenset(hide)


def _too_few(cells: Mapping[str, tuple[int, int]], names: set[str]) -> bool:
    return any(sum(cells[name][side] for name in names) < SMALLEST for side in (0, 1))
