"""Lists every column that a plan worth so much may choose, where they are not too many.

At good prices a column that loses more than the distance to what is needed is in no such plan. What is
left is often so little that it can be written down (Baldacci, Christofides & Mingozzi, 2008): then no
more knapsacks have to be filled, and every branch is one small linear programme.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.knapsacks import extended
from matchmaker.allocation.multipliers import charged
from matchmaker.allocation.programme import Programme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation.columns.generation import Generation
    from matchmaker.allocation.columns.knapsacks import Groups
    from matchmaker.allocation.problem import Ints, Mask

MOST = 10_000
"""Columns that are worth writing down."""

LARGEST = 1 << 20
"""Entries of all tables of one limit together."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Every column that a plan worth so much may choose."""

    programme: Programme
    """What each column is worth and takes of the rows that columns share; sorted by row, then owner."""
    owner: Ints
    """(C,) of one owner, which is a limit or a single option, a plan chooses one column at most."""
    owners: int
    option: Ints
    holder: Ints
    """Column `holder[i]` holds option `option[i]`."""

    def holding(self, options: Mask) -> Mask:
        """Mark the columns that hold one of these options."""
        held = np.zeros(len(self.owner), np.bool_)
        held[self.holder[options[self.option]]] = True
        return held


def listed(generation: Generation, *, need: int) -> Listing | None:
    """List the columns that a plan worth the need may choose; None when they are too many."""
    lose = generation.scaled - need * generation.scale
    charge = charged(generation.programme, generation.prices, requests=generation.place.problem.requests)
    knapsacks, near = generation.knapsacks, generation.bound().reaches(need)
    alone = np.flatnonzero((knapsacks.member < 0) & near)
    groups = [np.array([option]) for option in alone.tolist()]
    for place, asked in knapsacks.groups(knapsacks.order[near[knapsacks.order]]):
        room = int(knapsacks.room[place])
        if len(asked) * (room + 1) > LARGEST:
            return None
        for found in fillings(asked, charge.left, room=room, lose=lose):
            groups.append(np.array(sorted(found)))
            if len(groups) > MOST:
                return None
    return written(generation, groups)


def fillings(groups: Groups, gain: Ints, *, room: int, lose: int) -> Iterator[tuple[int, ...]]:
    """Yield the options of every filling of a limit that is worth as much as the best one, but for `lose`.

    What the groups that come after can still be worth is known, so that every step leads to a filling.
    """
    tables = [np.zeros(room + 1, np.int64)]
    for group in reversed(groups):
        ways = [(option, weight) for option, weight in group if gain[option] > 0]
        tables.append(extended(tables[-1], ways, gain=gain))
    rest = [table.tolist() for table in reversed(tables)]
    asked = [[(option, weight, int(gain[option])) for option, weight in group] for group in groups]
    least = rest[0][room] - lose
    begun: list[tuple[int, int, int, tuple[int, ...]]] = [(0, 0, room, ())]
    while begun:
        start, worth, left, taken = begun.pop()
        if taken and worth >= least:
            yield taken
        for at in range(start, len(asked)):
            if worth + rest[at][left] < least:
                break
            after = rest[at + 1]
            for option, weight, more in asked[at]:
                if weight <= left and worth + more + after[left - weight] >= least:
                    begun.append((at + 1, worth + more, left - weight, (*taken, option)))


def written(generation: Generation, groups: list[Ints]) -> Listing | None:
    """Write down what columns take, without those that no row has room for."""
    if not groups:
        return None
    columns, shared = generation.columns(groups), int(generation.shared.sum())
    least = np.zeros(len(generation.low), np.int64)
    np.minimum.at(least, columns.row, columns.amount)
    over = (columns.amount > generation.high[columns.row]) & (least[columns.row] == 0)
    if over.any():
        fits = np.ones(len(groups), np.bool_)
        fits[columns.column[over]] = False
        return written(generation, [groups[column] for column in np.flatnonzero(fits).tolist()])
    member = generation.knapsacks.member[[group[0] for group in groups]]
    alone = len(generation.knapsacks.limits) + np.arange(len(groups))
    owner = np.unique(np.where(member >= 0, member, alone), return_inverse=True)[1]
    order = np.lexsort((owner[columns.column], columns.row))
    order = order[columns.row[order] < shared]
    return Listing(
        Programme(
            columns.worth,
            columns.row[order],
            columns.column[order],
            columns.amount[order],
            generation.low[:shared],
            generation.high[:shared],
        ),
        owner,
        int(owner.max()) + 1,
        option=np.concatenate(groups),
        holder=np.repeat(np.arange(len(groups)), [len(group) for group in groups]),
    )
