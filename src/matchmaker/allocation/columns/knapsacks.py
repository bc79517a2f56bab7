"""Fills each limit by itself as well as can be: an exact knapsack for every limit of a family.

No two limits of a family share an option, so at given prices of everything else each is filled
alone. The bound this gives is stronger than the relaxation's, because no room is split.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation.problem import Ints, Mask, Problem

WIDEST = 1 << 12
"""Room beyond this is left to the relaxation: the tables would cost more than they tell."""

LARGEST = 1 << 25
"""Entries of all tables of one limit together."""


@dataclass(frozen=True, slots=True)
class Knapsacks:
    """The limits that are filled alone, and who of the options is in which."""

    limits: Ints
    """(M,) the family."""
    member: Ints
    """(K,) each option's place in the family, or -1."""
    weight: Ints
    room: Ints
    order: Ints
    """The options of the family, member by member and request by request."""
    request: Ints

    def fill(self, profit: Ints) -> tuple[Ints, Mask]:
        """Return what each limit is worth at best and which options that takes."""
        best = np.zeros(len(self.limits), np.int64)
        chosen = (self.member < 0) & (profit > 0)
        options = self.order[profit[self.order] > 0]
        whole = self._all_fit(options)[self.member[options]]
        chosen[options[whole]] = True
        np.add.at(best, self.member[options[whole]], profit[options[whole]])
        for place, groups in self.groups(options[~whole]):
            best[place], taken = filled(groups, profit, room=int(self.room[place]))
            chosen[taken] = True
        return best, chosen

    def _all_fit(self, options: Ints) -> Mask:
        """Mark the limits that have room for all these options together, each for another request."""
        member, request = self.member[options], self.request[options]
        used = np.zeros(len(self.limits), np.int64)
        np.add.at(used, member, self.weight[options])
        fit = used <= self.room
        fit[member[1:][(np.diff(member) == 0) & (np.diff(request) == 0)]] = False
        return fit

    def losses(self, profit: Ints) -> Ints:
        """Return what each option would cost: the best filling minus the best one with it."""
        loss = np.maximum(-profit, 0)
        for place, groups in self.groups(self.order):
            for option, lost in lost_with(groups, profit, room=int(self.room[place])):
                loss[option] = lost
        return loss

    def among(self, options: Ints) -> Knapsacks:
        """Return the same limits with some of the options only, in ascending order."""
        member, request = self.member[options], self.request[options]
        return Knapsacks(
            self.limits, member, self.weight[options], self.room, family_order(member, request), request
        )

    def groups(self, options: Ints) -> Iterator[tuple[int, Groups]]:
        """Yield each member's options and their weights, request by request."""
        places, asked = self.member[options], self.request[options]
        new = np.flatnonzero((np.diff(places) != 0) | (np.diff(asked) != 0)) + 1
        cuts = [0, *new.tolist(), len(options)] if len(options) else []
        both = list(zip(options.tolist(), self.weight[options].tolist(), strict=True))
        groups = [both[start:end] for start, end in pairwise(cuts)]
        for place, several in groupby(zip(places[cuts[:-1]].tolist(), groups, strict=True), itemgetter(0)):
            yield place, [group for _, group in several]


Ways = list[tuple[int, int]]
Groups = list[Ways]


def filled(groups: Groups, gain: Ints, *, room: int) -> tuple[int, list[int]]:
    """Solve one knapsack in which each group gives one option or none."""
    table = np.zeros(room + 1, np.int64)
    steps = []
    for ways in groups:
        before, table = table, extended(table, ways, gain=gain)
        steps.append((ways, before, table))
    taken, left = [], room
    for ways, before, after in reversed(steps):
        if after[left] == before[left]:
            continue
        for option, weight in ways:
            if weight <= left and before[left - weight] + gain[option] == after[left]:
                taken.append(option)
                left -= weight
                break
    return int(table[room]), taken


def extended(table: Ints, ways: Ways, *, gain: Ints) -> Ints:
    """Let one more group give an option or none."""
    after = table.copy()
    for option, weight in ways:
        here = after[weight:]
        np.maximum(here, table[: len(table) - weight] + gain[option], out=here)
    return after


def lost_with(groups: Groups, gain: Ints, *, room: int) -> list[tuple[int, int]]:
    """Say for every option what is lost when it must be in: tables from both ends meet at it."""
    ways = [[(option, weight) for option, weight in group if gain[option] > 0] for group in groups]
    first = [np.zeros(room + 1, np.int64)]
    for group in ways[:-1]:
        first.append(extended(first[-1], group, gain=gain))
    last = np.zeros(room + 1, np.int64)
    found = []
    for group, before, positive in zip(reversed(groups), reversed(first), reversed(ways), strict=True):
        for option, weight in group:
            left = room - weight
            both = before[: left + 1] + last[left::-1] if weight else before + last[::-1]
            found.append((option, int(both.max()) + int(gain[option])))
        last = extended(last, positive, gain=gain)
    best = int(last[room]) if groups else 0
    return [(option, best - worth) for option, worth in found]


def knapsacks_of(problem: Problem) -> Knapsacks | None:
    """Choose the family: limits without a minimum, first those that weigh, none sharing an option."""
    uses = np.bincount(problem.limit, minlength=problem.limits)
    heaviest = np.zeros(problem.limits, np.int64)
    np.maximum.at(heaviest, problem.limit, problem.amount)
    fits = (problem.at_least == 0) & (heaviest > 1) & (problem.at_most < WIDEST)
    fits &= uses * problem.at_most < LARGEST
    member = np.full(problem.options, -1)
    weight = np.zeros(problem.options, np.int64)
    order = np.argsort(problem.limit, kind="stable")
    ends = np.append(0, np.cumsum(uses))
    family: list[int] = []
    for limit in sorted(np.flatnonzero(fits).tolist(), key=lambda each: (-uses[each], each)):
        triples = order[ends[limit] : ends[limit + 1]]
        if (member[problem.option[triples]] < 0).all():
            member[problem.option[triples]] = len(family)
            weight[problem.option[triples]] = problem.amount[triples]
            family.append(limit)
    if not family:
        return None
    limits = np.array(family)
    order = family_order(member, problem.request)
    return Knapsacks(limits, member, weight, problem.at_most[limits], order, problem.request)


def family_order(member: Ints, request: Ints) -> Ints:
    """Order the options of a family member by member and request by request."""
    order = np.lexsort((request, member))
    return order[member[order] >= 0]
