"""Options that are not there yet, beside the parts in which a problem was solved: where each belongs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.flows import Standing
from matchmaker.allocation.flows.chains import Trees
from matchmaker.allocation.flows.newcomers import Arrivals

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Kept
    from matchmaker.allocation.problem import Ints, Mask, Problem

NOWHERE = -1


@dataclass(frozen=True)
class Arriving:
    """A solved problem, and offers to it: their limits up to the solved ones' number are the same."""

    kept: Kept
    offers: Problem

    @cached_property
    def fits(self) -> Mask:
        """Mark the options for which every limit would have room if they were the only ones."""
        limit, option, amount = self._uses
        fits = np.ones(self.offers.options, np.bool_)
        fits[option[amount > self.kept.problem.at_most[limit]]] = False
        return fits

    @cached_property
    def part(self) -> Ints:
        """The part that each option's request lies in; `NOWHERE` if nobody could serve it so far."""
        part = np.full(self.offers.requests, NOWHERE)
        for place, (each, _, _) in enumerate(self.kept.settled):
            part[each.requests] = place
        return part[self.offers.request]

    @cached_property
    def known(self) -> Mask:
        """Mark the options whose limits either belong to the same part and count alike, or never bind.

        A limit that belongs to no part holds whatever is chosen of the options there are. It may not with
        one more, and then only solving with it tells.
        """
        limit, option, amount = self._uses
        room = self.kept.problem.at_most[limit]
        code, most, top = self._most
        asked = limit * self.offers.requests + self.offers.request[option]
        here = np.searchsorted(code, asked)
        there = code[here] == asked
        had = np.where(there, most[here], 0)
        loose = top[limit] - had + np.maximum(had, amount) <= room
        held = self._part_of_limit[limit]
        counts = (self._amount[limit] == amount) & ((self._ceiling[limit] >= room // amount) | there)
        known = np.ones(self.offers.options, np.bool_)
        known[option[np.where(held == NOWHERE, ~loose, (held != self.part[option]) | ~counts)]] = False
        return known

    def drawn(self, place: int, options: Ints) -> tuple[Arrivals, Mask]:
        """Draw some options into the network of a part; return those that fit, and which these are."""
        part, _, outcome = self.kept.settled[place]
        assert isinstance(outcome.standing, Standing)  # noqa: S101 - the caller has looked
        number = np.full(self.offers.options, NOWHERE)
        number[options] = np.arange(len(options))
        limit, option, _ = self._uses
        mine = (number[option] != NOWHERE) & (self._part_of_limit[limit] == place)
        request = np.searchsorted(part.requests, self.offers.request[options])
        inner = np.searchsorted(part.limits, limit[mine])
        node = 1 + np.concatenate([request, len(part.requests) + inner])
        of = np.concatenate([np.arange(len(options)), number[option[mine]]])
        tail, head, fits = Trees(outcome.standing.network).ends(node, of, options=len(options))
        drawn = Arrivals(tail, head, request, self.offers.value[:, options])
        return drawn.only(fits), fits

    @cached_property
    def _uses(self) -> tuple[Ints, Ints, Ints]:
        """The triples of limits that were there already."""
        here = (self.offers.limit < self.kept.limits) & (self.offers.amount > 0)
        return self.offers.limit[here], self.offers.option[here], self.offers.amount[here]

    @cached_property
    def _there(self) -> tuple[Ints, Ints, Ints]:
        """The triples of the solved problem, of options that some plan could take."""
        problem = self.kept.problem
        out = np.zeros(problem.options, np.bool_)
        out[problem.option[problem.amount > problem.at_most[problem.limit]]] = True
        here = (problem.amount > 0) & ~out[problem.option]
        return problem.limit[here], problem.request[problem.option[here]], problem.amount[here]

    @cached_property
    def _most(self) -> tuple[Ints, Ints, Ints]:
        """The most that each request takes of each limit, by limit × requests + request; and their sums.

        Behind them stands a code that is larger than any.
        """
        limit, request, amount = self._there
        code, where = np.unique(limit * self.offers.requests + request, return_inverse=True)
        most = np.zeros(len(code), np.int64)
        np.maximum.at(most, where, amount)
        top = np.zeros(self.kept.problem.limits, np.int64)
        np.add.at(top, code // max(self.offers.requests, 1), most)
        return np.append(code, np.iinfo(np.int64).max), np.append(most, 0), top

    @cached_property
    def _amount(self) -> Ints:
        """What all options take of each limit, if it is the same for all of them; else 0."""
        limit, _, amount = self._there
        least = np.full(self.kept.problem.limits, np.iinfo(np.int64).max)
        most = np.zeros(self.kept.problem.limits, np.int64)
        np.minimum.at(least, limit, amount)
        np.maximum.at(most, limit, amount)
        return np.where(least == most, most, 0)

    @cached_property
    def _part_of_limit(self) -> Ints:
        part = np.full(self.kept.problem.limits, NOWHERE)
        for place, (each, _, _) in enumerate(self.kept.settled):
            part[each.limits] = place
        return part

    @cached_property
    def _ceiling(self) -> Ints:
        """How many options the network of a part lets count towards each of its limits."""
        ceiling = np.zeros(self.kept.problem.limits, np.int64)
        for part, _, outcome in self.kept.settled:
            if isinstance(outcome.standing, Standing):
                network = outcome.standing.network
                first = network.options + len(part.requests)
                ceiling[part.limits] = network.high[first : first + len(part.limits)]
        return ceiling
