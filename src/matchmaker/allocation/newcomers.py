"""What somebody who is not there yet would add to a plan: exact wherever a flow tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.answer import kept_by
from matchmaker.allocation.arriving import Arriving
from matchmaker.allocation.flows import Standing
from matchmaker.allocation.flows.newcomers import gains_of
from matchmaker.allocation.lists import shown
from matchmaker.allocation.problem import Problem
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Answer, Kept
    from matchmaker.allocation.problem import Ints, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Newcomers:
    """What one place with each newcomer would add to the best plan, at every level."""

    known: Mask
    """(J,) the others are to be asked for by solving with them."""
    levels: Ints
    """(T, J) 0 for a newcomer whom the best plan would leave out."""


def newcomers(answer: Answer, offers: Problem) -> Newcomers:
    """Return what limits that are not there yet would add, with room for one option of each.

    Takes room by the square of the number of limits, and hears no wish to stop.

    Args:
        answer: what `solve` or `solve_again` returned.
        offers: a problem of the options that newcomers would bring, and of nothing else. Its requests and
            levels are those that were solved, and so are its first limits, whose room counts as it is in the
            answer. Each limit behind them is a newcomer, who has one place or, without room, none; every
            option counts towards just one of them, by 1.

    Raises:
        ProblemError: for an answer without a plan, and for offers to another problem.
    """
    kept = kept_by(answer)
    if faults := list(_faults(kept, offers)):
        raise ProblemError("\n".join(faults))
    own = offers.limit >= kept.limits
    owner = np.zeros(offers.options, np.int64)
    owner[offers.option[own]] = offers.limit[own] - kept.limits
    arriving = Arriving(kept, offers)
    known = arriving.known.copy()
    possible = arriving.fits & (offers.at_most[kept.limits + owner] > 0)
    gains = offers.value.copy()
    for place, (_, _, outcome) in enumerate(kept.settled):
        here = np.flatnonzero((arriving.part == place) & known & possible)
        if isinstance(outcome.standing, Standing):
            drawn, fits = arriving.drawn(place, here)
            known[here[~fits]], here = False, here[fits]
            gains[:, here], possible[here] = gains_of(outcome.standing, drawn)
        else:
            known[here] = False
    sure = np.ones(offers.limits - kept.limits, np.bool_)
    sure[owner[possible & ~known]] = False
    return Newcomers(sure, _best(gains, np.flatnonzero(possible & known), owner, len(sure)))


def _best(gains: Ints, those: Ints, owner: Ints, newcomers: int) -> Ints:
    """Return the best of each newcomer's options, the first level counting most; nothing is worth 0."""
    levels = np.zeros((len(gains), newcomers), np.int64)
    order = those[np.lexsort((*-gains[::-1, those], owner[those]))]
    first = order[np.flatnonzero(np.diff(owner[order], prepend=-1))]
    best = gains[:, first]
    leading = np.argmax(best != 0, axis=0) if len(gains) else np.zeros(len(first), np.int64)
    pays = np.take_along_axis(best, leading[None], axis=0)[0] > 0 if len(gains) else leading > 0
    levels[:, owner[first[pays]]] = best[:, pays]
    return levels


def _faults(kept: Kept, offers: object) -> Iterator[str]:
    """Yield why offers do not fit the problem that was solved."""
    if not isinstance(offers, Problem):
        yield f"offers is {shown(offers)}. Maybe build it with Problem.from_arrays."
        return
    for name, given, solved in (
        ("requests", offers.requests, kept.problem.requests),
        ("levels", offers.levels, kept.problem.levels),
    ):
        if given != solved:
            yield f"offers have {given} {name}, and the problem {solved}. Maybe give all of them."
    if offers.limits < kept.limits:
        yield f"offers have {offers.limits} limits, and the problem {kept.limits}. Maybe give all of them."
        return
    own = offers.limit >= kept.limits
    count = np.bincount(offers.option[own], minlength=offers.options)
    count[offers.option[own & (offers.amount != 1)]] = 0
    if len(wrong := np.flatnonzero(count != 1)):
        advice = "Maybe add that limit."
        yield f"offers have option {wrong[0]}, which does not count towards one newcomer, by 1. {advice}"
